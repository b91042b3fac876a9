using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;

namespace Onus.Web.Tests.Files;

/// <summary>Neither a file nor a record is called by the name that a format or a kind has in the program.</summary>
public sealed class FormatWordsTests
{
    private static readonly Texts Words = Texts.Load(ContentFolder.Find(), "en", strict: true);

    public static TheoryData<string> Read => [.. Formats.All.Select(format => format.Format)];

    public static TheoryData<string> Kinds => [.. Families.All.SelectMany(family => family.Kinds).Select(one => one.Kind.ToString().ToLowerInvariant())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void They_are_told_what_a_record_of_every_kind_is(string kind) => Assert.True(Words.Has("kind." + kind), kind);

    [Theory]
    [MemberData(nameof(Read))]
    public void People_are_told_what_a_file_of_every_format_is(string format) => Assert.True(Words.Has("files.format." + format), format);
}

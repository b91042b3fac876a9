using Onus.Content;
using Onus.Ingest.Reading;

namespace Onus.Web.Tests.Files;

/// <summary>A file is never called by the name that a format has in the program.</summary>
public sealed class FormatWordsTests
{
    private static readonly Texts Words = Texts.Load(ContentFolder.Find(), "en", strict: true);

    public static TheoryData<string> Read => [.. Formats.All.Select(format => format.Format)];

    [Theory]
    [MemberData(nameof(Read))]
    public void People_are_told_what_a_file_of_every_format_is(string format) => Assert.True(Words.Has("files.format." + format), format);
}

using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>What is asked of a family is asked of no format: a format to come is right where its family is.</summary>
public sealed class FamilyTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    [Fact]
    public void Every_kind_of_record_belongs_to_one_family()
    {
        var kinds = Families.All.SelectMany(family => family.Kinds).Select(one => one.Kind).ToList();
        Assert.Equal(Enum.GetValues<RecordKind>().Where(kind => kind != RecordKind.Unknown).Order(), kinds.Order());
        Assert.Equal(Families.All.Count, Families.All.Select(family => family.Name).Distinct().Count());
        Assert.All(Families.All, family => Assert.NotEqual(FileView.Nothing, family.View));
        Assert.All(Families.All.SelectMany(family => family.Kinds), one => Assert.NotEqual(TellsOf.Unknown, one.Tells));
    }

    /// <summary>Who gave or took a picture did not say what the photographed paper says: it corroborates nothing until somebody says whose words these are.</summary>
    [Fact]
    public void A_picture_comes_from_nobody_until_somebody_says_whose_words_it_holds()
    {
        var officer = new Person { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = "Officer 1", Roles = [PersonRole.Officer] };
        Assert.Empty(FoundationRules.OriginsOf(File(officer, "image", "picture"), RecordKind.Image, null, [officer]));
        Assert.Equal([new Origin(officer.Id)], FoundationRules.OriginsOf(File(officer, "docx", "document"), RecordKind.Paragraph, null, [officer]));
    }

    /// <summary>A conversation of any messenger rests on the device that it was taken from, and not on whoever handed it over.</summary>
    [Theory]
    [InlineData("telegram-json", "conversation", FoundationKind.Device)]
    [InlineData("signal-db", "conversation", FoundationKind.Device)]
    [InlineData("mt940", "ledger", FoundationKind.Witness)]
    [InlineData("odt", "document", FoundationKind.Witness)]
    // Read before families were kept.
    [InlineData("whatsapp-text", null, FoundationKind.Device)]
    [InlineData("whatsapp-zip", null, FoundationKind.Device)]
    [InlineData("bank-csv", null, FoundationKind.Witness)]
    [InlineData("docx", null, FoundationKind.Witness)]
    [InlineData("pdf", null, FoundationKind.Witness)]
    [InlineData("image", null, FoundationKind.Witness)]
    [InlineData(null, null, FoundationKind.Witness)]
    public void On_what_a_file_rests_follows_from_its_family(string? format, string? family, FoundationKind expected)
    {
        var from = new Person { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = "Person 1", Roles = [PersonRole.Witness] };
        Assert.Equal(expected, FoundationRules.FromWhom(File(from, format, family), from)!.Kind);
    }

    /// <summary>An entry of an account stands in a line of text, as messages do, and is nobody's words all the same.</summary>
    [Theory]
    [InlineData("conversation", true)]
    [InlineData("ledger", false)]
    [InlineData("picture", false)]
    public void Whether_somebody_could_take_it_back_follows_from_the_family(string family, bool expected)
    {
        var from = new Person { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = "Person 1", Roles = [PersonRole.Custodian] };
        var exhibit = new Exhibit
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = Case,
            Number = 1,
            Title = "a",
            Quote = "words",
            Origins = [new Origin(from.Id)],
            Locator = new Locator(Sha256.Of([]), [], new TextPosition(1, 0, 5), Sha256.Of([])),
        };
        Assert.Equal(expected, ChallengeRules.HoldsWords(exhibit, File(from, "x", family), []));
    }

    private static Material File(Person from, string? format, string? family) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Case,
        Name = "a.txt",
        Title = "a.txt",
        Blob = Sha256.Of([]),
        VaultName = Guid.CreateVersion7(),
        Bytes = 0,
        ReceivedAt = default,
        Run = Guid.CreateVersion7(),
        Status = MaterialStatus.Read,
        FromPerson = from.Id,
        Summary = new ReadSummary("a.txt", Sha256.Of([]), format, null, 0, 0, [], []) { Family = family },
    };
}

using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Domain.Tests.Cases;

/// <summary>An attack that nobody can make in court is not offered.</summary>
public sealed class ChallengeRulesTests
{
    private readonly SmallCase small = new();

    [Theory]
    [InlineData(FoundationKind.Warrant, "Exclude")]
    [InlineData(FoundationKind.Consent, "Exclude")]
    [InlineData(FoundationKind.HandedOver, "Exclude")]
    [InlineData(FoundationKind.PublicSource, "Exclude")]
    [InlineData(FoundationKind.Witness, "Impeach Retract Exclude")]
    [InlineData(FoundationKind.Device, "Impeach Exclude")]
    [InlineData(FoundationKind.Interpreter, "Impeach Exclude")]
    public void A_paper_is_kept_out_a_witness_is_not_believed_or_takes_it_back(FoundationKind kind, string modes) =>
        Assert.Equal(modes, string.Join(' ', ChallengeRules.ModesOf(TargetKind.Foundation, small.Foundation(kind, "What it rests on"), false)));

    [Theory]
    [InlineData(TargetKind.Admission, "Exclude")]
    [InlineData(TargetKind.Exhibit, "Exclude Impeach")]
    [InlineData(TargetKind.Fact, "Rebut Alternative")]
    [InlineData(TargetKind.ExhibitTie, "Undercut Alternative")]
    [InlineData(TargetKind.FactTie, "Undercut Alternative")]
    [InlineData(TargetKind.Element, "Rebut Undercut Alternative")]
    public void Each_thing_is_attacked_in_ways_that_make_sense(TargetKind target, string modes) => Assert.Equal(modes, string.Join(' ', ChallengeRules.ModesOf(target, null, false)));

    public static TheoryData<string, bool> Words => new()
    {
        { "a passage of her statement", true },
        { "her whole statement", true },
        { "what somebody else is said to have said, in her statement", true },
        { "a message of the defendant", true },
        { "a comment of the defendant in a document", true },
        { "a page in her words, for which she vouches", true },
        { "a page in her words, for which she or another vouches", true },
        { "a message of somebody outside the case", false },
        { "a row of an account that she handed in, for which she vouches", false },
        { "a page of the bank's, for which its keeper vouches", false },
        { "a page that she handed in", false },
        { "a photograph of a passport, for which its photographer vouches", false },
        { "a passport, for which its finder vouches", false },
        { "a picture in her statement", false },
    };

    [Theory, MemberData(nameof(Words))]
    public void Only_what_somebody_said_is_taken_back(string what, bool isTakenBack)
    {
        Origin[] hers = [new(small.SurvivorA)], his = [new(small.Defendant1)], outside = [new(null, "Somebody")], clerks = [new(null, "The bank")];
        var keeper = small.Foundation(FoundationKind.Custodian, "Keeper", small.Person("Keeper", PersonRole.Custodian));
        var plain = small.Material(small.Warrant, from: small.SurvivorA);
        var statement = plain with { Statement = true };
        var (line, row, page, picture, comment) = (new TextPosition(1, 0, 1), new CsvPosition(1, 0, 1), new PdfPosition(1, []), new ImagePosition(null), new DocxCommentPosition(1, null));
        Exhibit Cited(IReadOnlyList<Origin> origins, Position? at, string quote, params Foundation[] on) =>
            small.Exhibit(origins, on) with { Quote = quote, Locator = at is null ? null : new Locator(default, [], at, default), Material = plain.Id };
        var (exhibit, file) = what switch
        {
            "a passage of her statement" => (Cited(hers, page, "He took it", small.HerWord), statement),
            "her whole statement" => (Cited(hers, null, "", small.HerWord), statement),
            "what somebody else is said to have said, in her statement" => (Cited(his, page, "He said: mine", small.HerWord), statement),
            "a message of the defendant" => (Cited(his, line, "Nobody leaves", small.Warrant), plain),
            "a comment of the defendant in a document" => (Cited(his, comment, "Not this one", small.Warrant), plain),
            "a page in her words, for which she vouches" => (Cited(hers, page, "My diary", small.HerWord), plain),
            "a page in her words, for which she or another vouches" => (Cited(hers, page, "My diary") with { VouchedBy = [small.Clerk.Id, small.HerWord.Id] }, plain),
            "a message of somebody outside the case" => (Cited(outside, line, "Nobody leaves", small.Warrant), plain),
            "a row of an account that she handed in, for which she vouches" => (Cited(hers, row, "FOOD;40.00", small.HerWord), plain),
            "a page of the bank's, for which its keeper vouches" => (Cited(clerks, page, "40.00", keeper), plain),
            "a page that she handed in" => (Cited(hers, page, "Born 30 March 2006", small.Warrant), plain),
            "a photograph of a passport, for which its photographer vouches" => (Cited(hers, picture, "", small.HerWord), plain),
            "a passport, for which its finder vouches" => (Cited(hers, null, "", small.HerWord), (Material?)null),
            "a picture in her statement" => (Cited(hers, picture, "", small.HerWord), statement),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such exhibit."),
        };

        var words = ChallengeRules.HoldsWords(exhibit, file, small.Snapshot().Foundations);

        Assert.Equal(isTakenBack, words);
        Assert.Equal(isTakenBack, ChallengeRules.ModesOf(TargetKind.Exhibit, null, words).Contains(ChallengeMode.Retract));
    }

    [Fact]
    public void Every_thing_that_can_be_attacked_has_a_way()
    {
        Assert.All(Enum.GetValues<TargetKind>().Where(target => (int)target != 0), target => Assert.NotEmpty(ChallengeRules.ModesOf(target, null, false)));
        Assert.DoesNotContain(Enum.GetValues<TargetKind>().SelectMany(target => ChallengeRules.ModesOf(target, null, false)), mode => mode == ChallengeMode.Unknown);
    }
}

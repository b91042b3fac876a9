using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>Lines of a paper that stand under somebody's name are seen, whoever gave the paper.</summary>
public sealed class SpokenLinesTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());
    private static readonly Person Ana = Named("Survivor A", [PersonRole.Survivor], "Ana", "Ana Example", "A");
    private static readonly Person Bea = Named("Survivor B", [PersonRole.Survivor], "Bea");
    private static readonly Person Boss = Named("Defendant 1", [PersonRole.Defendant], "Boss");
    private static readonly Person Friend = Named("Friend 1", [PersonRole.Witness], "Mira Example");
    private static readonly Person[] People = [Ana, Bea, Boss, Friend];

    [Theory]
    [InlineData("Ana: he locked us in")]
    [InlineData("[12/03/21, 10:14] Ana: he locked us in")]
    [InlineData("12/03/21, 10:14 - Ana: he locked us in")]
    [InlineData("12.03.2021 10:14 Ana: he locked us in")]
    [InlineData("10:14 Ana: he locked us in")]
    [InlineData("Ana\nhe locked us in")]
    [InlineData("Ana 10:14\nhe locked us in")]
    [InlineData("ana example\t12 March\nhe locked us in")]
    [InlineData("From: Ana <ana@example.org>\nTo: Mira\n\nhe locked us in")]
    [InlineData("Ana wrote he locked us in")]
    [InlineData("Ana told me that all that time\nhe locked us in")]
    [InlineData("Ana told me:\nhe locked us in")]
    [InlineData("On 12 March 2021, Ana wrote:\nhe locked us in")]
    [InlineData("Ana said to me “he locked us in”")]
    [InlineData("A: he locked us in")]
    [InlineData("Survivor A: he locked us in")]
    [InlineData("Mira Example: what happened?\nAna: well\nhe locked us in")]
    public void A_line_under_a_name_is_whoevers_it_names(string text)
    {
        var found = Of(text, "he locked us in");
        Assert.NotNull(found);
        Assert.False(found.IsOpen);
        Assert.Equal([Ana.Id], found.Named);
        Assert.Equal([Ana.Id], found.MayBeOf(People));
    }

    [Theory]
    [InlineData("[12/03/21, 10:14] Sunflower: he locked us in")]
    [InlineData("10:14 PM - Sunflower: he locked us in")]
    [InlineData("From: sunflower@example.org\nhe locked us in")]
    [InlineData("From: Sunflower\nSent: Monday\nhe locked us in")]
    [InlineData("Sunflower wrote:\nhe locked us in")]
    [InlineData("Sunflower\nhe locked us in\nFeb 9, 2025, 10:02 PM\nMira Example\nwho?\nFeb 9, 2025, 10:03 PM")]
    [InlineData("Mira Example\nwho?\n10:03 PM\nSunflower\nhe locked us in\n10:04 PM")]
    [InlineData("Mira Example\nquién?\nsábado, 9 de febrero de 2025, 22:02\nSunflower\nhe locked us in\nsábado, 9 de febrero de 2025, 22:04")]
    public void A_name_that_is_nobodys_may_be_any_survivors(string text)
    {
        var found = Of(text, "he locked us in");
        Assert.NotNull(found);
        Assert.True(found.IsOpen);
        Assert.Equal([Ana.Id, Bea.Id], found.MayBeOf(People));
    }

    [Theory]
    [InlineData("he locked us in")]
    [InlineData("Mira Example: he locked us in")]
    [InlineData("[12/03/21, 10:14] Mira: he locked us in")]
    [InlineData("From: Mira Example\nTo: Ana\n\nhe locked us in")]
    [InlineData("Ana: well\nMira: he locked us in")]
    [InlineData("Sunflower\nwhat?\nFeb 9, 2025, 10:02 PM\nMira Example\nhe locked us in\nFeb 9, 2025, 10:03 PM")]
    [InlineData("Report of 12 March\nI came at 10:03.\nhe locked us in\nI left at 11:15.")]
    [InlineData("Begun at 10:03\nhe locked us in\nEnded at 11:15")]
    [InlineData("Ana and I stood at the gate when he locked us in")]
    [InlineData("A man came and he locked us in")]
    [InlineData("Anastasia: he locked us in")]
    [InlineData("Address: 10 Mill Lane\nhe locked us in")]
    [InlineData("From: 1 March until 3 March\nhe locked us in")]
    [InlineData("he locked us in\nAna: and then?")]
    [InlineData("Ana told me that he kept her wages.\nBesides, he locked us in")]
    [InlineData("Ana said that he\nkept her wages.\nBesides, he locked us in")]
    [InlineData("Ana sagte mir, dass er den Lohn behielt.\nAn dem Tag he locked us in")]
    public void The_givers_own_words_stay_theirs(string text) => Assert.Null(Of(text, "he locked us in"));

    [Fact]
    public void A_line_of_somebody_else_alone_may_be_any_survivors() => Assert.Equal([Ana.Id, Bea.Id], Of("Boss: you owe", "you owe")!.MayBeOf(People));

    [Fact]
    public void The_line_before_the_paragraph_counts() => Assert.NotNull(SpokenLines.Of(File(Friend), RecordKind.Paragraph, "he locked us in", "", "Ana:", People));

    [Fact]
    public void What_somebody_told_in_the_sentence_before_is_not_what_the_teller_says_next()
    {
        Assert.Null(SpokenLines.Of(File(Friend), RecordKind.Paragraph, "Besides, he locked us in", "", "Ana told me that he kept her wages.", People));
        Assert.NotNull(SpokenLines.Of(File(Friend), RecordKind.Paragraph, "he locked us in", "", "Ana told me that one day", People));
    }

    [Fact]
    public void Marked_boxes_go_where_their_lines_stand() => Assert.NotNull(Of("Mira: what?\nAna: he locked us in\nMira: oh\nAna: for days", "locked us in\nfor days"));

    [Fact]
    public void A_survivors_own_paper_and_what_has_senders_are_not_asked_about()
    {
        Assert.Null(SpokenLines.Of(File(Ana), RecordKind.Page, "Boss: you owe", "", "", People));
        Assert.Null(SpokenLines.Of(File(Friend), RecordKind.Message, "Ana: he locked us in", "", "", People));
    }

    private static SpokenLines? Of(string text, string cited) => SpokenLines.Of(File(Friend), RecordKind.Page, text, cited, "", People);

    private static Person Named(string pseudonym, PersonRole[] roles, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = pseudonym, Roles = roles, Aliases = aliases };

    private static Material File(Person from) => new()
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
        Status = MaterialStatus.Held,
        FromPerson = from.Id,
    };
}

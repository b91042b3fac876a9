using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Files;

[Trait("Database", "none")]
public sealed class ProposedAnswersTests
{
    private static readonly Person Survivor = Person("Survivor A", PersonRole.Survivor, "Mirela", "Mirela Oduya", "77-1203-4");
    private static readonly Person Defendant = Person("Defendant D", PersonRole.Defendant, "Corin Vale", "+491550031");
    private static readonly Person Witness = Person("Witness W", PersonRole.Witness, "Tamsin Rook");
    private static readonly Person Bank = Person("Fernbank", PersonRole.Custodian);
    private static readonly Person[] People = [Survivor, Defendant, Witness, Bank];

    [Theory]
    [InlineData("Statements/statement Mirela Oduya 2025-06-02.docx", FileKind.Document, "Survivor A")]
    [InlineData("Statements/interview_corin-vale.pdf", FileKind.Pdf, "Defendant D")]
    [InlineData("Statements/Mirela and Corin Vale.pdf", FileKind.Pdf, null)]
    [InlineData("Survivor A phone/IMG_01.jpg", FileKind.Picture, "Survivor A")]
    [InlineData("search/phone of Tamsin Rook/IMG_01.jpg", FileKind.Picture, "Witness W")]
    [InlineData("phones/chat.txt", FileKind.Chat, null)]
    [InlineData("Tamsin's phone/IMG_01.jpg", FileKind.Picture, "Witness W")]
    [InlineData("Rook iPhone 12/IMG_01.jpg", FileKind.Picture, "Witness W")]
    [InlineData("Rook search/IMG_01.jpg", FileKind.Picture, null)]
    [InlineData("Rook/IMG_01.jpg", FileKind.Picture, null)]
    // A chat is named after the other side, a table after the account, and a number is never somebody who gave it.
    [InlineData("Witness W phone/WhatsApp Chat with Mirela.txt", FileKind.Chat, "Witness W")]
    [InlineData("banks/corin vale account.csv", FileKind.Table, null)]
    [InlineData("banks/fernbank corin vale.csv", FileKind.Table, "Fernbank")]
    [InlineData("operator/calls 491550031.pdf", FileKind.Pdf, null)]
    [InlineData("miracles.pdf", FileKind.Pdf, null)]
    // What lies on somebody's phone is not their words because it lies there.
    [InlineData("Survivor A phone/payslip.pdf", FileKind.Pdf, null)]
    [InlineData("Survivor A phone/documents/contract.docx", FileKind.Document, null)]
    [InlineData("Survivor A phone/.DS_Store", FileKind.Rest, null)]
    [InlineData("Survivor A phone/statement of Tamsin Rook.pdf", FileKind.Pdf, "Witness W")]
    public void Names_in_a_file_and_its_folder_propose_from_whom(string name, FileKind kind, string? expected) =>
        Assert.Equal(expected, ProposedAnswers.Of(File(name), kind, [], People, null).From?.Pseudonym);

    [Fact]
    public void What_was_answered_for_a_folder_is_proposed_for_what_comes_later_where_it_was_the_same_for_all()
    {
        var (warrant, order, bank) = (new FoundationId(Guid.CreateVersion7()), new FoundationId(Guid.CreateVersion7()), new FoundationId(Guid.CreateVersion7()));
        Material[] answered =
        [
            File("search/a.jpg") with { FromPerson = Defendant.Id, Obtained = warrant, Factual = [bank] },
            File("search/b.jpg") with { FromPerson = Defendant.Id, Obtained = warrant, Factual = [bank] },
            File("banks/a.csv") with { From = "Lintel Mobile", Obtained = order },
            File("banks/b.csv") with { From = "Another", Obtained = order, Statement = true },
            File("other/c.jpg") with { From = "Gone", Obtained = order, Withdrawn = new Domain.Shared.Withdrawal("x", "y", default) },
            File("loose.jpg") with { FromPerson = Witness.Id, Obtained = order },
        ];
        var same = ProposedAnswers.Of(File("search/c.jpg"), FileKind.Picture, answered, People, null);
        Assert.Equal((Defendant, (FoundationId?)warrant, false), (same.From, same.Obtained, same.Statement));
        Assert.Equal([bank], same.Factual);
        var differs = ProposedAnswers.Of(File("banks/c.csv"), FileKind.Table, answered, People, null);
        Assert.Equal((null, "", (FoundationId?)order), (differs.From, differs.FromWords, differs.Obtained));
        Assert.Equal("Lintel Mobile", ProposedAnswers.Of(File("banks/c.csv"), FileKind.Table, answered[2..3], People, null).FromWords);
        Assert.Equal(Survivor, ProposedAnswers.Of(File("search/Mirela.pdf"), FileKind.Pdf, answered, People, null).From);
        foreach (var name in new[] { "search/deeper/c.jpg", "other/d.jpg", "another.jpg" })
        {
            Assert.Null(ProposedAnswers.Of(File(name), FileKind.Picture, answered, People, null).Obtained);
        }
    }

    [Theory]
    [InlineData("Survivor A phone/IMG_01.jpg", FileKind.Picture, "Survivor A", true)]
    [InlineData("Survivor A phone/voice/PTT-0007.opus", FileKind.Rest, "Survivor A", true)]
    [InlineData("Survivor A phone/Records.json", FileKind.Rest, "Survivor A", true)]
    [InlineData("Mirela Oduya/VID_3.MP4", FileKind.Rest, "Survivor A", true)]
    // What lies there was obtained by her consent whoever wrote it.
    [InlineData("Survivor A phone/payslip.pdf", FileKind.Pdf, null, true)]
    [InlineData("Survivor A phone/calls.csv", FileKind.Table, null, true)]
    [InlineData("Survivor A phone/book.xlsx", FileKind.Rest, null, true)]
    [InlineData("Witness W phone/IMG_01.jpg", FileKind.Picture, "Witness W", false)]
    [InlineData("search/IMG_01.jpg", FileKind.Picture, null, false)]
    [InlineData("statements/Mirela.pdf", FileKind.Pdf, "Survivor A", false)]
    public void The_consent_of_whose_folder_it_is_is_proposed(string name, FileKind kind, string? from, bool consent)
    {
        var given = Consent(Survivor.Id);
        var proposed = ProposedAnswers.Of(File(name), kind, [], People, [given, Consent(Defendant.Id), Consent(Witness.Id) with { Status = FoundationStatus.Fallen }]);
        Assert.Equal((from, consent ? given.Id : (FoundationId?)null), (proposed.From?.Pseudonym, proposed.Obtained));
    }

    [Fact]
    public void Of_two_consents_none_is_proposed_and_one_without_a_person_speaks_by_its_name()
    {
        Assert.Null(ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, [], People, [Consent(Survivor.Id), Consent(Survivor.Id)]).Obtained);
        var named = Consent(null) with { Label = "Consent of Mirela Oduya to look into her phone" };
        Assert.Equal(named.Id, ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, [], People, [named]).Obtained);
        Material[] answered = [File("Survivor A phone/b.jpg") with { FromPerson = Survivor.Id, Obtained = new FoundationId(Guid.CreateVersion7()) }];
        Assert.Equal(answered[0].Obtained, ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, answered, People, [Consent(Survivor.Id)]).Obtained);
    }

    [Fact]
    public void A_consent_that_was_taken_back_is_proposed_for_nothing_more_and_another_of_theirs_is()
    {
        var gone = Consent(Survivor.Id) with { TakenBack = new(new(2025, 6, 3), "Officer 4", "", "Demo person 1", default) };
        Assert.Null(ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, [], People, [gone]).Obtained);
        Assert.Null(ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, [File("Survivor A phone/b.jpg") with { FromPerson = Survivor.Id, Obtained = gone.Id }], People, [gone]).Obtained);
        var anew = Consent(Survivor.Id);
        Assert.Equal(anew.Id, ProposedAnswers.Of(File("Survivor A phone/a.jpg"), FileKind.Picture, [], People, [gone, anew]).Obtained);
    }

    [Theory]
    [InlineData("Statements/Statement Mirela Oduya.docx", FileKind.Document, true)]
    [InlineData("Witness statement Tamsin Rook.pdf", FileKind.Pdf, true)]
    [InlineData("affidavit_corin-vale.pdf", FileKind.Pdf, true)]
    [InlineData("Bank statement Corin Vale.pdf", FileKind.Pdf, false)]
    [InlineData("Statement of account Corin Vale.pdf", FileKind.Pdf, false)]
    [InlineData("Statement Fernbank.pdf", FileKind.Pdf, false)]
    [InlineData("Statement of a neighbour.docx", FileKind.Document, false)]
    [InlineData("Payslip Corin Vale.pdf", FileKind.Pdf, false)]
    [InlineData("Statement Corin Vale.csv", FileKind.Table, false)]
    public void A_name_that_says_so_proposes_a_statement(string name, FileKind kind, bool stated)
    {
        var proposed = ProposedAnswers.Of(File(name), kind, [], People, null);
        Assert.Equal((stated, stated), (proposed.Statement, proposed.Stated));
    }

    private static Foundation Consent(PersonId? by) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Kind = FoundationKind.Consent, Label = "Consent", Legal = true, Whose = by };

    private static Person Person(string name, PersonRole role, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = name, Roles = [role], Aliases = aliases };

    private static Material File(string name) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = default,
        Name = name,
        Title = name,
        Blob = Sha256.Of("x"u8),
        VaultName = Guid.CreateVersion7(),
        Bytes = 1,
        ReceivedAt = default,
        Run = default,
        Status = MaterialStatus.Held,
    };
}

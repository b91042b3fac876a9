using System.Text;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Casework.Tests.Files;

/// <summary>What is proposed about the columns of a bank's table, and what of it other cases may see.</summary>
public sealed class ProposedProfileTests
{
    private const string Table = "Date,Details,Money out,Money in,Balance\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n";
    private static readonly Person[] People = [Person("Survivor B", PersonRole.Survivor, "Marisol Tendero"), Person("Defendant 1", PersonRole.Defendant, "Tidewrack Crab LLC"), Person("Cove Credit Union", PersonRole.Custodian)];

    [Theory]
    [InlineData("banks/Cove CU M Tendero.csv", "Cove CU")]
    [InlineData("Palm Tidewater 4471 Tidewrack Crab LLC (1).csv", "Palm Tidewater")]
    [InlineData("Cove Credit Union checking.csv", "Cove Credit Union checking")]
    [InlineData("marisol_tendero.csv", "")]
    [InlineData("20250517.csv", "")]
    [InlineData("Bank 24 export.csv", "Bank 24 export")]
    public void The_name_of_the_profile_is_the_banks_and_nobodys(string file, string name) => Assert.Equal(name, Of([(file, Table)]).Name);

    [Fact]
    public void A_name_that_is_taken_gets_a_number() => Assert.Equal("Cove CU 3", Of([("Cove CU.csv", Table)], "cove cu", "Cove CU 2").Name);

    [Fact]
    public void Whoever_only_the_file_names_is_no_part_of_the_name_either()
    {
        var proposed = Of([("Cove CU Ilse Varga.csv", "Member: ILSE VARGA\n" + Table)]);
        Assert.Equal(("Cove CU", "ILSE VARGA"), (proposed.Name, proposed.Holder));
    }

    [Fact]
    public void A_holder_and_a_currency_hold_for_all_files_or_for_none()
    {
        Assert.Equal("Jun Tendero", Of([("a.csv", "Holder: Jun Tendero\n" + Table), ("b.csv", "Holder: Jun Tendero\n" + Table)]).Holder);
        var differ = Of([("a.csv", "Holder: Jun Tendero\nCurrency: PHP\n" + Table), ("b.csv", "Holder: Ana Price\nCurrency: USD\n" + Table)]);
        Assert.Equal(("", "", ""), (differ.Holder, differ.Currency, differ.In("USD").Currency));
    }

    [Fact]
    public void The_countrys_currency_is_proposed_only_where_the_file_says_none_and_writes_no_comma()
    {
        Assert.Equal("USD", Of([("a.csv", Table)]).In("USD").Currency);
        Assert.Equal("", Of([("a.csv", Table)]).In(null).Currency);
        Assert.Equal("PHP", Of([("a.csv", "Currency: PHP\n" + Table)]).In("USD").Currency);
        Assert.Equal("", Of([("a.csv", "Datum;Text;Betrag;Saldo\n03.05.2025;MIETE;-7,00;12,00\n04.05.2025;LOHN;9,00;21,00\n")]).In("USD").Currency);
        Assert.Equal("", Of([("a.csv", "Date,Details,Amount,Currency,Balance\n03/05/2025,CASH,100.00,PHP,100.00\n03/06/2025,RENT,20.00,PHP,80.00\n")]).In("USD").Currency);
    }

    private static ProposedProfile Of((string Name, string Text)[] files, params string[] taken) =>
        ProposedProfile.Of([.. files.Select(file => (File(file.Name), ProfileSuggestion.From(EvidenceFile.Of(file.Name, Encoding.UTF8.GetBytes(file.Text)))!))], People, taken);

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

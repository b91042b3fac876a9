using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Tests.Tables;

/// <summary>What the lines before a bank's table say of the account.</summary>
public sealed class StatementHeadTests
{
    private const string Table = "Date,Details,Money out,Money in,Balance\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n";

    [Theory]
    [InlineData("Cove Credit Union\nMember: MARISOL B TENDERO   Account 90-3318\nPeriod 03/01/2025 to 06/30/2025\n", "MARISOL B TENDERO")]
    [InlineData("Account holder: Jun Tendero\n", "Jun Tendero")]
    [InlineData("Account Name,Tidewrack Crab LLC,,,\nAccount No,774412,,,\n", "Tidewrack Crab LLC")]
    [InlineData("\"Name: Tendero, Marisol\"\n", "Tendero, Marisol")]
    [InlineData("Name: Tendero, Marisol\n", "Tendero, Marisol")]
    [InlineData("Kontoinhaber:\tIlse Varga\n", "Ilse Varga")]
    [InlineData("Titulaire du compte : Ode Mbala\n", "Ode Mbala")]
    [InlineData("Name: Cove Bank\nAccount holder: Jun Tendero\n", "Jun Tendero")]
    [InlineData("Account holder: 0077441299\n", null)]
    [InlineData("Bank name: Cove Bank\nBranch: North\n", null)]
    [InlineData("Holder: Jun Tendero\nHolder: Ana Price\n", null)]
    [InlineData("", null)]
    public void Whose_account_it_is_is_read_from_its_label(string before, string? holder) => Assert.Equal(holder, Of(before + Table).Holder);

    [Theory]
    [InlineData("Currency: PHP\n" + Table, "PHP")]
    [InlineData("Account currency,,,,EUR\n" + Table, "EUR")]
    [InlineData("Statement of account (KES)\n" + Table, "KES")]
    [InlineData("All amounts in UGX\n" + Table, "UGX")]
    [InlineData("Date,Details,Debit (USD),Credit (USD),Balance (USD)\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n", "USD")]
    [InlineData("Date;Text;Betrag EUR;Saldo EUR\n03.05.2025;MIETE;-7,00;12,00\n04.05.2025;LOHN;9,00;21,00\n", "EUR")]
    [InlineData("Date;Text;Amount €;Balance\n03.05.2025;RENT;-7,00;12,00\n04.05.2025;WAGE;9,00;21,00\n", "EUR")]
    [InlineData("Date,Details,Debit USD,Credit EUR,Balance\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n", null)]
    [InlineData("Date,REF,Money out,Money in,Balance\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n", null)]
    [InlineData("Sort by ALL (TOP)\n" + Table, null)]
    [InlineData(Table, null)]
    public void The_currency_is_read_from_the_head(string file, string? currency) => Assert.Equal(currency, Of(file).Currency);

    private static ProfileSuggestion Of(string text) => ProfileSuggestion.From(EvidenceFile.Of("s.csv", Encoding.UTF8.GetBytes(text)))!;
}

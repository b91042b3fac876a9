using System.Text;
using Onus.Casework.Files;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Casework.Tests.Files;

/// <summary>What is proposed about the columns of a bank's table, and what of it other cases may see.</summary>
[Trait("Database", "none")]
public sealed class ProposedProfileTests
{
    private const string Table = "Date,Details,Money out,Money in,Balance\n03/05/2025,CASH,,100.00,100.00\n03/06/2025,RENT,20.00,,80.00\n";

    [Theory]
    [InlineData("banks/Cove CU M Tendero.csv")]
    [InlineData("First Harbor Bank - Ostrander 2025.csv")]
    [InlineData("20250517.csv")]
    public void The_name_of_the_profile_is_what_the_table_calls_its_columns_and_nothing_of_the_name_of_the_file(string file) =>
        Assert.Equal("Date, Details, Money out, Money in, Balance", Of([(file, Table)]).Name);

    [Theory]
    [InlineData("Datum;Omschrijving;Bedrag;Saldo\n03.05.2025;HUUR;-7,00;12,00\n04.05.2025;LOON;9,00;21,00\n", "Datum, Omschrijving, Bedrag, Saldo")]
    [InlineData("Date,Details,Amount,Balance of Ilse Varga\n03/05/2025,CASH,100.00,100.00\n03/06/2025,RENT,-20.00,80.00\n", "Date, Details, Amount, Balance")]
    [InlineData("Varga 2025,Date,Amount,Vostro\nx,03/05/2025,100.00,y\nx,03/06/2025,-20.00,y\n", "Date, Amount")]
    [InlineData("03/05/2025,CASH,100.00,100.00\n03/06/2025,RENT,-20.00,80.00\n", "")]
    public void Of_a_head_only_words_that_are_known_become_the_name(string table, string name) => Assert.Equal(name, Of([("a.csv", table)]).Name);

    [Fact]
    public void A_name_that_is_taken_gets_a_number() =>
        Assert.Equal("Date, Details, Money out, Money in, Balance 3", Of([("a.csv", Table)], "date, details, money out, money in, balance", "Date, Details, Money out, Money in, Balance 2").Name);

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
        ProposedProfile.Of([.. files.Select(file => ProfileSuggestion.From(EvidenceFile.Of(file.Name, Encoding.UTF8.GetBytes(file.Text)))!)], taken);
}

using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Tests.Tables;

public sealed class ColumnProfileTests
{
    [Theory]
    [InlineData("1,234.56", '.', "USD", 123456L)]
    [InlineData("1.234,56", ',', "EUR", 123456L)]
    [InlineData("1 234,5", ',', "EUR", 123450L)]
    [InlineData("1\u202F234,56", ',', "EUR", 123456L)]
    [InlineData("1'234.56", '.', "CHF", 123456L)]
    [InlineData("1,23,456.00", '.', "NPR", 12345600L)]
    [InlineData("(12.00)", '.', "USD", -1200L)]
    [InlineData("12.00-", '.', "USD", -1200L)]
    [InlineData("\u221212.00", '.', "USD", -1200L)]
    [InlineData("+12", '.', "USD", 1200L)]
    [InlineData("12.00 DR", '.', "NPR", -1200L)]
    [InlineData("12.00 Cr", '.', "NPR", 1200L)]
    [InlineData("-1,500.00 DR", '.', "USD", -150000L)]
    [InlineData("(1,500.00) DR", '.', "USD", -150000L)]
    [InlineData("DR 1,500.00-", '.', "USD", -150000L)]
    [InlineData("(-12.00)", '.', "USD", -1200L)]
    [InlineData("+12.00 CR", '.', "USD", 1200L)]
    [InlineData("-12.00 CR", '.', "USD", null)]
    [InlineData("(12.00) CR", '.', "USD", null)]
    [InlineData("(12.00 CR)", '.', "USD", null)]
    [InlineData("+12.00 DR", '.', "USD", null)]
    [InlineData("DR 12.00 CR", '.', "USD", null)]
    [InlineData("CRC 12.00", '.', "CRC", 1200L)]
    [InlineData("$12.00", '.', "USD", 1200L)]
    [InlineData("USD -12.00", '.', "USD", -1200L)]
    [InlineData("१,२३४.५०", '.', "NPR", 123450L)]
    [InlineData("1250", '.', "JPY", 1250L)]
    [InlineData("1.500", '.', "KWD", 1500L)]
    [InlineData("12.500", '.', "USD", null)]
    [InlineData("500.000", '.', "VND", null)]
    [InlineData("2.000", '.', "JPY", null)]
    [InlineData("-1.000", '.', "EUR", null)]
    [InlineData("1250.00", '.', "KRW", null)]
    [InlineData("1,0000", ',', "KWD", null)]
    [InlineData("500.000", ',', "VND", 500000L)]
    [InlineData("1.250.000", '\0', "VND", 1250000L)]
    [InlineData("1,250,000", '\0', "IDR", 125000000L)]
    [InlineData("-.50", '.', "USD", -50L)]
    [InlineData(",47", ',', "EUR", 47L)]
    [InlineData(".", '.', "USD", null)]
    [InlineData("1,00,000.00", '.', "INR", 10000000L)]
    [InlineData("1’250.50-", '.', "CHF", -125050L)]
    [InlineData("1.234", ',', "EUR", 123400L)]
    [InlineData("12.34", ',', "EUR", null)]
    [InlineData("12,34", '.', "USD", null)]
    [InlineData("12.345", '.', "USD", null)]
    [InlineData("1,234,56.00", '.', "USD", null)]
    [InlineData("", '.', "USD", null)]
    [InlineData("-", '.', "USD", null)]
    [InlineData("1e5", '.', "USD", null)]
    [InlineData("3.5E+14", '.', "USD", null)]
    [InlineData("99999999999999999999", '.', "USD", null)]
    public void An_amount_is_read_exactly_or_not_at_all(string cell, char sign, string currency, long? minor) =>
        Assert.Equal(minor, AmountCell.Read(cell, sign, currency));

    [Theory]
    [InlineData("120.00", -12000L)]
    [InlineData("-120.00", 12000L)]
    [InlineData("(120.00)", 12000L)]
    [InlineData("120.00-", 12000L)]
    [InlineData("120.00 CR", 12000L)]
    [InlineData("-120.00 CR", 12000L)]
    [InlineData("120.00 DR", -12000L)]
    [InlineData("-120.00 DR", null)]
    public void Turned_signs_turn_signs_and_no_words(string cell, long? minor) => Assert.Equal(minor, AmountCell.Read(cell, '.', "USD", turned: true));

    [Fact]
    public void A_profile_survives_writing_and_reading()
    {
        var full = BankCsvTests.Profile with
        {
            HeaderCells = ["Datum", "Text"],
            Amount = 7,
            Direction = 8,
            OutWords = ["Af"],
            InWords = ["Bij", "+"],
            TurnedSigns = true,
            HolderColumn = 9,
            DecimalSign = ColumnProfile.NoDecimalSign,
        };
        var json = ColumnProfileJson.Write(full);
        var again = ColumnProfileJson.Parse(json);
        Assert.True(again.IsOk);
        Assert.Equal(json, ColumnProfileJson.Write(again.Value));
        Assert.Equal((8, "Af", "Bij,+", true, 9, '\0'), (again.Value.Direction, string.Join(',', again.Value.OutWords), string.Join(',', again.Value.InWords), again.Value.TurnedSigns, again.Value.HolderColumn, again.Value.DecimalSign));
        Assert.Equal(["Datum", "Text"], again.Value.HeaderCells);
        Assert.Equal(["Summe"], again.Value.FooterStarts);
    }

    /// <summary>Saved profiles and entries of the log hold this very line.</summary>
    [Fact]
    public void A_profile_is_written_as_it_always_was() => Assert.Equal(
        """
        {"name":"Banca “Ñ”","delimiter":";","preambleLines":2,"header":true,"headerCells":["Fecha"],"footerStarts":["Saldo"],"date":1,"dateOrder":"dmy","time":0,"amount":3,"debit":0,"credit":0,"balance":4,"counterparty":0,"description":5,"reference":0,"currency":null,"currencyColumn":6,"decimalSign":"none","direction":7,"outWords":["Af",""],"inWords":["Bij"],"turnedSigns":false,"holder":"A & B","holderColumn":0,"plainRows":false}
        """,
        ColumnProfileJson.Write(new ColumnProfile
        {
            Name = "Banca “Ñ”",
            Delimiter = ';',
            PreambleLines = 2,
            HeaderCells = ["Fecha"],
            FooterStarts = ["Saldo"],
            Date = 1,
            DateOrder = "dmy",
            Amount = 3,
            Balance = 4,
            Description = 5,
            CurrencyColumn = 6,
            DecimalSign = ColumnProfile.NoDecimalSign,
            Direction = 7,
            OutWords = ["Af", ""],
            InWords = ["Bij"],
            Holder = "A & B",
        }));

    [Theory]
    [InlineData("\"header\":\"yes\"", "bad-field", "header")]
    [InlineData("\"outWords\":[\"Af\",1]", "bad-field", "outWords")]
    [InlineData("\"outWords\":[\"Af\",null]", "bad-field", "outWords")]
    [InlineData("\"footerStarts\":null", "bad-field", "footerStarts")]
    [InlineData("\"holder\":7", "bad-field", "holder")]
    [InlineData("\"balance\":1.5", "bad-field", "balance")]
    [InlineData("\"balance\":1001", "bad-field", "balance")]
    [InlineData("\"balance\":99999999999", "bad-field", "balance")]
    [InlineData("\"decimalSign\":\";\"", "bad-field", "decimalSign")]
    [InlineData("\"delimiter\":\"\\\"\"", "bad-field", "delimiter")]
    [InlineData("\"Balance\":1", "unknown-field", "Balance")]
    [InlineData("\"rows\":null", "unknown-field", "rows")]
    public void The_field_that_is_wrong_is_named(string field, string key, string named)
    {
        var error = ColumnProfileJson.Parse($$"""{"name":"x","date":1,"dateOrder":"dmy","amount":2,"currency":"EUR",{{field}}}""").Error;
        Assert.Equal(("errors.profile-" + key, named), (error?.Key, error?["field"]?.ToString()));
    }

    [Theory]
    [InlineData("{", "errors.profile-not-json")]
    [InlineData("{\"name\":\"x\",\"name\":\"y\"}", "errors.profile-not-json")]
    [InlineData("[]", "errors.profile-not-json")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"amount\":2}", "errors.profile-missing-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"currency\":\"EUR\"}", "errors.profile-missing-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dym\",\"amount\":2,\"currency\":\"EUR\"}", "errors.profile-bad-field")]
    [InlineData("{\"name\":\"x\",\"date\":-1,\"dateOrder\":\"dmy\",\"amount\":2,\"currency\":\"EUR\"}", "errors.profile-bad-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"amount\":2,\"currency\":\"euro\"}", "errors.profile-bad-field")]
    [InlineData("{\"name\":\"x\",\"delimiter\":\";;\",\"date\":1,\"dateOrder\":\"dmy\",\"amount\":2,\"currency\":\"EUR\"}", "errors.profile-bad-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"amount\":2,\"currency\":\"EUR\",\"direction\":3}", "errors.profile-missing-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"debit\":2,\"currency\":\"EUR\",\"turnedSigns\":true}", "errors.profile-missing-field")]
    [InlineData("{\"name\":\"x\",\"date\":1,\"dateOrder\":\"dmy\",\"amount\":2,\"currency\":\"EUR\",\"direction\":3,\"outWords\":[\"D\"],\"inWords\":[\"d\"]}", "errors.profile-bad-field")]
    [InlineData("{\"name\":\"x\",\"colour\":1}", "errors.profile-unknown-field")]
    public void A_broken_profile_is_refused_by_field(string json, string key) => Assert.Equal(key, ColumnProfileJson.Parse(json).Error?.Key);

    [Fact]
    public void A_suggestion_shows_what_the_header_words_suggest_and_decides_nothing()
    {
        var suggestion = ProfileSuggestion.From(EvidenceFile.Of("s.csv", Encoding.UTF8.GetBytes(BankCsvTests.Statement)));
        Assert.NotNull(suggestion);
        Assert.Equal((';', 2), (suggestion.Delimiter, suggestion.PreambleLines));
        Assert.Equal(["Datum", "Text", "Empfänger", "Soll", "Haben", "Saldo"], suggestion.Header);
        Assert.Equal(new Dictionary<string, int> { ["date"] = 1, ["counterparty"] = 3, ["debit"] = 4, ["credit"] = 5, ["balance"] = 6 }, suggestion.Columns.ToDictionary());
        Assert.Equal(',', suggestion.DecimalSign);
        Assert.Contains("dmy", suggestion.DateOrders);
        Assert.DoesNotContain("ymd", suggestion.DateOrders);
        Assert.Equal("Farm Nord", suggestion.Rows[0][2]);
    }

    [Theory]
    [InlineData("2025-02-12 2025-02-28 2025-03-31 2025-05-16", "ymd")]
    [InlineData("2025/02/03 2025/04/05", "ymd")]
    [InlineData("2025. 2. 3. 2025. 4. 5.", "ymd", '_')]
    [InlineData("12_Feb_2025 3_March_2025", "dmy")]
    [InlineData("Feb_12,_2025 Mar_3,_2025", "mdy")]
    [InlineData("20250212 20250503", "ymd")]
    [InlineData("13/02/2025 03/04/2025", "dmy")]
    [InlineData("02/13/2025 03/04/2025", "mdy")]
    [InlineData("03/04/2025 05/06/2025", "dmy,mdy")]
    [InlineData("2025-02-12 03/04/2025", "dmy,mdy")]
    [InlineData("3-May-25 4-Jun-25", "dmy,mdy,ymd")]
    public void Where_only_one_order_fits_or_none_makes_a_difference_one_is_left(string dates, string orders, char parts = ' ')
    {
        foreach (var day in (string[])["Date", "Jour"])
        {
            var rows = string.Concat((parts == ' ' ? dates.Split(' ') : ["2025. 2. 3.", "2025. 4. 5."]).Select(date => $"\"{date.Replace('_', ' ')}\",\"Rent\",\"5.00\",\"\",\"20,250,212.00\"\n"));
            var table = $"Account: 77 Mill Street\n\"{day}\",\"Payee\",\"Paid out\",\"Paid in\",\"Balance\"\n{rows}\"\",\"\",\"25.00\",\"3.00\",\"\"\n\"* figures may change\"\n";
            var suggestion = ProfileSuggestion.From(EvidenceFile.Of("s.csv", Encoding.UTF8.GetBytes(table)));
            var digitsAlone = day == "Jour" && dates[4] is not ('-' or '/' or '.') && dates.All(letter => letter == ' ' || char.IsAsciiDigit(letter));
            Assert.Equal(digitsAlone ? "dmy,mdy,ymd" : orders, string.Join(',', suggestion!.DateOrders));
        }
    }

    [Theory]
    [InlineData("dmy", true)]
    [InlineData("ymd", true)]
    public void A_saved_profile_fits_a_table_whose_dates_read_the_same_in_any_order(string saved, bool fits)
    {
        var suggestion = ProfileSuggestion.From(EvidenceFile.Of("s.csv", "Date,Payee,Amount\n2025-02-12,Rent,5.00\n2025-03-12,Rent,5.00\n"u8.ToArray()))!;
        Assert.Equal(fits, suggestion.Fits(new ColumnProfile { Name = "p", Delimiter = ',', HeaderCells = ["Date", "Payee", "Amount"], Date = 1, Amount = 3, DateOrder = saved, Currency = "EUR" }));
    }

    [Fact]
    public void Prose_is_no_table() => Assert.Null(ProfileSuggestion.From(EvidenceFile.Of("a.txt", "Dear Asha,\nas agreed, we meet.\nYours, B.\n"u8.ToArray())));
}

using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Web.Files;

namespace Onus.Web.Tests.Files;

public sealed class ProfileFieldsTests
{
    private static readonly Dictionary<string, string> Filled = new(StringComparer.Ordinal)
    {
        ["profile-name"] = "Kestria",
        ["col-date"] = "1",
        ["col-amount"] = "3",
        ["col-direction"] = "4",
        ["col-holder-column"] = "5",
        ["table-order"] = "dmy",
        ["currency"] = "eur",
        ["decimal"] = "none",
        ["out-words"] = "Af, D ,",
        ["in-words"] = "Bij",
        ["signs"] = "plain",
        ["holder"] = " The Lantern ",
    };

    private static readonly ProfileSuggestion Table = ProfileSuggestion.From(EvidenceFile.Of("s.csv", Encoding.UTF8.GetBytes(
        "Bank,,,,\nDatum,Naam,Bedrag,Af Bij,Rekening\n03/05/2025,Ilse,900,Bij,77\n04/05/2025,Huur,5,Af,77\n")))!;

    [Fact]
    public void The_form_carries_every_part_of_a_profile()
    {
        var made = ProfileFields.Make(Table, Sent(Filled)).Value;
        Assert.Equal((4, 5, 3, "The Lantern", ColumnProfile.NoDecimalSign, false), (made.Direction, made.HolderColumn, made.Amount, made.Holder, made.DecimalSign, made.TurnedSigns));
        Assert.Equal(["Af", "D"], made.OutWords);
        Assert.Equal(["Bij"], made.InWords);
        Assert.Equal(["Datum", "Naam", "Bedrag", "Af Bij", "Rekening"], made.HeaderCells);
        Assert.True(ColumnProfileJson.Parse(ColumnProfileJson.Write(made)).IsOk);
        Assert.True(Table.Fits(made));

        var turned = ProfileFields.Make(Table, Sent(new(Filled) { ["col-direction"] = "", ["signs"] = "turned" })).Value;
        Assert.True(turned.TurnedSigns);
        Assert.Empty(turned.OutWords);
    }

    [Fact]
    public void Two_quotation_marks_stand_for_an_empty_cell()
    {
        var made = ProfileFields.Make(Table, Sent(new(Filled) { ["out-words"] = "\"\"", ["in-words"] = "CR, Cr." })).Value;
        Assert.Equal([""], made.OutWords);
        Assert.Equal(["CR", "Cr."], made.InWords);
        Assert.True(ColumnProfileJson.Parse(ColumnProfileJson.Write(made)).IsOk);
    }

    [Theory]
    [InlineData("out-words", " , ", "files.profile-words-missing")]
    [InlineData("in-words", "", "files.profile-words-missing")]
    [InlineData("in-words", "af", "files.profile-words-twice")]
    [InlineData("col-date", "", "files.profile-date-missing")]
    public void What_is_missing_is_said_at_its_field(string field, string value, string key)
    {
        var error = ProfileFields.Make(Table, Sent(new(Filled) { [field] = value })).Error!;
        Assert.Equal((key, field), (error.Key, error.Values[0].Value.ToString()));
    }

    [Fact]
    public void Turned_signs_and_a_direction_need_one_column_of_amounts() =>
        Assert.Equal("files.profile-signs-need-amount", ProfileFields.Make(Table, Sent(new(Filled) { ["col-amount"] = "", ["col-debit"] = "3" })).Error!.Key);

    private static Func<string, string> Sent(Dictionary<string, string> fields) => name => fields.GetValueOrDefault(name, "");
}

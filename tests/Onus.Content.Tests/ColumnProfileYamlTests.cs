using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Content.Tests;

public sealed class ColumnProfileYamlTests : IDisposable
{
    private static readonly Texts Texts = Texts.Load(ContentFolder.Find(), "en", strict: true);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-profiles-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_field_of_a_profile_can_be_written_in_yaml()
    {
        var profile = Sound("""
            name: Kestria
            delimiter: ";"
            date: 1
            date-order: dmy
            amount: 3
            currency: EUR
            decimal-sign: none
            header-cells: [Datum, Bedrag]
            direction: 4
            out-words: [Af, "-"]
            in-words: [Bij, "+"]
            holder-column: 5
            """);
        Assert.Equal((4, 5, ';', '\0'), (profile.Direction, profile.HolderColumn, profile.Delimiter, profile.DecimalSign));
        Assert.Equal(["Af", "-"], profile.OutWords);
        Assert.Equal(["Bij", "+"], profile.InWords);
        Assert.Equal(["Datum", "Bedrag"], profile.HeaderCells);
    }

    [Fact]
    public void What_is_not_written_is_as_in_a_profile_that_says_nothing()
    {
        var profile = Sound("name: Kestria\ndate: 1\ndate-order: dmy\ndebit: 2\ncredit: 3\ncurrency: EUR\n");
        Assert.Equal(
            ColumnProfileJson.Write(new ColumnProfile { Name = "Kestria", Date = 1, DateOrder = "dmy", Debit = 2, Credit = 3, Currency = "EUR" }), ColumnProfileJson.Write(profile));
    }

    [Fact]
    public void A_profile_of_plain_rows_needs_no_more_than_its_name() => Assert.True(Sound("name: no bank\nplain-rows: true\n").PlainRows);

    [Theory]
    [InlineData("date-order: dmy", "date-order: dym", 3, "\"dym\" is none of: dmy, mdy, ymd.")]
    [InlineData("date-order: dmy", "dateOrder: dmy", 3, "\"dateOrder\" is written \"date-order\".")]
    [InlineData("date-order: dmy\n", "", 1, "\"date-order\" is missing.")]
    [InlineData("amount: 3\n", "", 1, "\"amount\" is missing.")]
    [InlineData("amount: 3\n", "amount: three\n", 4, "\"three\" is not a whole number.")]
    [InlineData("amount: 3\n", "amount: 3\ndirection: 5\n", 1, "\"out-words\" is missing.")]
    [InlineData("currency: EUR", "currency: euro", 5, "The field \"currency\" of the column profile has a value it cannot have.")]
    [InlineData("currency: EUR", "currency: EUR\npreamble-lines: -1", 6, "The field \"preamble-lines\" of the column profile has a value it cannot have.")]
    [InlineData("currency: EUR", "currency: EUR\ndelimiter: ;;", 6, "The field \"delimiter\" of the column profile has a value it cannot have.")]
    [InlineData("currency: EUR", "currency: EUR\ndecimal-sign: point", 6, "The field \"decimal-sign\" of the column profile has a value it cannot have.")]
    [InlineData("currency: EUR", "currency: EUR\nturned-signs: perhaps", 6, "\"perhaps\" is none of: true, false.")]
    public void What_is_wrong_is_told_once_at_its_line(string sound, string broken, int line, string said)
    {
        const string Yaml = "name: Kestria\ndate: 1\ndate-order: dmy\namount: 3\ncurrency: EUR\n";
        var (profile, faults) = Read(Yaml.Replace(sound, broken, StringComparison.Ordinal));
        Assert.Null(profile);
        var fault = Assert.Single(faults);
        Assert.Equal((line, said), (fault.Line, Texts.Of(fault.Why)));
    }

    private ColumnProfile Sound(string yaml)
    {
        var (profile, faults) = Read(yaml);
        Assert.Empty(faults);
        return profile!;
    }

    private (ColumnProfile? Profile, List<ContentFault> Faults) Read(string yaml)
    {
        var path = Path.Combine(folder.FullName, "profile.yaml");
        File.WriteAllText(path, yaml);
        var faults = new List<ContentFault>();
        return (ColumnProfileYaml.Read(path, faults), faults);
    }
}

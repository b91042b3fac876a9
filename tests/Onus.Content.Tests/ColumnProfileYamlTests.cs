using System.Text.Json;

namespace Onus.Content.Tests;

public sealed class ColumnProfileYamlTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-profiles-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_field_of_a_profile_can_be_written_in_yaml()
    {
        var json = Read("""
            name: Kestria
            date: 1
            date-order: dmy
            amount: 3
            currency: EUR
            decimal-sign: none
            header-cells: [Datum, Bedrag]
            direction: 4
            out-words: [Af, "-"]
            in-words: [Bij, "+"]
            turned-signs: true
            holder-column: 5
            """);
        Assert.Equal((4, 5, true, false), (json.GetProperty("direction").GetInt32(), json.GetProperty("holderColumn").GetInt32(), json.GetProperty("turnedSigns").GetBoolean(), json.GetProperty("plainRows").GetBoolean()));
        Assert.Equal("none", json.GetProperty("decimalSign").GetString());
        Assert.Equal(["Af", "-"], json.GetProperty("outWords").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(["Bij", "+"], json.GetProperty("inWords").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(["Datum", "Bedrag"], json.GetProperty("headerCells").EnumerateArray().Select(w => w.GetString()));
    }

    [Fact]
    public void A_profile_of_plain_rows_needs_no_more_than_its_name() => Assert.True(Read("name: no bank\nplain-rows: true\n").GetProperty("plainRows").GetBoolean());

    private JsonElement Read(string yaml)
    {
        var path = Path.Combine(folder.FullName, "profile.yaml");
        File.WriteAllText(path, yaml);
        var faults = new List<ContentFault>();
        var json = ColumnProfileYaml.Read(path, faults);
        Assert.Empty(faults);
        return JsonDocument.Parse(json!).RootElement.Clone();
    }
}

using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Tables;

/// <summary>Each input with which a fault of reading tables was shown, and the value that is right for it.</summary>
public sealed class SharedTablesTests
{
    [Fact]
    public void Direction_column()
    {
        var profile = SharedCases.Profile("csv-direction-column/profile.json");
        var asked = Assert.Single(Read("csv-direction-column/af-bij.csv", profile).Summary.NeedsDecision);
        Assert.Equal(("profile", "Af Bij"), (asked.What, asked.Value));
        Assert.Equal([90000L, -7594L], Amounts(Read("csv-direction-column/af-bij.csv", profile with { Direction = 4, OutWords = ["Af"], InWords = ["Bij"] })));
        Assert.Equal([-12000L, 12000L], Amounts(Read("csv-direction-column/card.csv", profile with { DecimalSign = '.', TurnedSigns = true })));
    }

    [Theory]
    [InlineData("headerless.csv", "profile.json", 1)]
    [InlineData("shorter-preamble.csv", "profile-preamble.json", 3)]
    public void First_row_lost(string file, string profile, int line)
    {
        var known = SharedCases.Profile("csv-first-row-lost/" + profile);
        var asked = Assert.Single(Read("csv-first-row-lost/" + file, known).Summary.NeedsDecision);
        Assert.Equal(("profile", line), (asked.What, asked.Line!.Value));
        Assert.Equal([90000L, -5000L], Amounts(Read("csv-first-row-lost/" + file, known with { Header = line == 3, PreambleLines = line == 3 ? 1 : 0 })));
    }

    [Fact]
    public void Midnight()
    {
        var run = Read("csv-midnight/midnight.csv", SharedCases.Profile("csv-midnight/profile.json"));
        Assert.Equal(["2025-05-03", "2025-05-04"], run.Records.Select(r => r.Time.Local));
        Assert.All(run.Records, r => Assert.Null(r.Time.Utc));
    }

    [Fact]
    public void Shifted_columns()
    {
        var profile = SharedCases.Profile("csv-shifted-columns/profile.json");
        var comma = Read("csv-shifted-columns/comma-in-text.csv", profile);
        Assert.Equal([90000L, null], Amounts(comma));
        Assert.Equal(["cells-do-not-fit:5"], comma.Records[1].Warnings);
        var space = Assert.Single(Read("csv-shifted-columns/space-before-quote.csv", profile).Records);
        Assert.Equal(("Rent, 4", -5000L), (space.Text, space.Amount!.Minor));
        var backslash = Assert.Single(Read("csv-shifted-columns/backslash.csv", profile).Records);
        Assert.Equal(("Cash \"for, 12\" nights", -10000L), (backslash.Text, backslash.Amount!.Minor));
    }

    [Fact]
    public void Small_forms()
    {
        var forms = Read("csv-small-forms/forms.csv", SharedCases.Profile("csv-small-forms/profile.json"));
        Assert.Equal([-50L, -35000L, null], Amounts(forms));
        Assert.Equal(["amount-unreadable"], forms.Records[2].Warnings);
        Assert.Equal("2019-04-19", forms.Records[1].Time.Local);
        Assert.Equal([-500L], Amounts(Read("csv-small-forms/sep.csv", SharedCases.Profile("csv-small-forms/profile-semicolon.json"))));
    }

    [Theory]
    [InlineData("dong.csv", "profile.json", 2)]
    [InlineData("euro.csv", "profile-euro.json", 1)]
    public void Thousand_times_less(string file, string profile, int rows)
    {
        var run = Read("csv-thousand-times-less/" + file, SharedCases.Profile("csv-thousand-times-less/" + profile));
        Assert.Equal(rows, run.Records.Count);
        Assert.All(run.Records, r => Assert.Equal((null, "amount-unreadable"), (r.Amount, Assert.Single(r.Warnings))));
        Assert.Equal([$"decimal-sign-doubtful:{rows}"], run.Summary.Warnings);
    }

    [Fact]
    public void Line_ends_of_a_return() =>
        Assert.Equal([90000L, -5000L], Amounts(Read("cr-line-ends/mac.csv", SharedCases.Profile("cr-line-ends/profile.json"))));

    private static FileRun Read(string input, ColumnProfile profile) => SharedCases.Read(input, new ReadOptions("Asia/Kathmandu", Profile: profile));

    private static long?[] Amounts(FileRun run) => [.. run.Records.Select(r => r.Amount?.Minor)];
}

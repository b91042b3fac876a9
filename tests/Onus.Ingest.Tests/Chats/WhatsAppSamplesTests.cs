using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

public sealed class WhatsAppSamplesTests
{
    private static string? Folder => SharedCases.Folder("samples", "whatsapp");

    [Theory]
    [InlineData("lorem.txt", "dmy", 500)]
    [InlineData("lorem-2000.txt", "ymd", 2000)]
    [InlineData("lorem-merge-part1.txt", "ymd", 300)]
    [InlineData("lorem-merge-part2.txt", "ymd", 300)]
    [InlineData("pokemon.txt", "dmy", 20)]
    public void A_sample_is_read_in_full_with_its_true_order(string name, string order, int messages)
    {
        Assert.SkipUnless(Folder is not null, "The samples are not here.");
        var run = FileRun.Of(name, File.ReadAllBytes(Path.Combine(Folder, name)), new ReadOptions("Europe/Berlin", order));
        Assert.Equal(0, run.Summary.ExitCode);
        Assert.Equal(messages, run.Summary.Records);
        Assert.Empty(run.Summary.Skipped);
        Assert.All(run.Records, r => Assert.NotNull(r.Time.Utc));
        Assert.DoesNotContain(run.Records.SelectMany(r => r.Warnings), ReadWarnings.IsOfSender);
        Assert.Empty(run.Summary.Warnings);
    }

    [Theory]
    [InlineData("lorem.txt", "mdy")]
    [InlineData("lorem.txt", "ymd")]
    [InlineData("pokemon.txt", "mdy")]
    [InlineData("pokemon.txt", "ymd")]
    public void A_sample_is_refused_with_a_wrong_order_and_the_line_is_shown(string name, string order)
    {
        Assert.SkipUnless(Folder is not null, "The samples are not here.");
        var run = FileRun.Of(name, File.ReadAllBytes(Path.Combine(Folder, name)), new ReadOptions("Europe/Berlin", order));
        Assert.Equal(1, run.Summary.ExitCode);
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal("date-order", decision.What);
        Assert.Equal(["dmy"], decision.Options);
        var line = File.ReadLines(Path.Combine(Folder, name)).ElementAt(decision.Line!.Value - 1);
        Assert.Contains(decision.Value!, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lorem-2000.txt")]
    [InlineData("lorem-merge-part1.txt")]
    [InlineData("lorem-merge-part2.txt")]
    public void A_four_digit_year_first_is_read_the_same_under_every_order(string name)
    {
        Assert.SkipUnless(Folder is not null, "The samples are not here.");
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        var lines = new[] { null, "dmy", "mdy", "ymd" }.Select(order => FileRun.Of(name, bytes, new ReadOptions("Europe/Berlin", order)).Lines());
        Assert.Single(lines.Distinct());
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Onus.Domain.Tests;

/// <summary>
/// The same piece of work in every run, on as many cores as the budgets were measured on: what a ring may take is counted in it, so that a slow
/// machine has more time. It is none of Onus's own work, which may become faster. <c>tests/budgets</c> says how it is used.
/// </summary>
public sealed class Yardstick
{
    private const int Cores = 2, Rounds = 3, Rows = 240_000;

    [Fact(Explicit = true)]
    public void How_long_a_fixed_piece_of_work_takes_here()
    {
        var rounds = new List<double>();
        for (var round = 0; round < Rounds + 1; round++)
        {
            var watch = Stopwatch.StartNew();
            var sums = new long[Cores];
            Parallel.For(0, Cores, new ParallelOptions { MaxDegreeOfParallelism = Cores }, core => sums[core] = Work());
            Assert.All(sums, sum => Assert.Equal(sums[0], sum));
            rounds.Add(watch.Elapsed.TotalSeconds);
        }

        // The first round is compiled while it runs.
        var seconds = rounds.Skip(1).Order().ElementAt(Rounds / 2).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine($"figure: yardstick: {seconds} s");
        if (Environment.GetEnvironmentVariable("ONUS_YARDSTICK") is { } file)
        {
            File.WriteAllText(file, seconds + "\n");
        }
    }

    /// <summary>Words into a table, rows to JSON and back, and sorted: what programs like this one do all day.</summary>
    private static long Work()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<Row>();
        uint seed = 12_345;
        for (var i = 0; i < Rows; i++)
        {
            seed = unchecked((seed * 1_664_525) + 1_013_904_223);
            var word = new StringBuilder("word-").Append(seed % 9_973).Append(i % 7 == 0 ? " and more" : "").ToString();
            table[word] = table.GetValueOrDefault(word) + 1;
            rows.Add(new Row(i, word, seed % 1000));
        }

        var back = JsonSerializer.Deserialize<List<Row>>(JsonSerializer.SerializeToUtf8Bytes(rows))!;
        back.Sort((one, other) => string.CompareOrdinal(one.Words, other.Words) is var words && words != 0 ? words : one.Number.CompareTo(other.Number));
        return back.Select((row, i) => row.Number * (i % 13)).Sum() + table.Count;
    }

    private sealed record Row(long Number, string Words, long Value);
}

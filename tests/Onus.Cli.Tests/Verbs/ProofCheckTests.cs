using System.Text.Json;

namespace Onus.Cli.Tests.Verbs;

public sealed class ProofCheckTests : IDisposable
{
    private const string TwoExhibitsOneWarrant = """
        {"schema":"onus.proof/1","goals":["F"],"victims":["V"],
         "points":[{"id":"w","label":"Warrant 7"},{"id":"d"},{"id":"q","person":"V"}],
         "evidence":[{"id":"Phone","legal":["w"],"factual":["d"],"origins":["phone"]},{"id":"Cloud","legal":["w"],"factual":["q"],"origins":["V"]}],
         "nodes":[{"id":"F","label":"Means","any":["Phone","Cloud"]}],
         "arguments":[{"id":"a","by":"defence","on":"Phone/adm","text":"No authority"}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("onus-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task With_json_stdout_is_one_document_and_stderr_is_silent()
    {
        var (exit, output, error) = await Run("proof", "check", File(TwoExhibitsOneWarrant), "--json");
        Assert.Equal(0, exit);
        Assert.Empty(error);
        var goal = JsonDocument.Parse(output).RootElement.GetProperty("goals").GetProperty("F");
        Assert.Equal("""[["w"],["d","q"]]""", goal.GetProperty("minCuts").GetRawText());
        Assert.Equal("stands", goal.GetProperty("withAll").GetString());
        Assert.Equal("victim-not-needed", goal.GetProperty("victim").GetProperty("category").GetString());
    }

    [Theory]
    [InlineData("""{"id":"a","by":"defence","on":"G"}""", "contested", "stands", "fails")]
    [InlineData("""{"id":"a","by":"defence","on":"G"},{"id":"b","by":"prosecution","on":"a","premises":["G"]}""", "contested", "stands", "contested")]
    [InlineData("""{"id":"a","by":"defence","on":"G"},{"id":"b","by":"prosecution","on":"a","premises":["p"]}""", "supported if believed", "stands", "stands")]
    [InlineData("""{"id":"a","by":"defence","on":"G","ruling":"sustained"}""", "not supported", "fails", "fails")]
    [InlineData("""{"id":"a","by":"defence","on":"G","ruling":"overruled"}""", "supported if believed", "stands", "stands")]
    public async Task The_first_word_of_a_goal_is_the_one_that_pages_have_for_it(string arguments, string word, string ruled, string all)
    {
        var file = File($$"""{"schema":"onus.proof/1","goals":["G"],"victims":[],"points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"G","any":["E"]}],"arguments":[{{arguments}}]}""");
        var (_, said, _) = await Run("proof", "check", file);
        Assert.StartsWith($"G: {word}. On the rulings so far ", said, StringComparison.Ordinal);
        var (_, json, _) = await Run("proof", "check", file, "--json");
        var goal = JsonDocument.Parse(json).RootElement.GetProperty("goals").GetProperty("G");
        Assert.Equal((ruled, all), (goal.GetProperty("ruledOnly").GetString(), goal.GetProperty("withAll").GetString()));
    }

    [Fact]
    public async Task Without_json_the_answer_is_sentences_with_labels()
    {
        var (exit, output, _) = await Run("proof", "check", File(TwoExhibitsOneWarrant));
        Assert.Equal(0, exit);
        Assert.Contains("Means [F]: supported if believed", output, StringComparison.Ordinal);
        Assert.Contains("    Warrant 7 [w]\n    d and q\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("These are all combinations", output, StringComparison.Ordinal);
        Assert.Contains("No listed challenge without a ruling", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_searched_is_said()
    {
        var (_, output, _) = await Run("proof", "check", File(TwoExhibitsOneWarrant), "--max-order", "1", "--max-paths", "1");
        Assert.Contains("Larger ones were not searched", output, StringComparison.Ordinal);
        Assert.Contains("Larger sets that carry it were not listed", output, StringComparison.Ordinal);
        var (_, json, _) = await Run("proof", "check", File(TwoExhibitsOneWarrant), "--json", "--max-order", "1", "--max-paths", "1");
        var goal = JsonDocument.Parse(json).RootElement.GetProperty("goals").GetProperty("F");
        Assert.Equal(1, goal.GetProperty("completeToOrder").GetInt32());
        Assert.False(goal.GetProperty("pathsComplete").GetBoolean());
        Assert.Equal("""[["d","w"]]""", goal.GetProperty("minPaths").GetRawText());
    }

    [Theory]
    [InlineData("0", "was not searched, not even the loss of one foundation", "What breaks it without them was not searched")]
    [InlineData("1", "It survives the loss of any one foundation.", "Without them no foundation alone breaks it")]
    [InlineData("2", "It survives the loss of any 2 foundations. Larger combinations were not searched.", "Without them no combination of 2 breaks it")]
    public async Task Where_the_search_ended_before_the_first_loss_the_sentence_says_what_was_tried(string order, string cuts, string without)
    {
        var (exit, output, _) = await Run("proof", "check", File(AnyOf(6)), "--max-order", order);
        Assert.Equal(0, exit);
        Assert.Contains(cuts, output, StringComparison.Ordinal);
        Assert.Contains(without, output, StringComparison.Ordinal);
        Assert.DoesNotContain("any 0 foundations", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_that_are_too_many_to_list_are_counted()
    {
        var text = AnyOf(20).Replace("\"any\":", "\"atLeast\":10,\"of\":", StringComparison.Ordinal);
        var (_, output, _) = await Run("proof", "check", File(text), "--max-paths", "1");
        Assert.Contains("167960 combinations of 11 foundations break it; none smaller does. They are too many to list", output, StringComparison.Ordinal);
        var (_, json, _) = await Run("proof", "check", File(text), "--max-paths", "1", "--json");
        var goal = JsonDocument.Parse(json).RootElement.GetProperty("goals").GetProperty("F");
        Assert.Equal(11, goal.GetProperty("k").GetInt32());
        Assert.Equal("""{"size":11,"count":167960}""", goal.GetProperty("minCutsNotListed").GetRawText());
    }

    [Fact]
    public async Task A_rule_too_complex_to_decide_is_a_warning_and_no_error()
    {
        var r = new Random(5);
        var evidence = Enumerable.Range(0, 400).Select(i => new { id = "e" + i, factual = new[] { "p" }, origins = Enumerable.Range(0, 5).Select(_ => "o" + r.Next(40)).Distinct() });
        var graph = new
        {
            schema = "onus.proof/1",
            goals = new[] { "F", "G" },
            points = new[] { new { id = "p" } },
            evidence,
            nodes = new object[] { new { id = "F", any = evidence.Select(e => e.id), corroboration = new { minOrigins = 3 } }, new { id = "G", any = new[] { "e0" } } },
        };
        var file = File(JsonSerializer.Serialize(graph));
        var (exit, output, error) = await Run("proof", "check", file, "--json");
        Assert.Equal((0, ""), (exit, error));
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal("F", report.GetProperty("warnings")[0].GetProperty("node").GetString());
        Assert.Equal("fails", report.GetProperty("goals").GetProperty("F").GetProperty("ruledOnly").GetString());
        Assert.Equal("stands", report.GetProperty("goals").GetProperty("G").GetProperty("ruledOnly").GetString());
        (exit, output, _) = await Run("proof", "check", file);
        Assert.Equal(0, exit);
        Assert.StartsWith("Warning: Whether 3 sources of 'F' are independent was not worked out", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_that_fails_is_an_answer()
    {
        var (exit, output, _) = await Run("proof", "check", File("""{"schema":"onus.proof/1","goals":["F"],"nodes":[{"id":"F","any":[]}]}"""), "--json");
        Assert.Equal(0, exit);
        Assert.Contains("\"ruledOnly\":\"fails\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schema":"onus.proof/1","nodes":[{"id":"A","any":["B"]},{"id":"B","any":["A"]}]}""", "$.nodes[0].any[0]")]
    [InlineData("not json", "$")]
    [InlineData("", "$")]
    public async Task An_invalid_graph_names_every_fault_and_exits_1(string text, string path)
    {
        var (exit, output, error) = await Run("proof", "check", File(text), "--json");
        Assert.Equal(1, exit);
        Assert.NotEmpty(error);
        var errors = JsonDocument.Parse(output).RootElement.GetProperty("errors");
        Assert.Equal(path, errors[0].GetProperty("path").GetString());
        Assert.NotEmpty(errors[0].GetProperty("message").GetString()!);
        Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateObject());

        (exit, output, error) = await Run("proof", "check", File(text));
        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains(path, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proof", "check")]
    [InlineData("proof", "check", "/there/is/no/such.json")]
    [InlineData("proof", "check", "/there/is/no/such.json", "--json")]
    [InlineData("proof", "check", ".", "--json")]
    [InlineData("proof", "check", "x.json", "--max-order", "-1")]
    [InlineData("proof", "check", "x.json", "--max-order", "many")]
    [InlineData("proof", "check", "x.json", "--max-paths", "-3")]
    [InlineData("proof", "check", "x.json", "--unknown")]
    [InlineData("proof")]
    [InlineData("prove")]
    [InlineData]
    public async Task Bad_arguments_and_unreadable_files_exit_2_with_one_line(params string[] args)
    {
        var (exit, output, error) = await Run(args);
        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Help_is_not_an_error()
    {
        var (exit, output, _) = await Run("proof", "check", "--help");
        Assert.Equal(0, exit);
        Assert.Contains("--max-order", output, StringComparison.Ordinal);
    }

    /// <summary>One node that any of so many exhibits is enough for; the first is the victim's.</summary>
    private static string AnyOf(int width) => JsonSerializer.Serialize(new
    {
        schema = "onus.proof/1",
        goals = new[] { "F" },
        victims = new[] { "V" },
        points = Enumerable.Range(0, width).Select(i => new { id = "p" + i, person = i == 0 ? "V" : "W" }),
        evidence = Enumerable.Range(0, width).Select(i => new { id = "e" + i, factual = new[] { "p" + i } }),
        nodes = new[] { new { id = "F", any = Enumerable.Range(0, width).Select(i => "e" + i) } },
    });

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private string File(string text)
    {
        var path = Path.Combine(folder, Guid.CreateVersion7().ToString("N") + ".json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}

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

using Onus.Content;

namespace Onus.Cli.Tests.Verbs;

public sealed class ContentVerbsTests : IDisposable
{
    private readonly DirectoryInfo content = Directory.CreateTempSubdirectory("onus-content-");

    public ContentVerbsTests()
    {
        Write("languages/en/a.yaml", "hello: Hello\n");
        Write("guidance/retention.yaml", "# What a unit knows.\nclocks: []\n");
        Write("practice/a-case/files/notes.yaml", "what: came from outside\n");
    }

    public void Dispose() => content.Delete(recursive: true);

    [Fact]
    public async Task The_shipped_content_has_no_fault()
    {
        var (exit, output, errors) = await Run("content", "check");
        Assert.Equal((0, ""), (exit, errors));
        Assert.StartsWith("No faults in ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_named_with_file_and_line()
    {
        Write("guidance/retention.yaml", "clocks:\n  - country: us\n    Holder: A shop\n    kind: camera-recordings\n    days: 30\n    source: A sign\n");
        Write("languages/en/b.yaml", "goodBye: Bye\n");
        Write("practice/a-case/work.yaml", "facts: [{key: f}]\n");
        Write("law/zz/pack.yaml", "country: zz\n");
        Write("guidance/other.yaml", "a: b\n");
        var (exit, output, _) = await Run("content", "check", content.FullName);
        Assert.Equal(1, exit);
        Assert.Contains("retention.yaml:3: \"Holder\" is written \"holder\".", output, StringComparison.Ordinal);
        Assert.Contains("b.yaml:1: the key 'goodBye' is written 'good-bye'", output, StringComparison.Ordinal);
        Assert.Contains("work.yaml:1: \"sentence\" is missing.", output, StringComparison.Ordinal);
        Assert.Contains("pack.yaml:1: \"title\" is missing.", output, StringComparison.Ordinal);
        Assert.Contains("other.yaml:1: Nothing reads a file here.", output, StringComparison.Ordinal);
        // What came from outside is evidence, whatever its name ends in.
        Assert.DoesNotContain("notes.yaml", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schemas_are_written_and_named_once_in_each_file()
    {
        Write("languages/en/b.yaml", "# yaml-language-server: $schema=old.json\nbye: Bye\n");
        Assert.Equal(0, (await Run("content", "schema", content.FullName)).Exit);
        var (exit, output, _) = await Run("content", "schema", content.FullName);
        Assert.Equal(0, exit);
        Assert.Contains("; 0 content files", output, StringComparison.Ordinal);
        Assert.Equal("# yaml-language-server: $schema=../../schema/texts.json\nbye: Bye\n", Text("languages/en/b.yaml"));
        Assert.Equal("# yaml-language-server: $schema=../schema/retention.json\n# What a unit knows.\nclocks: []\n", Text("guidance/retention.yaml"));
        Assert.Equal("what: came from outside\n", Text("practice/a-case/files/notes.yaml"));
        Assert.All(ContentKinds.All, kind => Assert.Equal(kind.Json(), Text($"schema/{kind.Name}.json")));
    }

    [Fact]
    public async Task Where_there_is_no_content_it_says_so()
    {
        var (exit, output, errors) = await Run("content", "check", Path.Combine(content.FullName, "law"));
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("no folder 'languages'", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Errors)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await CommandLine.Run(args, output, errors), output.ToString(), errors.ToString());
    }

    private string Text(string file) => File.ReadAllText(Path.Combine(content.FullName, file));

    private void Write(string file, string text)
    {
        var path = Path.Combine(content.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

using System.CommandLine;
using System.Text.Json;
using Onus.Cli.Verbs;

namespace Onus.Cli.Tests.Verbs;

public sealed class LawCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "onus-check-" + Guid.CreateVersion7().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_shipped_law_has_no_fault()
    {
        var (exit, output, errors) = Run("law", "check");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("Kestria (invented, for practice) (kestria)", output, StringComparison.Ordinal);
        Assert.EndsWith("No fault.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_printed_with_file_and_line_and_exits_1()
    {
        var file = Broken();
        var (exit, output, _) = Run("law", "check", folder);
        Assert.Equal(1, exit);
        Assert.Contains($"{file}:3: Nothing reads the key \"titel\".", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_as_json_and_nothing_else()
    {
        var file = Broken();
        var (exit, output, errors) = Run("law", "check", Path.Combine(folder, "zz"), "--json");
        Assert.Equal((1, ""), (exit, errors));
        using var document = JsonDocument.Parse(output);
        var fault = document.RootElement.GetProperty("faults").EnumerateArray().Single(f => f.GetProperty("fault").GetString() == "content.unknown-key");
        Assert.Equal(file, fault.GetProperty("file").GetString());
        Assert.Equal(3, fault.GetProperty("line").GetInt32());
        Assert.Empty(document.RootElement.GetProperty("packs").EnumerateArray());
    }

    [Fact]
    public void A_folder_without_a_pack_cannot_be_checked()
    {
        var (exit, output, errors) = Run("law", "check", folder);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(folder, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_cannot_be_checked()
    {
        var missing = Path.Combine(folder, "missing");
        var (exit, output, errors) = Run("law", "check", missing, "--json");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(missing, errors, StringComparison.Ordinal);
    }

    private string Broken()
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "zz")).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), "country: zz\nlanguage: en\ntitel: Somewhere\nconsent: Never.\nsources: [{title: A book, read: all}]\n");
        return Path.Combine(pack, "pack.yaml");
    }

    private static (int Exit, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = new RootCommand { LawCheck.Build() }.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }
}

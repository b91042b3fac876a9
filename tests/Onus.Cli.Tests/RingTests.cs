using System.Diagnostics;

namespace Onus.Cli.Tests;

/// <summary>How <c>./onus test</c> counts: by the runner's report, so that a ring of which nothing ran can't pass.</summary>
public sealed class RingTests
{
    [Theory]
    [InlineData("true", "0 1 0")]
    [InlineData("false", "0 1 0")]
    [InlineData("sh -c 'echo \"Total: 9, Errors: 0, Failed: 0, Skipped: 0\"' x", "0 1 0")]
    [InlineData("sh -c 'echo \"<assembly total=\\\"0\\\" passed=\\\"0\\\" failed=\\\"0\\\" errors=\\\"0\\\" skipped=\\\"0\\\">\" >\"$2\"' x", "0 1 0")]
    [InlineData("sh -c 'echo \"<assemblies><assembly total=\\\"9\\\" passed=\\\"5\\\" failed=\\\"0\\\" errors=\\\"0\\\" skipped=\\\"4\\\">\" >\"$2\"' x", "5 0 4")]
    [InlineData("sh -c 'echo \"<assemblies><assembly errors=\\\"1\\\" total=\\\"9\\\" passed=\\\"5\\\" failed=\\\"2\\\" skipped=\\\"1\\\">\" >\"$2\"; exit 1' x", "5 3 1")]
    [InlineData("sh -c 'echo \"<assemblies><assembly total=\\\"9\\\" passed=\\\"9\\\" failed=\\\"0\\\" errors=\\\"0\\\" skipped=\\\"0\\\">\" >\"$2\"; exit 3' x", "9 1 0")]
    public async Task What_did_not_run_has_failed(string program, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The launcher of Windows does not run tests.");
        var totals = Path.Combine(Directory.CreateTempSubdirectory("onus-test-").FullName, "totals");
        using var ring = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec tests/ring Name {totals} {program}"]) { WorkingDirectory = Root(), UseShellExecute = false, RedirectStandardOutput = true })!;
        await ring.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ring.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, (await File.ReadAllTextAsync(totals, TestContext.Current.CancellationToken)).TrimEnd());
        Directory.Delete(Path.GetDirectoryName(totals)!, recursive: true);
    }

    /// <summary>Three yardsticks at three seconds each, or as many as the slower of two measurements says.</summary>
    [Theory]
    [InlineData("3 Ring", "9 Ring", "3", 0)]
    [InlineData("3 Ring", "10 Ring", "3", 1)]
    [InlineData("3 Ring", "10 Ring", "2.5 3.40", 0)]
    [InlineData("3 Ring", "10 Ring", "3.40 2.5", 0)]
    [InlineData("0.5 Ring on two\n3 Ring", "9 Ring\n2 Ring on two", "3", 1)]
    [InlineData("# 1 Ring\n3 Ring", "9 Ring", "3", 0)]
    [InlineData("3 Another ring", "9 Ring", "3", 1)]
    public async Task A_ring_that_takes_longer_than_its_budget_has_failed(string budgets, string seconds, string yardsticks, int failures)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The launcher of Windows does not run tests.");
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("onus-test-").FullName;
        var totals = Path.Combine(folder, "totals");
        await File.WriteAllTextAsync(totals, "1 0 0\n", cancel);
        await File.WriteAllTextAsync(totals + ".seconds", seconds + "\n", cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "budgets"), budgets + "\n", cancel);
        using var told = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec tests/within-budget {totals} {folder}/budgets {yardsticks}"]) { WorkingDirectory = Root(), UseShellExecute = false, RedirectStandardOutput = true })!;
        var words = await told.StandardOutput.ReadToEndAsync(cancel);
        await told.WaitForExitAsync(cancel);
        Assert.Equal(0, told.ExitCode);
        Assert.Equal(failures, (await File.ReadAllLinesAsync(totals, cancel)).Count(line => line == "0 1 0"));
        Assert.Equal(failures > 0, words.Length > 0);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_failed_is_named_however_much_was_printed_after_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The launcher of Windows does not run tests.");
        var totals = Path.Combine(Directory.CreateTempSubdirectory("onus-test-").FullName, "totals");
        using var ring = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec tests/ring Name {totals} sh -c 'echo \"  Some.Test [FAIL]\"; echo \"  why it failed\"; seq 1 500; exit 1' x"]) { WorkingDirectory = Root(), UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = await ring.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ring.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Some.Test [FAIL]", told, StringComparison.Ordinal);
        Assert.Contains("why it failed", told, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(totals)!, recursive: true);
    }

    [Fact]
    public async Task A_ring_says_how_long_it_took()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The launcher of Windows does not run tests.");
        var totals = Path.Combine(Directory.CreateTempSubdirectory("onus-test-").FullName, "totals");
        using var ring = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec tests/ring 'Two words' {totals} sleep 1"]) { WorkingDirectory = Root(), UseShellExecute = false, RedirectStandardOutput = true })!;
        await ring.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ring.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Matches("^[0-9]+ Two words$", (await File.ReadAllTextAsync(totals + ".seconds", TestContext.Current.CancellationToken)).TrimEnd());
        Directory.Delete(Path.GetDirectoryName(totals)!, recursive: true);
    }

    [Fact]
    public async Task A_ring_that_hangs_is_begun_once_more_and_has_failed_when_it_hangs_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What ends a ring is a program of Linux.");
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("onus-test-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", $"exec tests/ring Name {folder}/totals sh -c 'echo x >>{folder}/begun; sleep 600' x"]) { WorkingDirectory = Root(), UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ONUS_RING_LIMIT"] = "1";
        using var ring = Process.Start(start)!;
        var words = await ring.StandardOutput.ReadToEndAsync(cancel);
        await ring.WaitForExitAsync(cancel);
        Assert.Contains("Name hung: it was ended", words, StringComparison.Ordinal);
        Assert.Equal("0 1 0", (await File.ReadAllTextAsync(folder + "/totals", cancel)).TrimEnd());
        Assert.Equal(2, (await File.ReadAllLinesAsync(folder + "/begun", cancel)).Length);
        Directory.Delete(folder, recursive: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

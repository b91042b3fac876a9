using System.Diagnostics;
using System.Text;

namespace Onus.Cli.Tests.Faults;

/// <summary>The built program as a process of its own, with a folder for temporary files of its own, which nothing may be left in.</summary>
internal sealed class Program : IDisposable
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Onus.Cli.exe" : "Onus.Cli");
    private readonly string temporary = Directory.CreateTempSubdirectory("onus-faults-").FullName;

    /// <summary>What it left in its folder for temporary files.</summary>
    public IEnumerable<string> Left => Directory.EnumerateFileSystemEntries(temporary).Where(f => !Path.GetFileName(f).StartsWith("clr-debug-pipe", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(temporary, recursive: true);

    /// <summary>Starts it; the caller reads standard error.</summary>
    public Process Start(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(File, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<(int Exit, string Output, string Error)> Run(params IEnumerable<string> words)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Start(words);
        var error = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, output, await error);
    }
}

using System.Diagnostics;

namespace Onus.Cli.Tests;

/// <summary>A PostgreSQL server for one test: the one that is named, or one of its own that lives as long as this.</summary>
public sealed class OnAServer : IAsyncDisposable
{
    private readonly Process? own;

    private OnAServer(string connection, Process? own)
    {
        Connection = connection;
        this.own = own;
    }

    /// <summary>How to reach it, without a database.</summary>
    public string Connection { get; }

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static async Task<OnAServer?> Start()
    {
        if (Environment.GetEnvironmentVariable("ONUS_TEST_POSTGRES") is { } named)
        {
            return new OnAServer(named, own: null);
        }

        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var script = Path.Combine(Directory.GetParent(Content.ContentFolder.Find())!.FullName, "tests", "with-postgres");
        // It ends with the command, and the command when nobody speaks to it any more.
        var start = new ProcessStartInfo("/bin/sh", [script, "/bin/sh", "-c", "echo \"$ONUS_TEST_POSTGRES\"; read line || true"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        var connection = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (connection is not null)
        {
            return new OnAServer(connection, process);
        }

        process.Dispose();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (own is null)
        {
            return;
        }

        own.StandardInput.Close();
        await own.WaitForExitAsync();
        own.Dispose();
    }
}

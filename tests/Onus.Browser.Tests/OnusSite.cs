using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Onus.Browser.Tests;

/// <summary>
/// The real program, started as its users start it: its own process, its own port on this computer. Stops when disposed.
/// What it logs is kept, so that a test can look for what must not be there.
/// </summary>
public sealed partial class OnusSite : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> log = [];
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OnusSite(Process process) => this.process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Every line it has written so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (log)
            {
                return [.. log];
            }
        }
    }

    /// <summary>Starts the program that was built with these tests, with gallery and strict texts, and waits until it listens.</summary>
    /// <param name="settings">More configuration: <c>("Onus:Data", folder)</c>.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it wrote.</exception>
    public static async Task<OnusSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Onus.Web.dll"));
        (string, string)[] standard = [("urls", "http://127.0.0.1:0"), ("Onus:Gallery", "true"), ("Onus:Demo", "true"), ("Onus:StrictTexts", "true")];
        foreach (var (key, value) in standard.Concat(settings))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        var site = new OnusSite(new Process { StartInfo = start, EnableRaisingEvents = true });
        site.process.OutputDataReceived += (_, line) => site.Read(line.Data);
        site.process.ErrorDataReceived += (_, line) => site.Read(line.Data);
        site.process.Exited += (_, _) => site.listening.TrySetException(new InvalidOperationException("Onus did not start:\n" + string.Join('\n', site.Log)));
        site.process.Start();
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        site.Address = await site.listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return site;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (log)
        {
            log.Add(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}

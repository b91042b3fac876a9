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
    private readonly DirectoryInfo data;
    private readonly List<string> log = [];
    private readonly List<(Predicate<string> Wanted, TaskCompletionSource Came)> waiting = [];
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OnusSite(Process process, DirectoryInfo data)
    {
        this.process = process;
        this.data = data;
    }

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

    /// <summary>Starts the program that was built with these tests, on an empty data folder without the demo cases, with gallery and strict texts, and waits until it listens.</summary>
    /// <param name="settings">More configuration: <c>("Onus:Data", folder)</c>.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it wrote.</exception>
    public static async Task<OnusSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Onus.Web.dll"));
        var folder = Directory.CreateTempSubdirectory("onus-browser-tests-");
        (string, string)[] standard = [("urls", "http://127.0.0.1:0"), ("Onus:Data", folder.FullName), ("Onus:Gallery", "true"), ("Onus:Demo", "true"), ("Onus:DemoCases", ""), ("Onus:StrictTexts", "true")];
        foreach (var (key, value) in standard.Concat(settings))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        var site = new OnusSite(new Process { StartInfo = start, EnableRaisingEvents = true }, folder);
        site.process.OutputDataReceived += (_, line) => site.Read(line.Data);
        site.process.ErrorDataReceived += (_, line) => site.Read(line.Data);
        site.process.Exited += (_, _) => site.listening.TrySetException(new InvalidOperationException("Onus did not start:\n" + string.Join('\n', site.Log)));
        site.process.Start();
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        site.Address = await site.listening.Task.WaitAsync(TimeSpan.FromMinutes(5));
        return site;
    }

    /// <summary>Waits for a line of the log; the program writes it after it has answered.</summary>
    /// <exception cref="TimeoutException">It did not come within five minutes.</exception>
    public async Task LineAsync(Predicate<string> wanted)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (log)
        {
            if (log.Exists(wanted))
            {
                return;
            }

            waiting.Add((wanted, came));
        }

        await came.Task.WaitAsync(TimeSpan.FromMinutes(1));
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
        data.Delete(recursive: true);
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
            foreach (var (wanted, came) in waiting)
            {
                if (wanted(line))
                {
                    came.TrySetResult();
                }
            }
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new(match.Groups["url"].Value));
        }
    }

    [GeneratedRegex(@"Onus is ready at (?<url>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}

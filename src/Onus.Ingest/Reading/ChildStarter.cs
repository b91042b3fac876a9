using System.Collections.Concurrent;
using System.Diagnostics;

namespace Onus.Ingest.Reading;

/// <summary>
/// Starts children from one thread that lives as long as this process. A child that is to die with its parent dies, on Linux, with the
/// <em>thread</em> that started it; threads of the pool come and go, and would take a long reading with them.
/// </summary>
internal static class ChildStarter
{
    private static readonly BlockingCollection<Task<Process?>> Waiting = [];
    private static readonly Lazy<Thread> Starter = new(Begin);

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It could not be started.</exception>
    public static Process? Start(ProcessStartInfo start)
    {
        _ = Starter.Value;
        var starting = new Task<Process?>(() => Process.Start(start));
        Waiting.Add(starting);
        return starting.GetAwaiter().GetResult();
    }

    private static Thread Begin()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "Starts readers" };
        thread.Start();
        return thread;
    }

    private static void Work()
    {
        foreach (var starting in Waiting.GetConsumingEnumerable())
        {
            // On this very thread. What it throws goes to whoever waits for it.
            starting.RunSynchronously(TaskScheduler.Default);
        }
    }
}

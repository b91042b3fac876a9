using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Onus.Store.Tests;

/// <summary>What is asked of the database by whoever listens and by all that they call, and by no test beside them.</summary>
internal sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<Questions?> Listening = new();
    private readonly ConcurrentQueue<string> asked = [];
    private readonly ConcurrentBag<IDisposable> heard = [];

    public Questions()
    {
        Listening.Value = this;
        heard.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The statements so far, in their order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public void Dispose()
    {
        foreach (var one in heard)
        {
            one.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            heard.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Listening.Value == this && value.Value is CommandEventData command)
        {
            asked.Enqueue(command.Command.CommandText);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}

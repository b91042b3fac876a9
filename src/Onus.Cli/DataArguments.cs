using System.CommandLine;
using Onus.Domain.Cases;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Cli;

/// <summary>What all verbs that touch data have in common: <c>--data DIR --as PERSON --json</c>.</summary>
internal sealed class DataArguments
{
    private readonly Option<string> data = new("--data") { Description = "The data folder.", Required = true };
    private readonly Option<string> person = new("--as") { Description = "The account by whose rights this is done, by its name.", Required = true };

    /// <summary>Whether one JSON document is wanted.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(data);
        verb.Add(person);
        verb.Add(Json);
    }

    /// <summary>Opens the folder as that person; null, and a line that says why, where that can't be.</summary>
    public async Task<(OnusStore Store, Actor Actor)?> Open(ParseResult parsed, Texts texts, CancellationToken cancel)
    {
        var error = parsed.InvocationConfiguration.Error;
        var folder = parsed.GetRequiredValue(data);
        if (!OnusStore.Exists(folder))
        {
            await error.WriteLineAsync(texts.Format("import.no-data", ("path", folder)));
            return null;
        }

        var store = await OnusStore.Open(folder, postgres: null, TimeProvider.System, cancel);
        var name = parsed.GetRequiredValue(person);
        if (await store.ActorNamed(name, cancel) is not { } actor)
        {
            await error.WriteLineAsync(texts.Format("import.no-person", ("name", name)));
            return null;
        }

        return (store, actor);
    }

    /// <summary>Says in one line that the database could not be read or written.</summary>
    public static async Task<int> DatabaseFailed(TextWriter errors, Texts texts, Exception e)
    {
        await errors.WriteLineAsync(texts.Format("import.database-failed", ("reason", (e.InnerException ?? e).Message)));
        return Exit.Cannot;
    }
}

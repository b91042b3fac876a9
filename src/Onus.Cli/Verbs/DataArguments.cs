using System.CommandLine;
using Onus.Casework;
using Onus.Content;
using Onus.Store;

namespace Onus.Cli.Verbs;

/// <summary>
/// What all verbs that touch data have in common: <c>--data DIR --as PERSON --json</c>, and one sentence where the folder can't be read or written.
/// </summary>
internal sealed class DataArguments
{
    private readonly Option<string> data = new("--data") { Description = "The data folder.", Required = true };
    private readonly Option<string> person = new("--as") { Description = "The account by whose rights this is done, by its name, or by its number where two have one name.", Required = true };

    /// <summary>Whether one JSON document is wanted.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output." };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(data);
        verb.Add(person);
        verb.Add(Json);
    }

    /// <summary>Does something with the folder as that person; or says why that can't be, in one line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(ParseResult parsed, Func<OnusStore, Actor, Texts, Task<int>> work, CancellationToken cancel)
    {
        var texts = UnitContent.Own().Texts;
        var folder = parsed.GetRequiredValue(data);
        try
        {
            if (await Open(parsed, texts, cancel) is not var (store, actor))
            {
                return Exit.Cannot;
            }

            using (store)
            {
                return await work(store, actor, texts);
            }
        }
        catch (Exception e) when (DataFolderFault.Is(e))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(DataFolderWords.Of(e, folder, texts));
            return Exit.Cannot;
        }
    }

    private async Task<(OnusStore Store, Actor Actor)?> Open(ParseResult parsed, Texts texts, CancellationToken cancel)
    {
        var error = parsed.InvocationConfiguration.Error;
        var folder = parsed.GetRequiredValue(data);
        if (!OnusStore.IsIn(folder))
        {
            await error.WriteLineAsync(texts.Format("import.no-data", ("path", folder)));
            return null;
        }

        var store = await OnusStore.Open(folder, postgres: null, TimeProvider.System, cancel);
        var name = parsed.GetRequiredValue(person);
        var actor = await store.ActorNamed(name, cancel);
        if (actor.Error is { } nobody)
        {
            store.Dispose();
            await error.WriteLineAsync(texts.Of(nobody));
            return null;
        }

        return (store, actor.Value);
    }
}

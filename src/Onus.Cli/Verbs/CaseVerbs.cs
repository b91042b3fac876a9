using System.CommandLine;
using System.Text.Json;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Store;

namespace Onus.Cli.Verbs;

/// <summary><c>case list</c> and <c>case show REF</c>: what the person may see, and nothing else.</summary>
public static class CaseVerbs
{
    /// <summary>The command <c>case</c> with its verbs.</summary>
    public static Command Build()
    {
        var forList = new DataArguments();
        var list = new Command("list", "The cases of a person.");
        forList.AddTo(list);
        list.SetAction((parsed, cancel) => forList.Run(
            parsed, (store, actor, texts) => List(store, actor, texts, parsed.GetValue(forList.Json), parsed.InvocationConfiguration, cancel), cancel));

        var forShow = new DataArguments();
        var reference = new Argument<string>("REF") { Description = "Short name of the case." };
        var show = new Command("show", "What is in a case.") { reference };
        forShow.AddTo(show);
        show.SetAction((parsed, cancel) => forShow.Run(
            parsed,
            (store, actor, texts) => Show(parsed.GetRequiredValue(reference), store, actor, texts, parsed.GetValue(forShow.Json), parsed.InvocationConfiguration, cancel),
            cancel));
        return new Command("case", "Cases.") { list, show };
    }

    private static async Task<int> List(OnusStore store, Actor actor, Texts texts, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        var output = console.Output;
        var rows = await new ListCases(store).Handle(actor, cancel);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                schema = "onus.case-list/1",
                cases = rows.Select(r => new { @ref = r.Case.Ref, title = r.Case.Title, country = r.Case.Country, role = Word(r.Role), files = r.Files, counts = r.Counts }),
            }));
            return Exit.Done;
        }

        foreach (var row in rows)
        {
            await output.WriteLineAsync(texts.Format(
                "case-list.row", ("ref", row.Case.Ref), ("title", row.Case.Title), ("role", texts["member." + Word(row.Role)]), ("files", row.Files), ("counts", row.Counts)));
        }

        return Exit.Done;
    }

    private static async Task<int> Show(
        string reference, OnusStore store, Actor actor, Texts texts, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        var loaded = await new LoadCase(store).Handle(reference, actor, cancel);
        if (loaded.Error is { } error)
        {
            await console.Error.WriteLineAsync(texts.Of(error));
            return Exit.Cannot;
        }

        var found = loaded.Value;
        (string Name, int Count)[] parts =
        [
            ("people", found.People.Count), ("files", found.Materials.Count), ("foundations", found.Foundations.Count), ("exhibits", found.Exhibits.Count),
            ("facts", found.Facts.Count), ("counts", found.Counts.Count), ("challenges", found.Challenges.Count),
        ];
        if (json)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                schema = "onus.case/1",
                @ref = found.Case.Ref,
                title = found.Case.Title,
                country = found.Case.Country,
                role = Word(actor.RoleIn(found.Case.Id)),
                holds = parts.ToDictionary(p => p.Name, p => p.Count),
            }));
            return Exit.Done;
        }

        await console.Output.WriteLineAsync(texts.Format("case-show.head", ("ref", found.Case.Ref), ("title", found.Case.Title)));
        foreach (var (name, count) in parts)
        {
            await console.Output.WriteLineAsync(texts.Format("case-show.row", ("name", texts["case-show." + name]), ("count", count)));
        }

        return Exit.Done;
    }

    private static string Word(MemberRole role) => role.ToString().ToLowerInvariant();
}

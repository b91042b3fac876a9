using System.CommandLine;
using System.Text.Json;
using Onus.Casework;
using Onus.Casework.Verification;
using Onus.Content;
using Onus.Store;
using Onus.Store.Verification;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>verify PATH [--json]</c>: checks a data folder, all cases in it. Each finding on a line with what, where and why; warnings on standard error.
/// Exit 0: all holds; 1: something does not; 2: it can't be checked.
/// </summary>
public static class Verify
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var path = new Argument<string>("PATH") { Description = "A data folder." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("verify", "Checks that nothing in a data folder was changed.") { path, json };
        verb.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(path), parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return verb;
    }

    private static async Task<int> Run(string path, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        var texts = UnitContent.Own().Texts;
        try
        {
            return await Run(path, json, texts, console, cancel);
        }
        catch (Exception e) when (DataFolderFault.Is(e))
        {
            await console.Error.WriteLineAsync(DataFolderWords.Of(e, path, texts));
            return Exit.Cannot;
        }
    }

    private static async Task<int> Run(string path, bool json, Texts texts, InvocationConfiguration console, CancellationToken cancel)
    {
        if (await OnusStore.OpenAsIs(path, TimeProvider.System, cancel) is not { } store)
        {
            await console.Error.WriteLineAsync(texts.Format("verify.no-data", ("path", path)));
            return Exit.Cannot;
        }

        var verify = new VerifyDataFolder(store);
        var findings = new List<Finding>();
        await foreach (var finding in verify.Handle(cancel))
        {
            findings.Add(finding);
            if (!json || finding.Warning)
            {
                await (finding.Warning ? console.Error : console.Output).WriteLineAsync(texts.Format(
                    "verify.line", ("what", texts["verify.what." + finding.What]), ("where", finding.Where), ("why", texts["verify.why." + finding.Why])));
            }
        }

        var wrong = findings.Count(f => !f.Warning);
        if (json)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                schema = "onus.verify/1",
                holds = wrong == 0,
                files = verify.Checked.Files,
                citations = verify.Checked.Citations,
                findings = findings.Select(f => new { what = f.What, where = f.Where, why = f.Why, warning = f.Warning }),
            }));
        }
        else
        {
            await console.Output.WriteLineAsync(texts.Format(
                wrong == 0 ? "verify.holds" : "verify.fails", ("count", wrong), ("files", verify.Checked.Files), ("citations", verify.Checked.Citations)));
        }

        return wrong == 0 ? Exit.Done : Exit.Invalid;
    }
}

using System.CommandLine;
using System.Text;
using Onus.Domain.Proof;

namespace Onus.Cli.Verbs;

/// <summary><c>proof check FILE</c>: answers everything about a proof graph, or names every fault in it. Design sections 7.2 and 7.3.</summary>
public static class ProofCheck
{
    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A proof graph, onus.proof/1." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var maxOrder = new Option<int?>("--max-order") { Description = "Search cut sets up to this size only.", HelpName = "K" };
        var maxPaths = new Option<int>("--max-paths") { Description = "List so many path sets for a goal.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        NotNegative(maxOrder);
        NotNegative(maxPaths);
        var verb = new Command("check", "Says what stands, what it depends on and what carries it.") { file, json, maxOrder, maxPaths };
        verb.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(json),
            new() { MaxOrder = parsed.GetValue(maxOrder), MaxPaths = parsed.GetValue(maxPaths) },
            parsed.InvocationConfiguration,
            cancellation));
        return verb;
    }

    private static async Task<int> Run(string file, bool json, ReportOptions options, InvocationConfiguration console, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await console.Error.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return Exit.Cannot;
        }

        var reading = ProofGraphJson.Read(bytes);
        if (reading.Graph is not { } graph)
        {
            if (json)
            {
                await console.Output.WriteLineAsync(Encoding.UTF8.GetString(ProofReportJson.Write(reading.Faults).Span));
            }

            foreach (var fault in reading.Faults)
            {
                await console.Error.WriteLineAsync($"{file}: {fault.Path}: {fault.Message}");
            }

            return Exit.Invalid;
        }

        var report = new ProofEngine(graph).Report(options);
        if (json)
        {
            await console.Output.WriteLineAsync(Encoding.UTF8.GetString(ProofReportJson.Write(report).Span));
        }
        else
        {
            await new ProofText(graph, console.Output).Write(report);
        }

        return Exit.Done;
    }

    private static void NotNegative<T>(Option<T> option) => option.Validators.Add(result =>
    {
        // A value that is no number has been refused already.
        if (result.Tokens is [var token, ..] && token.Value.StartsWith('-'))
        {
            result.AddError($"{option.Name} must not be negative, as {token.Value} is.");
        }
    });
}

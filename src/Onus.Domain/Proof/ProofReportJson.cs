using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Onus.Domain.Proof;

/// <summary>
/// Writes a report in its canonical form, <c>onus.proof-report/1</c>: fields in fixed order, goals and victims in ordinal order. Equal graphs give equal bytes.
/// </summary>
/// <remarks>
/// Fields that appear only where something was left out or not decided: <c>movesCompleteToOrder</c> and <c>reversalsCompleteToOrder</c> (larger sets of moves
/// were not searched), <c>kWithoutAtLeast</c> beside a <c>kWithout</c> of null (the smallest cut without victims is not known, but not smaller than this: the
/// largest order asked for, or the budget, ended), <c>minCutsNotListed</c> = <c>{ size, count }</c> (so many minimal cuts of this size were found and are too
/// many to list; <c>k</c> counts them), and beside <c>goals</c> <c>warnings</c> = <c>[{ node, message }]</c> (a rule was too complex to decide and counts as not met).
/// </remarks>
public static class ProofReportJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = "onus.proof-report/1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(ProofReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartObject("goals");
            foreach (var goal in report.Goals)
            {
                json.WriteStartObject(goal.Id);
                Write(json, goal);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            if (report.Warnings.Count > 0)
            {
                json.WriteStartArray("warnings");
                foreach (var warning in report.Warnings)
                {
                    json.WriteStartObject();
                    json.WriteString("node", warning.Node);
                    json.WriteString("message", warning.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The answer to a graph that has faults, as UTF-8: <c>{"errors": [{"path", "message"}]}</c>.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<ProofFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            foreach (var fault in faults)
            {
                json.WriteStartObject();
                json.WriteString("path", fault.Path);
                json.WriteString("message", fault.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The word of the contract for a state.</summary>
    public static string WordOf(ProofState state) => state switch
    {
        ProofState.Stands => "stands",
        ProofState.Contested => "contested",
        _ => "fails",
    };

    /// <summary>The word of the contract for a category.</summary>
    public static string WordOf(RelianceCategory category) => category switch
    {
        RelianceCategory.VictimAlone => "victim-alone",
        RelianceCategory.VictimNeededWithOthers => "victim-needed-with-others",
        RelianceCategory.Either => "either",
        RelianceCategory.VictimNotNeeded => "victim-not-needed",
        _ => "not-proven",
    };

    private static void Write(Utf8JsonWriter json, GoalReport goal)
    {
        json.WriteString("ruledOnly", WordOf(goal.RuledOnly));
        json.WriteString("withFiled", WordOf(goal.WithFiled));
        json.WriteString("withAll", WordOf(goal.WithAll));
        Number(json, "k", goal.Cuts.K);
        Number(json, "kAtLeast", goal.Cuts.KAtLeast);
        Number(json, "completeToOrder", goal.Cuts.CompleteToOrder);
        Sets(json, "minCuts", goal.Cuts.Sets);
        if (goal.Cuts.NotListed is { } more)
        {
            json.WriteStartObject("minCutsNotListed");
            json.WriteNumber("size", more.Size);
            json.WriteNumber("count", more.Count);
            json.WriteEndObject();
        }

        Sets(json, "minPaths", goal.Paths.Sets);
        json.WriteBoolean("pathsComplete", goal.Paths.IsComplete);
        Moves(json, "minMoves", "movesCompleteToOrder", goal.Moves);
        Moves(json, "minReversals", "reversalsCompleteToOrder", goal.Reversals);
        if (goal.Victim is { } victim)
        {
            json.WriteStartObject("victim");
            Write(json, victim);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, VictimReport victim)
    {
        json.WriteString("category", WordOf(victim.Reliance.Category));
        Number(json, "kWith", victim.KWith);
        Without(json, victim.KWithout);
        json.WriteStartObject("holdsWithout");
        json.WriteBoolean("testimony", victim.Reliance.HoldsWithout.Testimony);
        json.WriteBoolean("information", victim.Reliance.HoldsWithout.Information);
        json.WriteBoolean("belief", victim.Reliance.HoldsWithout.Belief);
        if (victim.Reliance.HoldsWithout.Through is { } through)
        {
            json.WriteBoolean("through", through);
        }

        json.WriteEndObject();
        json.WriteStartObject("perVictim");
        foreach (var ((id, category), without) in victim.Reliance.PerVictim.Zip(victim.PerVictim))
        {
            json.WriteStartObject(id);
            json.WriteString("category", WordOf(category));
            Without(json, without);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Without(Utf8JsonWriter json, KWithout without)
    {
        Number(json, "kWithout", without.K);
        if (without.SearchedTo is { } order)
        {
            json.WriteNumber("kWithoutAtLeast", order + 1);
        }
    }

    private static void Moves(Utf8JsonWriter json, string name, string limit, MoveSets? moves)
    {
        if (moves is null)
        {
            return;
        }

        Sets(json, name, moves.Sets);
        if (!moves.IsComplete)
        {
            json.WriteNumber(limit, moves.SearchedTo);
        }
    }

    private static void Sets(Utf8JsonWriter json, string name, IReadOnlyList<IReadOnlyList<string>> sets)
    {
        json.WriteStartArray(name);
        foreach (var set in sets)
        {
            json.WriteStartArray();
            foreach (var id in set)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;

namespace Onus.Casework.Files;

/// <summary>How a statement was taken, in words: what is said of it, and what nobody has said yet.</summary>
public static class StatementWords
{
    /// <summary>What is said, fit for a paper that is filed; empty where nothing is.</summary>
    public static string Said(Material file, CaseSnapshot snapshot, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(texts);
        if (file is not { Statement: true, Taken: { } taken })
        {
            return "";
        }

        var parts = new List<string>();
        if (taken.Oath != StatementOath.NotSaid)
        {
            parts.Add(texts["files.statement.oath." + Key(taken.Oath)]);
        }

        if (taken.AtHearing is { } at)
        {
            parts.Add(texts[at ? "files.statement.at-hearing-said" : "files.statement.at-hearing-not"]);
        }

        if (taken.ReadBack is { } read)
        {
            parts.Add(texts[read ? "files.statement.read-back-said" : "files.statement.read-back-not"]);
        }

        if (taken.Language.Length > 0)
        {
            parts.Add(texts.Format("files.statement.in-language", ("language", taken.Language)));
        }

        if (taken.Interpreter is { } who)
        {
            var name = snapshot.People.FirstOrDefault(person => person.Id == who)?.Pseudonym ?? "?";
            parts.Add(texts.Format(
                taken.InterpreterSworn switch { true => "files.statement.through-sworn", false => "files.statement.through-unsworn", null => "files.statement.through" }, ("name", name)));
        }

        return parts.Count == 0 ? "" : texts.Format("files.statement.said", ("parts", string.Join(", ", parts)));
    }

    /// <summary>What nobody has said yet, for screens and counsel's papers only; empty where everything is said, or where it is no statement.</summary>
    public static string Open(Material file, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(texts);
        var open = file.Statement ? (file.Taken ?? new StatementTaken()).Open() : [];
        return open.Count == 0 ? "" : texts.Format("files.statement.open", ("gaps", string.Join(", ", open.Select(gap => texts["files.statement.gap." + Key(gap)]))));
    }

    /// <summary>Key of a promise of truth, in texts and forms.</summary>
    public static string Key(StatementOath oath) => oath switch
    {
        StatementOath.Oath => "oath",
        StatementOath.Affirmation => "affirmation",
        StatementOath.Unsworn => "unsworn",
        _ => "not-said",
    };

    private static string Key(StatementGap gap) => gap switch
    {
        StatementGap.ReadBack => "read-back",
        StatementGap.Language => "language",
        StatementGap.InterpreterOath => "interpreter-oath",
        _ => "oath",
    };
}

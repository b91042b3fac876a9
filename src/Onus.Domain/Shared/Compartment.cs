namespace Onus.Domain.Shared;

/// <summary>What a compartment of a case holds. Which of them a role opens stands in <see cref="Access.Roles"/>.</summary>
public enum CompartmentKind
{
    /// <summary>Not stated; nobody sees it and nothing is written to it.</summary>
    Unknown = 0,

    /// <summary>Retained, disclosable, logged in full.</summary>
    Record,

    /// <summary>Counsel's papers: drafts, ties to elements, reliance, challenges. Closed to everyone to whom counsel did not open them.</summary>
    CounselsPapers,

    /// <summary>Who people are: names and spellings, for which everything else says a pseudonym.</summary>
    Identity,

    /// <summary>Who told police something in confidence, and what.</summary>
    Informant,

    /// <summary>What a survivor is helped with.</summary>
    Services,

    /// <summary>What nobody of the case may read until somebody outside it has looked.</summary>
    Quarantine,

    /// <summary>What was opened to a guest.</summary>
    Opened,
}

/// <summary>
/// A compartment of a case: what its rows, and the entries of the log that tell of them, have in common is who may see them. It is named by what it is, so that a new
/// one, such as that of one informant, needs no table, no row and no filter.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Of">Whose it is, where a kind has one for each of something; no role opens such a one, a grant does. Null for that of the whole case.</param>
public readonly record struct Compartment(CaseId Case, CompartmentKind Kind, Guid? Of = null)
{
    private static readonly (CompartmentKind Kind, string Word)[] Words =
    [
        (CompartmentKind.Record, "record"), (CompartmentKind.CounselsPapers, "papers"), (CompartmentKind.Identity, "identity"), (CompartmentKind.Informant, "informant"),
        (CompartmentKind.Services, "services"), (CompartmentKind.Quarantine, "quarantine"), (CompartmentKind.Opened, "opened"),
    ];

    /// <summary>Which it is within its case: <c>record</c>, <c>informant/ID</c>. It stands in the database and in leaves of the log: a word stays what it is.</summary>
    /// <exception cref="InvalidOperationException">It is not stated.</exception>
    public string Name
    {
        get
        {
            var kind = Kind;
            var word = Array.Find(Words, one => one.Kind == kind).Word ?? throw new InvalidOperationException("A row does not say in which compartment it lies.");
            return Of is { } of ? $"{word}/{of:D}" : word;
        }
    }

    /// <summary>The compartment of which <see cref="ToString"/> gave a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Compartment Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        Guid? of = parts.Length > 2 && Guid.TryParseExact(parts[2], "D", out var whose) ? whose : null;
        return parts.Length is 2 or 3 && Guid.TryParseExact(parts[0], "D", out var at) && Array.Find(Words, one => one.Word == parts[1]).Kind is var kind and not CompartmentKind.Unknown
            && (parts.Length == 2 || of is not null)
            ? new Compartment(new CaseId(at), kind, of)
            : throw new FormatException("A compartment is a case, a kind, and perhaps whose it is.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Case.Value:D}/{Name}";
}

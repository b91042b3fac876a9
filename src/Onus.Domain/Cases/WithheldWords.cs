using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// What of a case repeats words that are kept from its reader, because they may be privileged: that it is there, whose it is and of which day they see, and what it says
/// they do not. Whoever writes never writes what came from here.
/// </summary>
/// <param name="Records">The records whose words are kept from them.</param>
/// <param name="Exhibits">The exhibits that cite one of these.</param>
/// <param name="Facts">The facts that are marked themselves, and those for or against which such an exhibit is cited, or was until that was taken back: their sentences repeat it.</param>
public sealed record WithheldWords(IReadOnlySet<Sha256> Records, IReadOnlySet<ExhibitId> Exhibits, IReadOnlySet<FactId> Facts)
{
    /// <summary>What stands for words until a page says it in its language: the sign for what is left out.</summary>
    public const string Omitted = "[…]";

    /// <summary>Nothing: what counsel reads.</summary>
    public static WithheldWords None { get; } = new(new HashSet<Sha256>(), new HashSet<ExhibitId>(), new HashSet<FactId>());

    /// <summary>The files that have such a record: what is said of the whole of one, in words that were read in it, may be said of that record.</summary>
    public IReadOnlySet<MaterialId> Files { get; init; } = new HashSet<MaterialId>();

    /// <summary>What follows from the records whose words are kept from a reader.</summary>
    /// <param name="records">These records, each with its file.</param>
    /// <param name="exhibits">The exhibits of the case.</param>
    /// <param name="ties">What is cited for and against its facts.</param>
    /// <param name="once">What was, until it was taken back.</param>
    /// <param name="facts">Its facts.</param>
    public static WithheldWords Of(
        IReadOnlyDictionary<Sha256, MaterialId> records, IEnumerable<Exhibit> exhibits, IEnumerable<ExhibitTie> ties, IEnumerable<(ExhibitId Exhibit, FactId Fact)> once, IEnumerable<Fact> facts)
    {
        var files = records.Values.ToHashSet();
        // An exhibit that is a whole file holds all that is read in it.
        var cites = exhibits.Where(exhibit => exhibit.Record is { } record ? records.ContainsKey(record) : exhibit.Material is { } file && files.Contains(file)).Select(exhibit => exhibit.Id).ToHashSet();
        return new(records.Keys.ToHashSet(), cites, FactsOf(cites, ties, once, facts)) { Files = files };
    }

    /// <summary>
    /// The facts whose sentences repeat what some exhibits cite: those for or against which these are cited, or once were, for a sentence stays as it is when its citation is
    /// taken back; and those that are marked as possibly privileged themselves.
    /// </summary>
    public static IReadOnlySet<FactId> FactsOf(
        IReadOnlySet<ExhibitId> exhibits, IEnumerable<ExhibitTie> ties, IEnumerable<(ExhibitId Exhibit, FactId Fact)> once, IEnumerable<Fact> facts) =>
        facts.Where(fact => fact.Marks.Privileged).Select(fact => fact.Id)
            .Concat(ties.Select(tie => (tie.Exhibit, tie.Fact)).Concat(once).Where(cite => exhibits.Contains(cite.Exhibit)).Select(cite => cite.Fact)).ToHashSet();

    /// <summary>What warnings say without a word of what was read: that stands behind their colon.</summary>
    public static IReadOnlyList<string> Bare(IEnumerable<string> warnings) => [.. warnings.Where(warning => !warning.Contains(':', StringComparison.Ordinal))];

    /// <summary>A fact as its reader may have it.</summary>
    public Fact From(Fact fact, string words)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Facts.Contains(fact.Id) ? fact with { Sentence = words } : fact;
    }

    /// <summary>An exhibit as its reader may have it. A title that is that of its file says nothing of what is cited.</summary>
    public Exhibit From(Exhibit exhibit, IEnumerable<Material> files, string words)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return !Exhibits.Contains(exhibit.Id) ? exhibit
            : exhibit with { Quote = "", Translation = "", Title = files.Any(file => file.Id == exhibit.Material && file.Title == exhibit.Title) ? exhibit.Title : words };
    }

    /// <summary>A difference between two readings as its reader may have it.</summary>
    public ReadingDifference From(ReadingDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Records.Contains(difference.Record) ? difference with { Old = difference.Old with { Text = null }, New = difference.New is { } now ? now with { Text = null } : null } : difference;
    }

    /// <summary>A case as its reader may have it.</summary>
    /// <param name="snapshot">The whole case.</param>
    /// <param name="words">What stands for the words.</param>
    public CaseSnapshot From(CaseSnapshot snapshot, string words)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Records.Count + Facts.Count == 0 ? snapshot : snapshot with
        {
            Exhibits = [.. snapshot.Exhibits.Select(exhibit => From(exhibit, snapshot.Materials, words))],
            Facts = [.. snapshot.Facts.Select(fact => From(fact, words))],
            // Why a passage bears on a fact is told of its words.
            ExhibitTies = [.. snapshot.ExhibitTies.Select(tie => Exhibits.Contains(tie.Exhibit) ? tie with { Reason = "" } : tie)],
            Differences = [.. snapshot.Differences.Select(From)],
            Warned = snapshot.Warned.ToDictionary(pair => pair.Key, pair => Exhibits.Contains(pair.Key) ? Bare(pair.Value) : pair.Value),
            InDoubt = [.. snapshot.InDoubt.Select(doubt => Exhibits.Contains(doubt.Exhibit) ? doubt with { Warnings = Bare(doubt.Warnings) } : doubt)],
            Withheld = this,
        };
    }
}

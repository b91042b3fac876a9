using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// All that questions about proof are asked of, as one person may see it at one moment. Records stay in the database:
/// what proof needs of them stands in the exhibits, and what has to be said of them in <see cref="InDoubt"/> and <see cref="Holders"/>.
/// </summary>
public sealed record CaseSnapshot
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The people.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The files, for what hangs on a foundation though nobody has cited it yet.</summary>
    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>The foundations.</summary>
    public IReadOnlyList<Foundation> Foundations { get; init; } = [];

    /// <summary>The exhibits, by number.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];

    /// <summary>Exhibits that a corrected reading makes something else of, decided and open.</summary>
    public IReadOnlyList<ReadingDifference> Differences { get; init; } = [];

    /// <summary>Exhibits that count as the words of somebody of whom their reading doubts that they wrote them.</summary>
    public IReadOnlyList<WordsInDoubt> InDoubt { get; init; } = [];

    /// <summary>Of exhibits that cite a payment, whose account its file lists it for, as the file writes it; those of which the file does not say it are not there.</summary>
    public IReadOnlyDictionary<ExhibitId, string> Holders { get; init; } = new Dictionary<ExhibitId, string>();

    /// <summary>What the reading of the record of an exhibit warns of, all of it; an exhibit without warnings is not there.</summary>
    public IReadOnlyDictionary<Shared.ExhibitId, IReadOnlyList<string>> Warned { get; init; } = new Dictionary<Shared.ExhibitId, IReadOnlyList<string>>();

    /// <summary>
    /// Of exhibits that cite words of a record of which others cite some too: every place at which those words stand in it. One whose words the record does not
    /// hold, as it is read now, is not there.
    /// </summary>
    public IReadOnlyDictionary<ExhibitId, IReadOnlyList<Stretch>> Places { get; init; } = new Dictionary<ExhibitId, IReadOnlyList<Stretch>>();

    /// <summary>The facts.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Exhibits cited for and against facts.</summary>
    public IReadOnlyList<ExhibitTie> ExhibitTies { get; init; } = [];

    /// <summary>Facts tied to elements. Empty for those who may not see counsel's papers.</summary>
    public IReadOnlyList<FactTie> FactTies { get; init; } = [];

    /// <summary>Sets that counsel holds to be enough.</summary>
    public IReadOnlyList<EnoughTogether> Enough { get; init; } = [];

    /// <summary>The counts that stand, by number.</summary>
    public IReadOnlyList<Count> Counts { get; init; } = [];

    /// <summary>The counts that were withdrawn, by number: no part of proof or papers.</summary>
    public IReadOnlyList<Count> WithdrawnCounts { get; init; } = [];

    /// <summary>Challenges and answers.</summary>
    public IReadOnlyList<Challenge> Challenges { get; init; } = [];

    /// <summary>What of all this is without its words, because these are not for whoever looks.</summary>
    public WithheldWords Withheld { get; init; } = WithheldWords.None;

    /// <summary>
    /// What courts ruled of the record, without what was argued, for whoever does not see challenges; empty for whoever does. Read through <see cref="Rulings"/>.
    /// </summary>
    public IReadOnlyList<Challenge> RulingsHeard { get; init; } = [];

    /// <summary>What courts ruled of the record: the same for every reader of the case, so that no two print different papers of it.</summary>
    public IReadOnlyList<Challenge> Rulings => ChallengeRules.OfRecord([.. Challenges, .. RulingsHeard]);
}

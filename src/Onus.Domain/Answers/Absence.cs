using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Domain.Answers;

/// <summary>One count in one state of a person's testimony.</summary>
/// <param name="Column">The count.</param>
/// <param name="Before">Whether it stands now, under rulings.</param>
/// <param name="After">Whether it would stand then.</param>
/// <param name="Lost">Elements that stood and then would not, or would be contested as they are not now: what to seek elsewhere is sought for these.</param>
public sealed record AbsenceLine(ChargeColumn Column, bool Before, bool After, IReadOnlyList<Leaf> Lost)
{
    /// <summary>Whether it would stand then, and more of it would be contested than now: the whole, or where that is contested already one more of its elements.</summary>
    public bool Shaken { get; init; }

    /// <summary>Whether it stands now and is contested.</summary>
    public bool IsContested { get; init; }

    /// <summary>Whether it is contested now and would be then, and no more of it than now: that it holds is not all that is to be said of it.</summary>
    public bool StaysContested { get; init; }

    /// <summary>
    /// Whether it would stand then, and is contested now by nothing but what would not be believed then either. Whoever defends can use it all the same, so it is not
    /// said to hold.
    /// </summary>
    public bool ContestedByThem { get; init; }

    /// <summary>Whether it would stand then, and nothing that was thought of contests it now or would then: nothing else is said to hold.</summary>
    public bool HoldsPlainly => After && !Shaken && !StaysContested && !ContestedByThem;

    /// <summary>On whose words it would stand then.</summary>
    public LeftOn Left { get; init; }

    /// <summary>Whether nothing about it changes then.</summary>
    public bool IsUnchanged => Before == After && !Shaken;
}

/// <summary>What holds when a person's testimony is not what it was meant to be, without and with an earlier statement of theirs.</summary>
/// <param name="State">What has become of the testimony.</param>
/// <param name="Ground">The ground on which earlier statements come in; null for without, and for what somebody <see cref="Entered"/>.</param>
/// <param name="Statements">How many earlier statements the ground would let in.</param>
/// <param name="Asked">Statements for which nobody has said of each defendant who is charged whether they could question the speaker, or caused the absence, where the ground asks that.</param>
/// <param name="Lines">Every count, by number.</param>
public sealed record Absence(AbsenceState State, AbsenceGround? Ground, int Statements, int Asked, IReadOnlyList<AbsenceLine> Lines)
{
    /// <summary>Statements of which nobody has said whether they were made on oath, where the ground asks that; it opens none of them.</summary>
    public int OathNotSaid { get; init; }

    /// <summary>Names of the grounds that somebody entered for earlier statements, where this is how the counts stand with these and no other; empty for none.</summary>
    public IReadOnlyList<string> Entered { get; init; } = [];

    /// <summary>Statements of which nobody has said whether they were made at a hearing or in a deposition, where the ground asks that; it opens none of them.</summary>
    public int HearingNotSaid { get; init; }

    /// <summary>Statements that were made outside any hearing, where the ground asks for one; it opens none of them.</summary>
    public int NoHearing { get; init; }

    /// <summary>Statements that were not made on oath, where the ground asks that; it opens none of them.</summary>
    public int Unsworn { get; init; }

    /// <summary>
    /// Every state of one person's testimony over all counts: a set of foundations down, and the grounds that the country's law opens then. Pure; a case is
    /// compiled once for each ground.
    /// </summary>
    /// <param name="snapshot">The case.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="person">The survivor or witness.</param>
    /// <returns>The states in the order in which they are asked, each first without and then with each ground; null where the graph has a circle.</returns>
    public static IReadOnlyList<Absence>? Of(CaseSnapshot snapshot, LawPacks law, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        var plain = Compiled.Of(snapshot, law);
        if (plain is null)
        {
            return null;
        }

        var hers = snapshot.Foundations.Where(foundation => foundation.Person == person).ToList();
        string[] testimony = [.. hers.Where(foundation => foundation is { Testimony: true, Status: not FoundationStatus.Fallen }).Select(foundation => ProofId.Of(foundation.Id))];
        string[] belief = [.. hers.Where(foundation => foundation.Status != FoundationStatus.Fallen).Select(foundation => ProofId.Of(foundation.Id))];
        // What she only vouches for is no statement of hers.
        var statements = snapshot.Exhibits.Where(exhibit => exhibit.Origins.Any(IsHers) && exhibit.Factual.Any(point => hers.Any(foundation => foundation.Id == point && foundation.Testimony))).ToList();
        // Without an earlier statement is without what somebody entered as a ground for one, too; that is a state of its own.
        var entered = statements.Where(exhibit => exhibit.Grounds.Any(ground => ground is { Opens: true, Against.Count: > 0 })).ToList();
        var closed = snapshot with { Exhibits = [.. snapshot.Exhibits.Select(exhibit => entered.Contains(exhibit) ? exhibit with { Grounds = [] } : exhibit)] };
        var without = entered.Count == 0 ? plain : Compiled.Of(closed, law);
        if (without is null)
        {
            return null;
        }

        // Whoever is not believed is not believed in a message that another's phone kept either, nor is what relies on it. How it came in stays as it is, but no
        // ground stands in for being believed.
        var unbelieved = new Evidence.Foundation { Id = new FoundationId(person.Value), CaseId = snapshot.Case.Id, Kind = FoundationKind.Other, Label = "", Status = FoundationStatus.Fallen };
        var wordless = Compiled.Of(
            closed with
            {
                Foundations = [.. snapshot.Foundations, unbelieved],
                Exhibits = [.. closed.Exhibits.Select(exhibit => (plain.Proof.OriginsOf(exhibit) is { Count: > 0 } from && from.All(origin => origin == ProofId.Of(person))) || plain.Proof.TellersOf(exhibit).Contains(ProofId.Of(person)) ? exhibit with { Factual = [.. exhibit.Factual, unbelieved.Id] } : exhibit)],
            },
            law);
        if (wordless is null)
        {
            return null;
        }

        var grounds = law.Of(snapshot.Case.Country)?.Absence ?? [];
        var found = new List<Absence>();
        foreach (var state in Enum.GetValues<AbsenceState>())
        {
            var (down, left) = state == AbsenceState.NotBelieved ? (belief, wordless) : (testimony, without);
            found.Add(new Absence(state, null, 0, 0, left.Lines(plain, down, person)));
            if (entered.Count > 0 && state != AbsenceState.NotBelieved)
            {
                found.Add(new Absence(state, null, Papers(entered), 0, plain.Lines(plain, down, person)) { Entered = [.. entered.SelectMany(exhibit => exhibit.Grounds).Where(ground => ground.Opens).Select(ground => ground.Name).Distinct(StringComparer.Ordinal)] });
            }

            foreach (var ground in grounds.Where(ground => ground.State == state && statements.Count > 0))
            {
                var taken = statements.Where(exhibit => (!ground.OnOath || OathOf(exhibit) is StatementOath.Oath or StatementOath.Affirmation) && (!ground.AtHearing || HearingOf(exhibit) is true)).ToList();
                var opened = Opened(closed, snapshot, taken, ground);
                if (Compiled.Of(opened.Case, law) is { } then)
                {
                    found.Add(new Absence(state, ground, opened.Statements, opened.Asked, then.Lines(plain, down, person))
                    {
                        OathNotSaid = ground.OnOath ? Papers(statements.Where(exhibit => OathOf(exhibit) == StatementOath.NotSaid)) : 0,
                        HearingNotSaid = ground.AtHearing ? Papers(statements.Where(exhibit => HearingOf(exhibit) is null)) : 0,
                        NoHearing = ground.AtHearing ? Papers(statements.Where(exhibit => HearingOf(exhibit) is false)) : 0,
                        Unsworn = ground.OnOath ? Papers(statements.Where(exhibit => OathOf(exhibit) == StatementOath.Unsworn)) : 0,
                    });
                }
            }
        }

        return found;

        StatementOath OathOf(Exhibit exhibit) => snapshot.Materials.FirstOrDefault(file => file.Id == exhibit.Material)?.Taken?.Oath ?? StatementOath.NotSaid;
        bool? HearingOf(Exhibit exhibit) => snapshot.Materials.FirstOrDefault(file => file.Id == exhibit.Material)?.Taken?.AtHearing;
        bool IsHers(Origin origin) => plain.Proof.OriginOf(origin) == ProofId.Of(person);
    }

    /// <summary>States that come to the same, without an earlier statement or with one by the same ground, are one answer; in the order of the first of each.</summary>
    public static IReadOnlyList<IReadOnlyList<Absence>> Alike(IReadOnlyList<Absence> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return [.. states.GroupBy(state => (string.Join('|', state.Entered), state.Ground?.Name, state.Ground?.Source, state.Statements, state.Asked, state.OathNotSaid, state.Unsworn, state.HearingNotSaid, state.NoHearing, string.Join(
            '|', state.Lines.Select(line => $"{line.Before}{line.After}{line.Shaken}{line.IsContested}{line.StaysContested}{line.ContestedByThem}{line.Left}{string.Join(',', line.Lost.Select(leaf => leaf.Id))}")))).Select(alike => alike.ToList())];
    }

    // Where the ground asks that the defendant could question the speaker, it opens a statement only against those who could, as far as anybody has said; and where
    // it asks what each of them did, only against those of whom somebody said so on a ground of this name.
    private static (CaseSnapshot Case, int Statements, int Asked) Opened(CaseSnapshot closed, CaseSnapshot snapshot, IReadOnlyList<Exhibit> statements, AbsenceGround ground)
    {
        PersonId[] defendants = [.. snapshot.People.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id)];
        // Of those who are charged, each is asked about by name.
        PersonId[] asked = [.. snapshot.Counts.Select(count => count.Defendant).Distinct()];
        var opened = statements.ToDictionary(exhibit => exhibit.Id, exhibit => ground.Questioned
            ? [.. defendants.Where(defendant => exhibit.Grounds.Any(known => known.CouldQuestion is true && known.Against.Contains(defendant)))]
            : ground.OfEach ? [.. defendants.Where(defendant => IsSaid(exhibit, defendant))]
            : defendants);
        return (
            closed with
            {
                Exhibits = [.. closed.Exhibits.Select(exhibit => opened.TryGetValue(exhibit.Id, out var against) && against.Length > 0
                    ? exhibit with { Grounds = [.. exhibit.Grounds, new Ground(ground.Name + " (" + ground.Source + ")", [], against)] }
                    : exhibit)],
            },
            // Several passages of one paper are one statement.
            Papers(statements.Where(exhibit => opened[exhibit.Id].Length > 0)),
            ground.OfEach ? Papers(statements.Where(exhibit => asked.Any(defendant => !IsSaid(exhibit, defendant))))
            : ground.Questioned ? Papers(statements.Where(exhibit => asked.Any(defendant => !exhibit.Grounds.Any(known => known.CouldQuestion is not null && known.Against.Contains(defendant))))) : 0);

        bool IsSaid(Exhibit exhibit, PersonId defendant) => exhibit.Grounds.Any(known => known.Against.Contains(defendant) && FoldedName.Same(known.Name, ground.Name));
    }

    private static int Papers(IEnumerable<Exhibit> exhibits) => exhibits.Select(exhibit => exhibit.Material?.Value ?? exhibit.Id.Value).Distinct().Count();

    private sealed record Compiled(CaseProof Proof, ProofEngine Engine)
    {
        public static Compiled? Of(CaseSnapshot snapshot, LawPacks law) =>
            CaseProof.Of(snapshot, law) is var proof && proof.Graph.Faults().Count == 0 ? new Compiled(proof, new ProofEngine(proof.Graph)) : null;

        public IReadOnlyList<AbsenceLine> Lines(Compiled before, IReadOnlyList<string> down, PersonId person)
        {
            var (was, then) = (before.Engine.Evaluate(), Engine.Evaluate(down));
            var counts = Proof.Columns.Where(column => column.Count is not null).ToList();
            return [.. counts.Zip(LeftOnWords.Of(Proof, Engine, counts, down, person), (column, left) => new AbsenceLine(
                column,
                was[column.Goal, Reading.RuledOnly] == ProofState.Stands,
                then[column.Goal, Reading.RuledOnly] == ProofState.Stands,
                column.Law.IsOk
                    ? [.. column.Law.Value.Leaves().Where(leaf => leaf.Kind != LeafKind.PleadedOnly && (IsLost(column.Node(leaf.Id), Reading.RuledOnly) || IsLost(column.Node(leaf.Id), Reading.WithAll)))]
                    : [])
            {
                Left = left,
                IsContested = IsContested(was, column),
                Shaken = IsShaken(column),
                StaysContested = !IsShaken(column) && IsContested(was, column) && IsContested(then, column),
                ContestedByThem = !IsShaken(column) && IsContested(was, column) && then[column.Goal, Reading.WithAll] == ProofState.Stands,
            })];

            bool IsShaken(ChargeColumn column) => then[column.Goal, Reading.RuledOnly] == ProofState.Stands && column.Law.IsOk
                && (IsLost(column.Goal, Reading.WithAll) || column.Law.Value.Required().Any(element => IsLost(column.Part(element), Reading.WithAll)));

            static bool IsContested(Standing at, ChargeColumn column) => at[column.Goal, Reading.RuledOnly] == ProofState.Stands && at[column.Goal, Reading.WithAll] != ProofState.Stands;

            bool IsLost(string node, Reading reading) => was[node, reading] == ProofState.Stands && then[node, reading] != ProofState.Stands;
        }
    }
}

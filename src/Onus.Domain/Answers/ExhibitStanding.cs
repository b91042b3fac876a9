using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Answers;

/// <summary>Why an exhibit no longer counts.</summary>
public enum ExhibitFate
{
    /// <summary>Not stated; never given.</summary>
    Unknown = 0,

    /// <summary>It is kept out.</summary>
    KeptOut,

    /// <summary>It is in, and what it needs to be believed is gone.</summary>
    NotBelieved,
}

/// <summary>An exhibit that no longer counts against anybody, by what the court has ruled and by what has fallen.</summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Foundation">What it relied on that fell; null where it is not that.</param>
/// <param name="Ruling">The challenge that the court sustained; null where it is not that.</param>
/// <param name="With">The exhibit with which it fell, which it came from or whose words it holds too; null where it is not that.</param>
public sealed record FallenExhibit(Exhibit Exhibit, ExhibitFate Fate, Evidence.Foundation? Foundation, Challenge? Ruling, Exhibit? With)
{
    /// <summary>Whether <see cref="With"/> is another exhibit of the same passage, on which the court ruled.</summary>
    public bool IsSamePassage { get; init; }
}

/// <summary>Which exhibits no longer count. What a challenge without a ruling may fell is not among them.</summary>
public static class ExhibitStanding
{
    /// <summary>The exhibits that show nothing any more: those that fell, and those whose file, or that of what they rely on, was withdrawn or does not lie inside its authority.</summary>
    /// <param name="proof">The case.</param>
    /// <param name="standing">What stands in it.</param>
    public static IReadOnlySet<ExhibitId> Gone(CaseProof proof, Standing standing) => Of(proof, standing).Keys.Concat(proof.Withdrawn).Concat(proof.Outside).ToHashSet();

    /// <summary>
    /// The exhibits, by id. A challenge is counsel's paper; a ruling on an exhibit, or on what it rests on, is public. So a list that is filed, asked of
    /// <see cref="CaseSnapshot.Rulings"/>, says of what the court kept out the same whoever prints it, and nothing of a challenge without a ruling.
    /// </summary>
    /// <param name="proof">The case.</param>
    /// <param name="standing">What stands in it.</param>
    public static IReadOnlyDictionary<ExhibitId, FallenExhibit> Of(CaseProof proof, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(standing);
        var of = proof.Case;
        var exhibits = of.Exhibits.ToDictionary(exhibit => exhibit.Id);
        var sustained = of.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained }).ToLookup(challenge => challenge.On.Id);
        var fallen = of.Foundations.Where(foundation => Fails(ProofId.Of(foundation.Id))).ToDictionary(foundation => foundation.Id);
        return of.Exhibits.Where(exhibit => Nodes(exhibit).All(Fails)).Select(Why).ToDictionary(why => why.Exhibit.Id);

        bool Fails(string id) => standing[id, Reading.RuledOnly] == ProofState.Fails;

        // Where a ground is open against somebody, the exhibit stands there on its own.
        IEnumerable<string> Nodes(Exhibit exhibit) =>
            proof.Owners(ProofId.Of(exhibit)).Select(defendant => proof.Against(defendant, ProofId.Of(exhibit))).Prepend(ProofId.Of(exhibit));

        FallenExhibit Why(Exhibit exhibit)
        {
            var keptOut = Nodes(exhibit).All(node => Fails(node + "/adm"));
            var ruling = sustained[exhibit.Id.Value].FirstOrDefault(challenge => challenge.On.Kind is TargetKind.Exhibit or TargetKind.Admission);
            var under = keptOut ? exhibit.Legal.Concat(exhibit.LegalAny.SelectMany(way => way)).Concat(exhibit.VouchedBy).Concat(exhibit.Factual) : exhibit.Factual.Concat(exhibit.VouchedBy);
            var foundation = ruling is not null ? null : under.Select(id => fallen.GetValueOrDefault(id)).FirstOrDefault(found => found is not null);
            var with = ruling is not null || foundation is not null ? null
                : exhibit.DerivedFrom.Select(from => from.Parent).Concat(exhibit.ReliesOn).Select(id => exhibits.GetValueOrDefault(id)).FirstOrDefault(parent => parent is not null && Nodes(parent).All(Fails));
            var same = ruling is not null || foundation is not null || with is not null ? null : proof.SamePassages.Reached.FirstOrDefault(pair => pair.Same.Id == exhibit.Id).Ruled;
            return new(
                exhibit, keptOut ? ExhibitFate.KeptOut : ExhibitFate.NotBelieved, foundation,
                ruling ?? (foundation is null ? null : sustained[foundation.Id.Value].FirstOrDefault(challenge => challenge.On.Kind == TargetKind.Foundation)), with ?? same)
            { IsSamePassage = same is not null };
        }
    }
}

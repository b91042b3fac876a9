using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Challenges, answers, and evidence that helps the defence, as arguments of the graph. What is aimed at something that has a node of its own against
/// some defendants is aimed at each of these nodes: the same argument, met once in the case against each of them.
/// </summary>
internal sealed class ArgumentCompiler
{
    private readonly CaseProof proof;
    private readonly Dictionary<Guid, Challenge> challenges;
    private readonly Dictionary<Guid, Evidence.Exhibit> exhibits;
    private readonly Dictionary<Guid, ExhibitTie> cites;
    private readonly Dictionary<Guid, ChargeColumn> counts;
    private readonly Dictionary<Guid, bool> kept = [];
    private readonly HashSet<ExhibitId> fallen;

    private ArgumentCompiler(CaseProof proof)
    {
        this.proof = proof;
        challenges = proof.Case.Challenges.ToDictionary(challenge => challenge.Id.Value);
        exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id.Value);
        cites = proof.Case.ExhibitTies.ToDictionary(tie => tie.Id.Value);
        counts = proof.Columns.Where(column => column.Count is not null).ToDictionary(column => column.Count!.Id.Value);
        fallen = FallenExhibits.Of(proof.Case);
    }

    public static void AddTo(CaseProof proof) => new ArgumentCompiler(proof).Compile();

    private void Compile()
    {
        foreach (var tie in proof.Case.ExhibitTies.Where(IsAttack))
        {
            // Nobody has to have thought of the argument: what helps the defence is in play from the day it is known.
            foreach (var (against, on) in Aims(new Target(TargetKind.Fact, tie.Fact.Value)))
            {
                proof.Add(
                    new Proof.Argument(Own(ProofId.Of(tie), against), Proof.Side.Defence, on) { Mode = "rebut", Premises = [ProofId.Of(exhibits[tie.Exhibit.Value])], Text = tie.Reason },
                    new ProofItem(ProofItemKind.ExhibitTie, tie.Id.Value));
            }
        }

        foreach (var challenge in proof.Case.Challenges)
        {
            if (Keeps(challenge))
            {
                Add(challenge);
            }
            else if (!IsOfWithdrawn(challenge.On))
            {
                proof.Note(WhyNot(challenge), ("challenge", challenge.Text));
            }
        }
    }

    // What has fallen by a decision stays fallen, so leaving its attack out can never turn an answer round later.
    private bool IsAttack(ExhibitTie tie)
    {
        if (tie.Bearing != Bearing.Undermines || !exhibits.TryGetValue(tie.Exhibit.Value, out var exhibit) || proof.Withdrawn.Contains(tie.Exhibit) || !proof.Items.ContainsKey(ProofId.Of(tie.Fact)))
        {
            return false;
        }

        if (fallen.Contains(exhibit.Id))
        {
            proof.Note("proof.attack-fell", ("exhibit", "EX-" + ProofId.Of(exhibit)["exhibit:".Length..]), ("fact", proof.Facts[tie.Fact].Sentence));
            return false;
        }

        return true;
    }

    // Whether an argument can enter the graph: what it is aimed at is there and belongs to the other side. Answers to what was left out go too.
    private bool Keeps(Challenge challenge)
    {
        if (!kept.TryGetValue(challenge.Id.Value, out var keeps))
        {
            // While it is being decided it is out, so that two that are aimed at each other alone both are.
            kept[challenge.Id.Value] = false;
            keeps = Id(challenge.On) is not null
                && IsDefence(challenge.On) != (challenge.By == ArguedBy.Defence)
                && (!Competes(challenge) || Attacked(challenge.On) is not null)
                && HasPremises(challenge);
            kept[challenge.Id.Value] = keeps;
        }

        return keeps;
    }

    // A challenge of a count that was withdrawn waits with it, and so does what answers it.
    private bool IsOfWithdrawn(Target target)
    {
        // Two arguments may be aimed at each other, so no further than there are arguments.
        for (var steps = 0; target.Kind == TargetKind.Challenge && steps < challenges.Count && challenges.TryGetValue(target.Id, out var answered); steps++)
        {
            target = answered.On;
        }

        return target.Kind == TargetKind.Element && proof.Case.WithdrawnCounts.Any(count => count.Id.Value == target.Id);
    }

    private string WhyNot(Challenge challenge) =>
        Id(challenge.On) is null || IsDefence(challenge.On) == (challenge.By == ArguedBy.Defence) ? "proof.challenge-without-target"
        : HasPremises(challenge) ? "proof.cannot-compete"
        : "proof.answer-without-premise";

    // An answer must not get stronger because what it rests on is gone. What a challenge rests on is only for reading.
    private bool HasPremises(Challenge challenge) => challenge.By == ArguedBy.Defence || challenge.Premises.All(premise => Premise(premise) is not null);

    private static bool Competes(Challenge challenge) => challenge is { By: ArguedBy.Prosecution, Competes: true };

    private void Add(Challenge challenge)
    {
        var premises = challenge.Premises.Select(Premise).OfType<string>().ToList();
        if (Competes(challenge))
        {
            // An answer that only competes needs what it defends: neither can then prevail, and the matter is contested.
            premises.Add(Attacked(challenge.On)!);
        }

        foreach (var (against, on) in Aims(challenge.On))
        {
            proof.Add(
                new Proof.Argument(Own(ProofId.Of(challenge.Id), against), challenge.By == ArguedBy.Defence ? Proof.Side.Defence : Proof.Side.Prosecution, on)
                {
                    Mode = challenge.Mode.ToString().ToLowerInvariant(),
                    Premises = [.. premises.Select(premise => against is { } defendant ? proof.Against(defendant, premise) : premise).Distinct(StringComparer.Ordinal)],
                    Text = challenge.Text,
                    Status = challenge.Status == ChallengeStatus.Filed ? Proof.ArgumentStatus.Filed : Proof.ArgumentStatus.Possible,
                    Ruling = challenge.Ruling switch
                    {
                        Ruling.Sustained => Proof.Ruling.Sustained,
                        Ruling.Overruled => Proof.Ruling.Overruled,
                        _ => Proof.Ruling.None,
                    },
                },
                new ProofItem(ProofItemKind.Challenge, challenge.Id.Value));
        }
    }

    // Everything in the graph that a target is: what all share, and what stands for it against single defendants.
    private IEnumerable<(PersonId? Against, string On)> Aims(Target target)
    {
        yield return (null, Id(target)!);
        foreach (var defendant in Owners(target))
        {
            yield return (defendant, Own(Id(target)!, defendant));
        }
    }

    private IReadOnlyList<PersonId> Owners(Target target) => target.Kind switch
    {
        TargetKind.Exhibit or TargetKind.Admission when exhibits.TryGetValue(target.Id, out var exhibit) => proof.Owners(ProofId.Of(exhibit)),
        TargetKind.Fact => proof.Owners(ProofId.Of(new FactId(target.Id))),
        TargetKind.ExhibitTie when cites.TryGetValue(target.Id, out var tie) => proof.Owners(tie.Bearing == Bearing.Supports ? ProofId.Of(tie) : ProofId.Of(tie.Fact)),
        TargetKind.FactTie => proof.Owners("tie:" + target.Id),
        TargetKind.Challenge when challenges.TryGetValue(target.Id, out var challenge) => Owners(challenge.On),
        _ => [],
    };

    // "exhibit:4/adm" of one defendant is "exhibit:4:against:.../adm".
    private static string Own(string id, PersonId? against) => against is not { } defendant ? id
        : id.EndsWith("/adm", StringComparison.Ordinal) ? CaseProof.Own(defendant, id[..^4]) + "/adm"
        : CaseProof.Own(defendant, id);

    private bool IsDefence(Target target) => target.Kind switch
    {
        TargetKind.Challenge => challenges.TryGetValue(target.Id, out var attacked) && attacked.By == ArguedBy.Defence,
        TargetKind.ExhibitTie => cites.TryGetValue(target.Id, out var tie) && tie.Bearing == Bearing.Undermines,
        _ => false,
    };

    // What the attacked challenge is itself aimed at, where an answer can rest on it.
    private string? Attacked(Target target) => target.Kind switch
    {
        TargetKind.ExhibitTie when cites.TryGetValue(target.Id, out var tie) => Premise(new Target(TargetKind.Fact, tie.Fact.Value)),
        TargetKind.Challenge when challenges.TryGetValue(target.Id, out var challenge) => Premise(challenge.On),
        _ => null,
    };

    // Answers rest on points, evidence and nodes: on an exhibit rather than on its admission, and never on another argument.
    private string? Premise(Target target) => target.Kind == TargetKind.Challenge || IsDefence(target) ? null
        : Id(target.Kind == TargetKind.Admission ? target with { Kind = TargetKind.Exhibit } : target);

    private string? Id(Target target)
    {
        var id = target.Kind switch
        {
            TargetKind.Foundation => ProofId.Of(new FoundationId(target.Id)),
            TargetKind.Exhibit or TargetKind.Admission => exhibits.TryGetValue(target.Id, out var exhibit) ? ProofId.Of(exhibit) : null,
            TargetKind.Fact => ProofId.Of(new FactId(target.Id)),
            TargetKind.ExhibitTie => cites.TryGetValue(target.Id, out var tie) ? ProofId.Of(tie) : null,
            TargetKind.FactTie => "tie:" + target.Id,
            TargetKind.Element => Element(target),
            // Answers may be listed before what they answer, so the rows are asked and not the graph.
            TargetKind.Challenge => challenges.TryGetValue(target.Id, out var challenge) && Keeps(challenge) ? ProofId.Of(new ChallengeId(target.Id)) : null,
            _ => null,
        };
        if (id is null || (target.Kind != TargetKind.Challenge && !proof.Items.ContainsKey(id)))
        {
            return null;
        }

        return target.Kind == TargetKind.Admission ? id + "/adm" : id;
    }

    private string? Element(Target target)
    {
        if (!counts.TryGetValue(target.Id, out var column))
        {
            return null;
        }

        if (target.Leaf is not { } leafId)
        {
            return column.Goal;
        }

        var node = column.Node(leafId);
        // Rebutting a presumption, or raising a defence, does not end the matter: evidence may still prove the element.
        string[] points = [CountCompiler.PresumptionPoint(node), CountCompiler.UnchallengedPoint(node)];
        return points.FirstOrDefault(proof.Items.ContainsKey) ?? node;
    }
}

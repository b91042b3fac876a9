using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// Challenges, answers, and evidence that helps the defence, as arguments of the graph. What is aimed at something that has a node of its own against
/// some defendants is aimed at each of these nodes: the same argument, met once in the case against each of them. What is aimed at an element of a count
/// is aimed too at that element where another count asks whether the offence was committed. What a court ruled reaches another count for the very same, though its own
/// was withdrawn, another exhibit of the same passage, and the same fact under another number, as long as it has not said otherwise of these on the same question.
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
    private readonly ILookup<ChallengeId, Target> same;
    private readonly RuledAgain again;

    private ArgumentCompiler(CaseProof proof)
    {
        this.proof = proof;
        challenges = proof.Case.Challenges.ToDictionary(challenge => challenge.Id.Value);
        exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id.Value);
        cites = proof.Case.ExhibitTies.ToDictionary(tie => tie.Id.Value);
        counts = proof.Columns.Where(column => column.Count is not null).ToDictionary(column => column.Count!.Id.Value);
        fallen = FallenExhibits.Of(proof);
        again = proof.RuledAgain;
        same = proof.SamePassages.Reached.Select(pair => (pair.Ruling, Same: Aimed(pair.Ruling) with { Id = pair.Same.Id.Value })).Concat(again.Reached).ToLookup(pair => pair.Ruling.Id, pair => pair.Same);
    }

    public static void AddTo(CaseProof proof) => new ArgumentCompiler(proof).Compile();

    private void Compile()
    {
        foreach (var tie in proof.Case.ExhibitTies.Where(IsAttack))
        {
            // Nobody has to have thought of the argument: what helps the defence is in play from the day it is known.
            foreach (var aim in Aims(new Target(TargetKind.Fact, tie.Fact.Value)))
            {
                proof.Add(
                    new Proof.Argument(ProofId.Of(tie) + aim.Suffix, Proof.Side.Defence, aim.On) { Mode = "rebut", Move = ProofId.Of(tie), Premises = [ProofId.Of(exhibits[tie.Exhibit.Value])], Text = tie.Reason },
                    new ProofItem(ProofItemKind.ExhibitTie, tie.Id.Value));
            }
        }

        foreach (var challenge in proof.Case.Challenges)
        {
            if (Keeps(challenge))
            {
                Add(challenge);
                OnOtherDays(challenge);
            }
            else if (Withdrawn(challenge.On) is { } withdrawn)
            {
                Waits(challenge, proof.WithdrawnColumns.First(column => column.Count == withdrawn));
            }
            else
            {
                proof.Note(WhyNot(challenge), ("challenge", challenge.Text));
            }
        }

        RuledNotes.AddTo(proof, again);
    }

    private static string Number(Evidence.Exhibit exhibit) => "EX-" + ProofId.Of(exhibit)["exhibit:".Length..];

    // What cannot be believed by a decision stays so, so leaving its attack out can never turn an answer round later.
    private bool IsAttack(ExhibitTie tie)
    {
        if (tie.Bearing != Bearing.Undermines || !exhibits.TryGetValue(tie.Exhibit.Value, out var exhibit) || !proof.Items.ContainsKey(ProofId.Of(tie.Fact)))
        {
            return false;
        }

        // Whoever withdraws a file may not know that something in it helps the defence.
        var gone = proof.Withdrawn.Contains(tie.Exhibit) ? "proof.attack-withdrawn" : fallen.Contains(exhibit.Id) ? "proof.attack-fell" : null;
        if (gone is not null)
        {
            proof.Note(gone, ("exhibit", Number(exhibit)), ("fact", proof.Facts[tie.Fact].Sentence));
        }

        return gone is null;
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
                && (!Competes(challenge) || (Defended(challenge.On) is { } defended && Premise(defended) is not null))
                && HasPremises(challenge);
            kept[challenge.Id.Value] = keeps;
        }

        return keeps;
    }

    // A challenge of a count that was withdrawn waits with it, and so does what answers it.
    private Count? Withdrawn(Target target) =>
        Argued(target) is { Kind: TargetKind.Element } argued ? proof.Case.WithdrawnCounts.FirstOrDefault(count => count.Id.Value == argued.Id) : null;

    // What an argument is about in the end: what is attacked by what it answers, at whatever remove.
    private Target Argued(Target target)
    {
        // Two arguments may be aimed at each other, so no further than there are arguments.
        for (var steps = 0; target.Kind == TargetKind.Challenge && steps < challenges.Count && challenges.TryGetValue(target.Id, out var answered); steps++)
        {
            target = answered.On;
        }

        return target;
    }

    // The same on other days may be another act: then it is said, and for counsel to decide.
    private void OnOtherDays(Challenge challenge)
    {
        if (challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, On.Kind: TargetKind.Element } && counts.TryGetValue(challenge.On.Id, out var ruled))
        {
            foreach (var other in proof.ChargedApart(ruled, challenge))
            {
                proof.Note("proof.ruled-in-other", ("count", other.Count!.Number), ("ruled", ruled.Count!.Number), ("challenge", challenge.Text));
            }
        }
    }

    // A count is counsel's to withdraw, and the ruling is not: it is met in every count for the very same. On other days it is said.
    private void Waits(Challenge challenge, ChargeColumn withdrawn)
    {
        if (challenge.On.Kind != TargetKind.Element)
        {
            return;
        }

        var met = proof.RuledTogether(withdrawn, challenge).Concat(challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained } ? proof.Uncharged.Where(asked => CaseProof.ChargedWhat(withdrawn, asked)) : [])
            .SelectMany(column => MetIn(column, challenge.On.Leaf)).DistinctBy(aim => aim.On);
        Add(challenge, [], met);
        foreach (var count in proof.ChargedApart(withdrawn, challenge))
        {
            proof.Note(
                "proof.ruled-in-withdrawn",
                ("count", count.Count!.Number),
                ("withdrawn", withdrawn.Count!.Number),
                ("challenge", challenge.Text));
        }
    }

    private string WhyNot(Challenge challenge) =>
        Id(challenge.On) is null || IsDefence(challenge.On) == (challenge.By == ArguedBy.Defence) ? "proof.challenge-without-target"
        : "proof.answer-without-premise";

    // An answer must not get stronger because what it rests on is gone. What a challenge rests on is only for reading. A tie shows something for some people only and says
    // nothing that its fact does not: an answer rests on the fact.
    private bool HasPremises(Challenge challenge) => challenge.By == ArguedBy.Defence || challenge.Premises.All(premise => premise.Kind != TargetKind.FactTie && Premise(premise) is not null);

    private static bool Competes(Challenge challenge) => challenge is { By: ArguedBy.Prosecution, Competes: true } || ChallengeRules.IsMereAssertion(challenge);

    private void Add(Challenge challenge)
    {
        // An answer that only competes needs what it defends in the end: neither can then prevail, and the matter is contested.
        Add(challenge, [.. challenge.Premises, .. Competes(challenge) ? [Defended(challenge.On)!] : Array.Empty<Target>()], Aims(challenge));
    }

    private void Add(Challenge challenge, Target[] premises, IEnumerable<Aim> aims)
    {
        foreach (var aim in aims)
        {
            proof.Add(
                new Proof.Argument(ProofId.Of(challenge.Id) + aim.Suffix, challenge.By == ArguedBy.Defence ? Proof.Side.Defence : Proof.Side.Prosecution, aim.On)
                {
                    Mode = challenge.Mode.ToString().ToLowerInvariant(),
                    Move = ProofId.Of(challenge.Id),
                    Premises = [.. premises.Select(premise => Premise(premise, aim)).OfType<string>().Distinct(StringComparer.Ordinal)],
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

    // To keep an exhibit out is to deny its admission, and with it that of all that came to light through it.
    private static Target Aimed(Challenge challenge) => challenge is { By: ArguedBy.Defence, Mode: ChallengeMode.Exclude, On.Kind: TargetKind.Exhibit }
        ? challenge.On with { Kind = TargetKind.Admission }
        : challenge.On;

    // One place in the graph at which an argument is met: what all share, what stands for it against one defendant, or an offence that another count asks for.
    private sealed record Aim(string On, string Suffix = "", PersonId? Against = null, ChargeColumn? In = null)
    {
        /// <summary>The node of the row it is aimed at, and the view of that row (<see cref="CaseProof.Views"/>) at which it is met; itself where that has none.</summary>
        public string? Of { get; init; }

        public string? View { get; init; }
    }

    private IEnumerable<Aim> Aims(Challenge challenge)
    {
        var target = Aimed(challenge);
        switch (target.Kind)
        {
            case TargetKind.Element:
                var itself = new Aim(Id(target)!);
                var elsewhere = proof.Uncharged.Where(asked => IsAskedIn(asked, target.Id)).Concat(proof.RuledTogether(counts[target.Id], challenge)).Prepend(counts[target.Id])
                    .SelectMany(column => MetIn(column, target.Leaf));
                return [itself, .. elsewhere.Where(aim => aim.On != itself.On)];
            default:
                return [.. Aims(target), .. OnGrounds(challenge), .. same[challenge.Id].Where(other => Id(other) is not null).SelectMany(other => Aims(other).Select(aim => aim with { Suffix = ":in:" + Id(other with { Kind = other.Kind == TargetKind.Admission ? TargetKind.Exhibit : other.Kind }) + aim.Suffix })),
                    .. proof.ReachedBy(challenge.Id).Select(node => new Aim(node.On, ":in:" + node.On, node.Against))];
        }
    }

    // A ground stands in for a witness's coming and not for believing them: what stands on one instead of the witness is attacked where it does.
    private IEnumerable<Aim> OnGrounds(Challenge challenge) =>
        challenge is not { By: ArguedBy.Defence, Mode: ChallengeMode.Impeach or ChallengeMode.Retract, On.Kind: TargetKind.Foundation } ? []
        : from exhibit in proof.Case.Exhibits
          where exhibit.Grounds.Count > 0 && proof.Replaceable(exhibit).Contains(new FoundationId(challenge.On.Id))
          from defendant in proof.Owners(ProofId.Of(exhibit))
          let node = CaseProof.Own(defendant, ProofId.Of(exhibit))
          select new Aim(node, ":in:" + node, defendant);

    private IEnumerable<Aim> Aims(Target target)
    {
        switch (target.Kind)
        {
            case TargetKind.Challenge:
                return Aims(challenges[target.Id]).Select(aim => aim with { On = ProofId.Of(new ChallengeId(target.Id)) + aim.Suffix });
            case TargetKind.ExhibitTie when IsDefence(target):
                return Aims(new Target(TargetKind.Fact, cites[target.Id].Fact.Value)).Select(aim => aim with { On = ProofId.Of(cites[target.Id]) + aim.Suffix });
            default:
                return Everywhere(Id(target)!);
        }
    }

    private IEnumerable<Aim> Everywhere(string id) =>
        from view in proof.Views(id).Prepend(id)
        let of = new Aim(view, view[id.Length..]) { Of = id }
        from aim in proof.Owners(view.EndsWith("/adm", StringComparison.Ordinal) ? view[..^4] : view).Select(defendant => of with { On = Own(view, defendant), Suffix = of.Suffix + CaseProof.Own(defendant, ""), Against = defendant, View = view }).Prepend(of with { View = view })
        select aim;

    private bool IsAskedIn(ChargeColumn asked, Guid count) => proof.ChargedAs(asked).Any(charged => charged.Count!.Id.Value == count);

    // The whole offence is met in both of its nodes: by whatever way of taking part, and by one's own hands.
    private IEnumerable<Aim> MetIn(ChargeColumn asked, string? leaf) =>
        new[] { Element(asked, leaf), leaf is null || leaf == asked.OffenceId ? asked.Goal + ":principal" : null }.OfType<string>().Where(proof.Items.ContainsKey)
            .Select(node => new Aim(node, ":in:" + node, asked.ProvedAgainst ?? asked.Defendant, asked));

    // "exhibit:4/adm" of one defendant is "exhibit:4:against:.../adm".
    private static string Own(string id, PersonId defendant) => id.EndsWith("/adm", StringComparison.Ordinal) ? CaseProof.Own(defendant, id[..^4]) + "/adm" : CaseProof.Own(defendant, id);

    private bool IsDefence(Target target) => target.Kind switch
    {
        TargetKind.Challenge => challenges.TryGetValue(target.Id, out var attacked) && attacked.By == ArguedBy.Defence,
        TargetKind.ExhibitTie => cites.TryGetValue(target.Id, out var tie) && tie.Bearing == Bearing.Undermines,
        _ => false,
    };

    // What the other side attacks, where an answer can rest on it; null where it attacks nothing of the case.
    private Target? Defended(Target target) => Argued(target) switch
    {
        { Kind: TargetKind.Challenge } => null,
        { Kind: TargetKind.ExhibitTie } against when IsDefence(against) => new Target(TargetKind.Fact, cites[against.Id].Fact.Value),
        var argued => argued,
    };

    // Answers rest on points, evidence and nodes: on an exhibit rather than on its admission, and never on another argument.
    private string? Premise(Target target) => target.Kind == TargetKind.Challenge || IsDefence(target) || ShowsNothing(target) ? null
        : Id(target.Kind == TargetKind.Admission ? target with { Kind = TargetKind.Exhibit } : target);

    // An answer must not go on ending an attack with what was withdrawn or may not be used.
    private bool ShowsNothing(Target target) => target.Kind is TargetKind.Exhibit or TargetKind.Admission && exhibits.TryGetValue(target.Id, out var exhibit)
        && (proof.Withdrawn.Contains(exhibit.Id) || proof.Outside.Contains(exhibit.Id));

    // As it is where the argument is met.
    private string? Premise(Target target, Aim aim) =>
        aim.In is { } asked && target.Kind == TargetKind.Element && IsAskedIn(asked, target.Id) ? Element(asked, target.Leaf)
        : (Premise(target) is { } known && known == aim.Of ? aim.View : Premise(target)) is not { } premise ? null
        : aim.Against is { } defendant ? proof.Against(defendant, premise)
        : premise;

    private string? Id(Target target)
    {
        var id = target.Kind switch
        {
            TargetKind.Foundation => ProofId.Of(new FoundationId(target.Id)),
            TargetKind.Exhibit or TargetKind.Admission => exhibits.TryGetValue(target.Id, out var exhibit) ? ProofId.Of(exhibit) : null,
            TargetKind.Fact => ProofId.Of(new FactId(target.Id)),
            TargetKind.ExhibitTie => cites.TryGetValue(target.Id, out var tie) ? ProofId.Of(tie) : null,
            TargetKind.FactTie => "tie:" + target.Id,
            TargetKind.Element => counts.TryGetValue(target.Id, out var column) ? Element(column, target.Leaf) : null,
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

    private string Element(ChargeColumn column, string? leaf)
    {
        if (leaf is null)
        {
            return column.Goal;
        }

        var node = column.Node(leaf);
        // Rebutting a presumption, or raising a defence, does not end the matter: evidence may still prove the element.
        string[] points = [CountCompiler.PresumptionPoint(node), CountCompiler.UnchallengedPoint(node)];
        return points.FirstOrDefault(proof.Items.ContainsKey) ?? node;
    }
}

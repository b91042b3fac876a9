using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <content>Other offences inside an offence, and ways of taking part: paths that lead through what is proved under another offence or by another defendant.</content>
internal sealed partial class CountCompiler
{
    // A whole other offence, by whoever is meant. It is the very node that its count has in the draft, so that a challenge there is felt here too; where
    // what may be used against the other may not be usable here, it is proved anew.
    private void AddOffence(OffenceElement element)
    {
        var offenceId = element.OffenceId == OffenceElement.Same ? offence.Id : element.OffenceId;
        IEnumerable<PersonId> by = element.By == CommittedBy.Defendant
            ? [column.Defendant]
            : proof.Case.People.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id)
                .Where(person => element.By == CommittedBy.Anyone || person != column.Defendant);
        // Only what another did with his own hands is helped: two who merely helped each other would hold each other up.
        var law = proof.Law.OffenceAt(offenceId, column.From);
        string[] nodes = [.. by.SelectMany(person => Against(law, offenceId, person), (person, survivor) => Committed(law, offenceId, person, survivor, asPrincipal: element.OffenceId == OffenceElement.Same)).OfType<string>()];
        Node(column.Node(element.Id), Proof.Rule.Any(nodes), "element", element.Text, ProofItemKind.Element, element.Id, element.Corroboration);
    }

    // For whom it has to be proved: for the survivor of this count, for nobody where it is against nobody, else for each about whom there is something, so
    // that what a court ruled on the count of one of them is felt. Where this count is for one at a time and names nobody, it is one and the same for both.
    private List<PersonId?> Against(Result<Offence> law, string offenceId, PersonId defendant)
    {
        if (column.Survivor is not null || !law.IsOk || law.Value.Unit == ChargeUnit.PerDefendant)
        {
            return [law is { IsOk: true, Value.Unit: ChargeUnit.PerDefendant } ? null : column.Survivor];
        }

        var own = offence.Unit == ChargeUnit.PerDefendant ? [] : Survivors(ties);
        var whom = Survivors(proof.Fitting(Asked(law, offenceId, defendant, null)));
        return whom.Count == 0 ? [null] : [.. whom.Where(survivor => own.Count == 0 || own.Contains(survivor))];

        static List<PersonId?> Survivors(ILookup<string, FactTie> tied) => [.. tied.SelectMany(leaf => leaf).SelectMany(tie => tie.Survivors).Distinct()];
    }

    private ChargeColumn Asked(Result<Offence> law, string offenceId, PersonId defendant, PersonId? survivor)
    {
        var against = proof.Alike(column.ProvedAgainst ?? column.Defendant);
        against = proof.Alike(defendant) == against ? defendant : against;
        var who = defendant == against ? defendant.Value.ToString() : $"{defendant.Value}:against:{against.Value}";
        return new ChargeColumn
        {
            Goal = $"offence:{offenceId}:{who}:{(survivor is { } whom ? whom.Value.ToString() : "all")}:{Iso(column.From)}",
            OffenceId = offenceId,
            Defendant = defendant,
            ProvedAgainst = defendant == against ? null : against,
            Survivor = survivor,
            From = column.From,
            To = column.To,
            Law = law,
        };
    }

    // Null where it never can be.
    private string? Committed(Result<Offence> law, string offenceId, PersonId defendant, PersonId? survivor, bool asPrincipal)
    {
        var uncharged = Asked(law, offenceId, defendant, survivor);
        // Charged in several counts, what is challenged in any of them is challenged here: then it has nodes of its own.
        if (uncharged.ProvedAgainst is null && proof.ChargedAs(uncharged) is [var charged] && charged.Survivor == survivor)
        {
            proof.Asks(whole, charged);
            return asPrincipal ? Principal(proof, charged) : charged.Goal;
        }

        if (law.IsOk && !CanStand(proof, uncharged))
        {
            return null;
        }

        proof.Asks(whole, uncharged);
        if (!proof.Items.ContainsKey(uncharged.Goal))
        {
            proof.Add(uncharged);
            Compile(proof, uncharged);
        }

        return asPrincipal ? Principal(proof, uncharged) : uncharged.Goal;
    }

    // An offence that asks for others asks for each of them by every defendant. Where a part that only facts can show has none, the whole is "no"
    // whatever is ruled or lost, and nothing of it need be in the graph to say so.
    private static bool CanStand(CaseProof proof, ChargeColumn column)
    {
        var tied = proof.Fitting(column);
        return Begun(proof, column).Any(mode => mode.SameOffence) || Can(column.Law.Value.Elements);

        bool Can(Element element) => element.NotRequiredWhen is not null || element switch
        {
            Leaf leaf => leaf.Kind is not (LeafKind.Required or LeafKind.Jurisdictional) || tied.Contains(leaf.Id),
            Group { Rule: GroupRule.All } all => all.Of.All(Can),
            Group some => some.Of.Count(Can) >= Math.Max(1, some.AtLeast),
            _ => true,
        };
    }

    // A tie that names nobody counts for nobody, here and in every offence that is asked for.
    private static void ForNobody(CaseProof proof, Offence law, DateOnly day, HashSet<(string Offence, DateOnly Day)> looked)
    {
        if (!looked.Add((law.Id, day)))
        {
            return;
        }

        foreach (var tie in proof.TiesOf[law.Id].Where(tie => tie.Defendants.Count == 0 || (tie.Survivors.Count == 0 && law.Unit != ChargeUnit.PerDefendant)))
        {
            proof.Note("proof.for-nobody", ("fact", proof.Facts[tie.Fact].Sentence), ("leaf", law.Find(tie.LeafId)?.Text ?? tie.LeafId));
        }

        foreach (var other in law.AllElements().OfType<OffenceElement>().Select(element => proof.Law.OffenceAt(element.OffenceId, day)).Where(other => other.IsOk))
        {
            ForNobody(proof, other.Value, day, looked);
        }
    }

    // In the count itself, or in a count that charges what is only asked for here.
    private bool IsChallenged(string element)
    {
        IEnumerable<Guid> rows = whole.Count is not null ? [row] : proof.ChargedAs(whole).Select(charged => charged.Count!.Id.Value);
        return proof.Case.Challenges.Any(challenge => challenge.On is { Kind: TargetKind.Element } on && on.Leaf == element && rows.Contains(on.Id)) || (whole.Count is not null && proof.IsReached(whole, element));
    }

    // The offence by the defendant's own hands: the column itself, unless somebody began to prove a way of taking part.
    private static string Principal(CaseProof proof, ChargeColumn column) =>
        column.Law.IsOk && Begun(proof, column).Any(mode => mode.SameOffence) ? column.Goal + ":principal" : column.Goal;

    private static IReadOnlyList<LiabilityMode> Begun(CaseProof proof, ChargeColumn column)
    {
        var tied = proof.Fitting(column);
        return [.. column.Law.Value.Modes.Where(mode => mode.Elements.WithDescendants().Any(element => tied.Contains(element.Id)))];
    }

    // The offence itself, and beside it every way of taking part that somebody began to prove.
    private void AddOffenceAndModes()
    {
        var modes = Begun(proof, whole);
        if (modes.Any(mode => mode.SameOffence))
        {
            AddGroup(offence.Elements, column.Goal + ":principal");
            string[] ways = [column.Goal + ":principal", .. modes.Where(mode => mode.SameOffence).Select(mode => column.Node(mode.Id))];
            Node(column.Goal, Proof.Rule.Any(ways), "charge", offence.Title, ProofItemKind.Count, offence.Id);
        }
        else
        {
            Add(offence.Elements);
        }

        foreach (var mode in offence.Modes)
        {
            AddMode(mode, modes.Contains(mode));
        }
    }

    private void AddMode(LiabilityMode mode, bool isBegun)
    {
        if (isBegun && mode.Validity.Covers(column.From))
        {
            Add(mode.Elements);
            return;
        }

        // Its elements are there to be asked of, and are nobody's duty.
        foreach (var element in mode.Elements.WithDescendants().Where(element => element is not Reference))
        {
            if (element is Leaf leaf)
            {
                AddLeaf(leaf);
            }
            else
            {
                Node(column.Node(element.Id), Proof.Rule.Any(), "element", element.Text, ProofItemKind.Element, element.Id);
            }

            if (element.NotRequiredWhen is not null)
            {
                Node(column.Part(element), Proof.Rule.Any(column.Node(element.Id)), "element", element.Text, ProofItemKind.ElementOrCondition, element.Id);
            }
        }

        if (isBegun)
        {
            proof.Note("proof.mode-not-in-force", ("mode", mode.Title), ("citation", mode.Citation), ("day", column.From));
        }
    }
}

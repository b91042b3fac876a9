using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <content>Nodes of a row beside its own: against one defendant, for some people, under a ruling.</content>
public sealed partial class CaseProof
{
    /// <summary>
    /// The node of a row as it counts against one defendant: its own where an exhibit below it may be used against some defendants only, or stands
    /// against some without its witness; else the one that all share.
    /// </summary>
    internal string Against(PersonId defendant, string id) => owners.TryGetValue(id, out var own) && own.Contains(Alike(defendant)) ? Own(Alike(defendant), id) : id;

    /// <summary>Defendants against whom a row has a node of its own, one for all that are alike.</summary>
    internal IReadOnlyList<PersonId> Owners(string id) => owners.GetValueOrDefault(id) ?? [];

    /// <summary>The first defendant against whom every exhibit may be used as it may against this one; one node does for all of these.</summary>
    internal PersonId Alike(PersonId defendant) => alike.GetValueOrDefault(defendant, defendant);

    /// <summary>
    /// Nodes of a row beside its own, as it counts for people for whom not all that is cited shows a fact: ids that begin with its own.
    /// </summary>
    internal IReadOnlyList<string> Views(string id) => views.GetValueOrDefault(id) ?? [];

    internal void AddView(string id, string view) => (views.TryGetValue(id, out var known) ? known : views[id] = []).Add(view);

    /// <summary>The citations of a tie's fact that show it for others than a column is about, also together with what shows it for these.</summary>
    internal IReadOnlySet<TieId> ForOthers(FactTie tie, ChargeColumn column)
    {
        var alone = Alone(tie, column);
        return alone.Count == 0 ? alone : evidenceOf!.WithoutTogether(tie.Fact, alone);
    }

    private IReadOnlySet<TieId> Alone(FactTie tie, ChargeColumn column) => others.Of(tie, column.Defendant, column.Survivor, column.Law.Value.Unit);

    internal string AddOwn(PersonId defendant, string id)
    {
        (owners.TryGetValue(id, out var own) ? own : owners[id] = []).Add(defendant);
        return Own(defendant, id);
    }

    internal static string Own(PersonId defendant, string id) => id + ":against:" + defendant.Value;

    /// <summary>The node of a tie as it counts for the people of a column: behind a node of its own where a ruling reaches it for these and not for all whom it names.</summary>
    internal string Tied(FactTie tie, ChargeColumn column)
    {
        var against = column.ProvedAgainst ?? column.Defendant;
        var node = Against(against, evidenceOf!.Tied(tie, Alone(tie, column)));
        foreach (var ruling in RuledAgain.Of(tie, column.Defendant, column.Survivor))
        {
            var below = node;
            node += ":under:" + ruling.Id.Value;
            if (!items.ContainsKey(node))
            {
                Add(new Proof.ProofNode(node, Proof.Rule.All(below)) { Kind = "tie" }, new ProofItem(ProofItemKind.FactTie, tie.Id.Value));
                reached.Add((ruling.Id, node, against));
            }
        }

        return node;
    }

    /// <summary>The nodes at which a ruling is met for some whom a tie names.</summary>
    internal IEnumerable<(string On, PersonId Against)> ReachedBy(ChallengeId ruling) => reached.Where(one => one.Ruling == ruling).Select(one => (one.On, one.Against));
}

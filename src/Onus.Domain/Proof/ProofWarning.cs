using System.Globalization;

namespace Onus.Domain.Proof;

/// <summary>Something about a sound graph that the engine could not decide, and how it counted it.</summary>
/// <param name="Node">Id of the node whose rule it is.</param>
/// <param name="Message">Sentences that say what could not be decided, how much of it there is, and what was done instead.</param>
public sealed record ProofWarning(string Node, string Message)
{
    internal static ProofWarning TooManyOverlaps(string node, int minOrigins, int items) => new(node, string.Create(
        CultureInfo.InvariantCulture,
        $"Whether {minOrigins} sources of '{node}' are independent was not worked out: the origins of the {items} items below it overlap in too many ways (more than {OriginHalves.MaxGates:N0} steps). Its rule about origins counts as not met."));
}

using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>Something that a person does in a case, or to the unit. There are those of <see cref="Acts"/> and no others.</summary>
public sealed record Act
{
    internal Act(string kind, Side into, Duty needs) => (Kind, In, Needs) = (kind, into, needs);

    /// <summary>What the log calls it, for ever: lower case and dashes. The sentence for it is <c>log.kind.KIND</c> in <c>content/languages</c>.</summary>
    public string Kind { get; }

    /// <summary>The side of a case whose entry tells it. Rows of the other side that it writes are told in an entry there.</summary>
    public Side In { get; }

    /// <summary>What whoever does it must be charged with.</summary>
    public Duty Needs { get; }
}

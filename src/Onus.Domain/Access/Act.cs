using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>Something that a person does in a case, or to the unit. There are those of <see cref="Acts"/> and no others.</summary>
public sealed record Act
{
    internal Act(string kind, CompartmentKind into, Duty needs) => (Kind, In, Needs) = (kind, into, needs);

    /// <summary>What the log calls it, for ever: lower case and dashes. The sentence for it is <c>log.kind.KIND</c> in <c>content/languages</c>.</summary>
    public string Kind { get; }

    /// <summary>The kind of compartment whose entry tells it. Rows of others that it writes are told in entries there.</summary>
    public CompartmentKind In { get; }

    /// <summary>What whoever does it must be charged with.</summary>
    public Duty Needs { get; }

    /// <summary>
    /// Whether it may write rows of some kind of compartment. The entry there calls the act by its kind: an act on the record may be known to whoever is in the case,
    /// and writes wherever its actor sees; any other leaves no trace outside its own.
    /// </summary>
    public bool Writes(CompartmentKind kind) => In == CompartmentKind.Record || In == kind;
}

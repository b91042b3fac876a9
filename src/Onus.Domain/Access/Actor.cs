using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>What one person may see and do, at one moment. Every use case takes its actor; deny is the default.</summary>
/// <param name="Account">The account; <see cref="Guid.Empty"/> for Onus itself at set-up.</param>
/// <param name="Name">Display name, frozen in the log as it was at the time.</param>
/// <param name="Cases">Memberships.</param>
/// <param name="Form">The form that this act came from, so that a form sent twice acts once; null for other ways in.</param>
public sealed record Actor(AccountId Account, string Name, IReadOnlyList<CaseMember> Cases, Guid? Form = null)
{
    /// <summary>The actor's role in a case; <see cref="MemberRole.Unknown"/> for a case that is not theirs.</summary>
    public MemberRole RoleIn(CaseId id) => Cases.FirstOrDefault(m => m.CaseId == id)?.Role ?? MemberRole.Unknown;

    /// <summary>Compartments that were opened to the actor, beside those that go with a role.</summary>
    public IReadOnlyList<Compartment> Granted { get; init; } = [];

    /// <summary>Every compartment that the actor may see.</summary>
    public IEnumerable<Compartment> Sees =>
        Cases.SelectMany(member => Roles.Opens(member.Role).Select(kind => new Compartment(member.CaseId, kind))).Concat(Granted.Where(one => RoleIn(one.Case) != MemberRole.Unknown)).Distinct();

    /// <summary>What the actor sees of a case, as a text that is the same for all who see the same of it: for what is worked out once and shown to several.</summary>
    public string SeesOf(CaseId id) => string.Join(' ', Sees.Where(compartment => compartment.Case == id).Select(compartment => compartment.Name).Order(StringComparer.Ordinal));

    /// <summary>Whether the actor may see a compartment.</summary>
    public bool MaySee(Compartment compartment) => Sees.Contains(compartment);

    /// <summary>Whether the actor may see what a case has of a kind.</summary>
    public bool MaySee(CaseId id, CompartmentKind kind) => MaySee(new Compartment(id, kind));

    /// <summary>Whether the actor may do an act in a case.</summary>
    public bool May(CaseId id, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return Roles.Has(RoleIn(id), act.Needs);
    }

    /// <summary>Why the actor may not do an act in a case; null where they may.</summary>
    /// <returns><c>cases.counsel-only</c> for an act that is counsel's, <c>cases.may-not</c> where their part in the case is to read.</returns>
    public Error? Refuse(CaseId id, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return May(id, act) ? null : Error.Invalid(act.Needs == Duty.Charge ? "cases.counsel-only" : "cases.may-not");
    }
}

using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What one person may see and do, at one moment. Every use case takes its actor; deny is the default.</summary>
/// <param name="Account">The account; <see cref="Guid.Empty"/> for Onus itself at set-up.</param>
/// <param name="Name">Display name, frozen in the log as it was at the time.</param>
/// <param name="Cases">Memberships.</param>
/// <param name="Form">The form that this act came from, so that a form sent twice acts once; null for other ways in.</param>
public sealed record Actor(AccountId Account, string Name, IReadOnlyList<CaseMember> Cases, Guid? Form = null)
{
    /// <summary>The actor's role in a case; <see cref="MemberRole.Unknown"/> for a case that is not theirs.</summary>
    public MemberRole RoleIn(CaseId id) => Cases.FirstOrDefault(m => m.CaseId == id)?.Role ?? MemberRole.Unknown;

    /// <summary>Whether the actor may see a side of a case. Counsel's papers are the prosecutor's alone.</summary>
    public bool MaySee(CaseId id, Side side) => side switch
    {
        Side.Record => RoleIn(id) is not (MemberRole.Unknown or MemberRole.Mentor),
        Side.CounselsPapers => RoleIn(id) is MemberRole.Prosecutor,
        _ => false,
    };
}

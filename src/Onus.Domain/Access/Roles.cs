using System.Collections.Frozen;
using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>What a member is in a case. A new one is named here and in <see cref="Roles"/>, and nowhere else in the code.</summary>
public enum MemberRole
{
    /// <summary>Not stated; sees nothing.</summary>
    Unknown = 0,

    /// <summary>Counsel: both sides.</summary>
    Prosecutor,

    /// <summary>Police: the record.</summary>
    Investigator,

    /// <summary>Stands beside the survivor: the record.</summary>
    Advocate,

    /// <summary>Embedded expert: what counsel opens.</summary>
    Mentor,
}

/// <summary>What an act asks of whoever does it.</summary>
public enum Duty
{
    /// <summary>Nothing that a role in a case gives: an act outside any case.</summary>
    SetUp = 0,

    /// <summary>To note what the survivor says to whoever stands beside her.</summary>
    HearWishes,

    /// <summary>To make the record.</summary>
    Investigate,

    /// <summary>To answer for the charge, and for what becomes of what was taken or ruled.</summary>
    Charge,
}

/// <summary>Which duties a role has, and which compartments of a case it opens. To see is not to do: the advocate reads the whole record and writes wishes alone.</summary>
public static class Roles
{
    private static readonly FrozenDictionary<MemberRole, (Duty[] Duties, CompartmentKind[] Opens)> Rights = new Dictionary<MemberRole, (Duty[], CompartmentKind[])>
    {
        [MemberRole.Prosecutor] = ([Duty.HearWishes, Duty.Investigate, Duty.Charge], [CompartmentKind.Record, CompartmentKind.Identity, CompartmentKind.CounselsPapers]),
        [MemberRole.Investigator] = ([Duty.HearWishes, Duty.Investigate], [CompartmentKind.Record, CompartmentKind.Identity]),
        [MemberRole.Advocate] = ([Duty.HearWishes], [CompartmentKind.Record, CompartmentKind.Identity]),
        [MemberRole.Mentor] = ([], []),
    }.ToFrozenDictionary();

    /// <summary>The roles that a member can have, in the order in which people are asked.</summary>
    public static IReadOnlyList<MemberRole> All { get; } = [.. Rights.Keys.Order()];

    /// <summary>Whether a role has a duty.</summary>
    public static bool Has(MemberRole role, Duty duty) => Rights.TryGetValue(role, out var rights) && rights.Duties.Contains(duty);

    /// <summary>The kinds of compartments that a role opens, of a whole case each. What is of one person or one informant alone no role opens.</summary>
    public static IReadOnlyList<CompartmentKind> Opens(MemberRole role) => Rights.TryGetValue(role, out var rights) ? rights.Opens : [];
}

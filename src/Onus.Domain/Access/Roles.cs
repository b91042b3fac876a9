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

/// <summary>Which duties a role has, and which sides of a case it sees. To see is not to do: the advocate reads the whole record and writes wishes alone.</summary>
public static class Roles
{
    private static readonly FrozenDictionary<MemberRole, (Duty[] Duties, Side[] Sees)> Rights = new Dictionary<MemberRole, (Duty[], Side[])>
    {
        [MemberRole.Prosecutor] = ([Duty.HearWishes, Duty.Investigate, Duty.Charge], [Side.Record, Side.CounselsPapers]),
        [MemberRole.Investigator] = ([Duty.HearWishes, Duty.Investigate], [Side.Record]),
        [MemberRole.Advocate] = ([Duty.HearWishes], [Side.Record]),
        [MemberRole.Mentor] = ([], []),
    }.ToFrozenDictionary();

    /// <summary>The roles that a member can have, in the order in which people are asked.</summary>
    public static IReadOnlyList<MemberRole> All { get; } = [.. Rights.Keys.Order()];

    /// <summary>Whether a role has a duty.</summary>
    public static bool Has(MemberRole role, Duty duty) => Rights.TryGetValue(role, out var rights) && rights.Duties.Contains(duty);

    /// <summary>Whether a role sees a side of a case.</summary>
    public static bool Sees(MemberRole role, Side side) => Rights.TryGetValue(role, out var rights) && rights.Sees.Contains(side);
}

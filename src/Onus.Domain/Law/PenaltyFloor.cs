namespace Onus.Domain.Law;

/// <summary>Which least penalty is proved.</summary>
public static class PenaltyFloor
{
    /// <summary>The level with the highest floor among those that hold; null where none of them does.</summary>
    /// <param name="offence">The offence in its text of the act.</param>
    /// <param name="holds">Whether an aggravator, named by its id, holds together with the offence.</param>
    public static Aggravator? Proved(Offence offence, Func<string, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(offence);
        ArgumentNullException.ThrowIfNull(holds);
        return offence.Aggravators.Where(level => level.FloorYears is not null && holds(level.Id)).MaxBy(level => level.FloorYears);
    }
}

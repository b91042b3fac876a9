using Onus.Content;
using Onus.Domain.Requests;

namespace Onus.Web.CaseShell;

/// <summary>What will be deleted, in words, and the way to ask its holder to keep it.</summary>
public static class AskHref
{
    /// <summary>Asking a holder to preserve what they will delete. People's own words about it stay out of the address: the form looks them up.</summary>
    public static string Preserve(string reference, RetentionClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return $"/cases/{reference}/requests/new?clock={clock.Watch.Id}";
    }

    /// <summary>What a clock says: "Valley Mobile deletes call records in 21 days (14 June 2025)".</summary>
    public static string Sentence(this Texts texts, RetentionClock clock)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(clock);
        var (holder, what) = (clock.Watch.Holder, clock.Watch.What);
        return clock switch
        {
            { Passed: true } => texts.Format("overview.clock-passed", ("holder", holder), ("what", what), ("day", texts.Day(clock.Watch.DeletedOn))),
            { DaysLeft: 0 } => texts.Format("overview.clock-today", ("holder", holder), ("what", what)),
            _ => texts.Format("overview.clock", ("holder", holder), ("what", what), ("count", clock.DaysLeft), ("day", texts.Day(clock.Watch.DeletedOn))),
        };
    }
}

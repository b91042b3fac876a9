using System.Globalization;
using System.Text;
using Onus.Domain.Requests;
using Onus.Store.Content;

namespace Onus.Web.Records;

/// <summary>The address of the request form, filled in from a finding. Holds what Onus wrote itself, never words of evidence.</summary>
public static class AskHref
{
    /// <summary>The form with these answers in it.</summary>
    public static string Of(string reference, string to, string what, string why, DateOnly? by, string spares)
    {
        var query = new StringBuilder();
        foreach (var (key, value) in new[]
        {
            ("to", to), ("what", what), ("why", why),
            ("by", by?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""), ("spares", spares),
        })
        {
            if (value.Length > 0)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return $"/cases/{reference}/requests/new{query}";
    }

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

using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Domain.Evidence;
using Onus.Store.Content;

namespace Onus.Web.Records;

/// <summary>How an account or a chat is named, and how one asks for a month of it.</summary>
public static class SeriesText
{
    /// <summary>"Account of Defendant 1", or the title of the chat in quotes.</summary>
    public static string Title(Texts texts, FindGaps.Series series)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        return texts.Format(series is { Kind: RecordKind.Payment, Holder: not null } ? "gaps.account" : "gaps.chat", ("name", series.Title));
    }

    /// <summary>The request for a missing month.</summary>
    public static Ask Ask(Texts texts, FindGaps.Series series, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        var known = series.Holder?.StartsWith('p') is true;
        var to = known || series.Kind == RecordKind.Message ? "" : series.From;
        var what = texts.Format(
            series.Kind == RecordKind.Payment ? "gaps.ask-what-account" : "gaps.ask-what-chat",
            ("name", known ? series.Title : series.From), ("month", texts.Month(month)));
        return new Ask(what, to, "", texts.Format("gaps.ask-why", ("month", texts.Month(month))), to.Length > 0 ? "" : texts["gaps.ask-spares"]);
    }
}

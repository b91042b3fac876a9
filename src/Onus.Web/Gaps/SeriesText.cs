using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Web.Records;

namespace Onus.Web.Gaps;

/// <summary>How an account, a chat or a list of calls is named, and how one asks for a month of it.</summary>
public static class SeriesText
{
    /// <summary>"Account of Defendant 1", or the title of the chat in quotes.</summary>
    public static string Title(Texts texts, FindGaps.Series series)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        return texts.Format(series is { Kind: RecordKind.Payment, Holder: not null } ? "gaps.account" : "gaps.chat", ("name", series.Title));
    }

    /// <summary>What the files and people say of a month without an entry, a sentence each: it may be missing all the same.</summary>
    public static IEnumerable<string> Beside(Texts texts, FindGaps.Series series, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        foreach (var (file, period) in series.Periods.Where(stated => stated.Period.Touches(month)))
        {
            yield return texts.Format("gaps.period", ("title", file.Title), ("days", texts.Days(period.From, period.Until)), ("line", period.Line));
        }

        if (series.Months.Broken.Contains(month))
        {
            yield return texts["gaps.balance-breaks"];
        }
    }

    /// <summary>Where it is answered.</summary>
    public static string AnswerHref(string reference, FindGaps.Series series, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(series);
        return $"/cases/{reference}/gaps/months/{month}?" + (series.Holder is { } holder ? "account=" + holder : "file=" + series.Files[0].Value);
    }

    /// <summary>The request for a missing month.</summary>
    public static Ask Ask(Texts texts, FindGaps.Series series, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        var known = series.Holder?.StartsWith('p') is true;
        // A statement that no person of the case handed over is its bank's to complete, a list of calls its operator's; which account or number it is, the person who writes fills in.
        var outside = !known && series.Kind is RecordKind.Payment or RecordKind.Call;
        var what = texts.Format(
            series.Kind == RecordKind.Payment ? "gaps.ask-what-account" : "gaps.ask-what-chat",
            ("name", known ? series.Title : series.From), ("month", texts.Month(month)));
        return outside
            ? new Ask(Addressee.ThirdParty, texts[series.Kind == RecordKind.Call ? "gaps.ask-what-calls" : "gaps.ask-what-outside"], series.From, texts[series.Kind == RecordKind.Call ? "gaps.ask-why-calls" : "gaps.ask-why-outside"], "") { From = month.First, Until = month.Last }
            : new Ask(Addressee.Police, what, "", texts.Format("gaps.ask-why", ("month", texts.Month(month))), texts["gaps.ask-spares"]);
    }
}

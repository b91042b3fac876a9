using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store.Content;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>The sentence of a fact, written from who said or paid what, and when. People change it afterwards as they like.</summary>
public static class FactSentence
{
    /// <summary>The sentence for a cited passage.</summary>
    public static string Of(Material material, RecordRow record, string quote, IReadOnlyList<Person> people, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(texts);
        var words = Shorten(quote);
        var from = record.Sender is { } sender
            ? NameOf(sender, people)
            : people.FirstOrDefault(p => p.Id == material.FromPerson)?.Pseudonym ?? material.From;
        var day = DayOf(record) is { } stated ? texts.Day(stated) : null;
        return record.Kind switch
        {
            RecordKind.Payment => OfPayment(material, record, words, day, people, texts),
            RecordKind.Message when day is not null => texts.Format("facts.message", ("from", from), ("day", day), ("words", words)),
            RecordKind.Image => texts.Format("facts.image", ("from", from), ("title", material.Title)),
            _ when words.Length == 0 => texts.Format("facts.page", ("from", from), ("title", material.Title)),
            _ => texts.Format("facts.statement", ("from", from), ("words", words)),
        };
    }

    /// <summary>The day that the source states for a record.</summary>
    public static DateOnly? DayOf(RecordRow record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return DateOnly.TryParseExact(record.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    // The statement is its account's: a name that it does not give is not that of whoever handed the file over. A sum below zero left the account.
    private static string OfPayment(Material material, RecordRow record, string words, string? day, IReadOnlyList<Person> people, Texts texts)
    {
        var holder = record.Sender is { } sender ? NameOf(sender, people) : texts.Format("facts.account", ("title", material.Title));
        var other = record.Receiver is { } receiver ? NameOf(receiver, people) : texts["facts.not-named"];
        var (from, to) = record.AmountMinor < 0 ? (holder, other) : (other, holder);
        return texts.Format(
            record.AmountMinor is null or 0 ? "facts.payment-between" : day is null ? "facts.payment-no-day" : "facts.payment",
            ("from", from), ("to", to), ("day", day ?? ""), ("words", words));
    }

    private static string NameOf(string raw, IReadOnlyList<Person> people) =>
        people.FirstOrDefault(p => p.Aliases.Contains(raw, StringComparer.Ordinal))?.Pseudonym ?? raw;

    private static string Shorten(string quote)
    {
        var words = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 200 ? words : words[..200] + " …";
    }
}

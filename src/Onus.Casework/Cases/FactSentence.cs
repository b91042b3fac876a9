using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store.Content;

namespace Onus.Casework.Cases;

/// <summary>The sentence of a fact, written from who said or paid what, and when. People change it afterwards as they like.</summary>
public static class FactSentence
{
    /// <summary>The sentence for a cited passage. The same reading, quote and names make the same sentence, so that one which Onus wrote can be told from one which a person did.</summary>
    /// <param name="material">The file.</param>
    /// <param name="record">What was read.</param>
    /// <param name="quote">The words that are cited.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="texts">The language.</param>
    /// <param name="inDoubt">Whether the file itself speaks against the name that it gives as the writer: then nobody is said to have written it.</param>
    public static string Of(Material material, CitedReading record, string quote, IReadOnlyList<Person> people, Texts texts, bool inDoubt)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(texts);
        if (record.Kind == RecordKind.Payment)
        {
            return Payment(material, record, quote, people, texts);
        }

        var words = Shorten(quote);
        var from = record.Sender is { } sender
            ? NameOf(sender, people)
            : people.FirstOrDefault(p => p.Id == material.FromPerson)?.Pseudonym ?? material.From;
        var day = DayOf(record) is { } stated ? texts.Day(stated) : null;
        return record.Kind switch
        {
            RecordKind.Message when day is not null => texts.Format(inDoubt ? "facts.message-in-doubt" : "facts.message", ("from", from), ("day", day), ("words", words)),
            RecordKind.Message when inDoubt => texts.Format("facts.line-in-doubt", ("from", from), ("words", words)),
            RecordKind.Comment => record.Sender is null
                ? texts.Format("facts.comment-nobody", ("title", material.Title), ("words", words))
                : texts.Format("facts.comment", ("from", from), ("title", material.Title), ("words", words)),
            RecordKind.Image => texts.Format("facts.image", ("from", from), ("title", material.Title)),
            _ when words.Length == 0 => texts.Format("facts.page", ("from", from), ("title", material.Title)),
            _ => texts.Format("facts.statement", ("from", from), ("words", words)),
        };
    }

    /// <summary>Who paid whom how much and when. What the row leaves open is said to be open: an account whose holder is not named is that of its file.</summary>
    private static string Payment(Material material, CitedReading record, string quote, IReadOnlyList<Person> people, Texts texts)
    {
        var holder = record.Sender is { } own ? NameOf(own, people) : texts.Format("facts.holder-unnamed", ("title", material.Title));
        var other = record.Receiver is { } named ? NameOf(named, people) : texts["facts.party-unnamed"];
        var sum = record.AmountMinor is { } minor ? Sums.InSentence(texts, minor, record.Currency, record.CurrencyDecimals ?? 0) : "";
        var day = DayOf(record) is { } stated ? texts.Format("facts.payment-day", ("day", texts.Day(stated))) : texts["facts.payment-no-day"];
        var sentence = record.AmountMinor switch
        {
            null => texts.Format("facts.payment-no-sum", ("one", holder), ("other", other), ("day", day)),
            0 => texts.Format("facts.payment-no-way", ("one", holder), ("other", other), ("sum", sum), ("day", day)),
            < 0 => texts.Format("facts.payment", ("from", holder), ("to", other), ("sum", sum), ("day", day)),
            _ => texts.Format("facts.payment", ("from", other), ("to", holder), ("sum", sum), ("day", day)),
        };
        var words = Shorten(record.IsRow(quote) ? record.Text ?? "" : quote);
        sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        return words.Length == 0 ? sentence : texts.Format("facts.payment-words", ("payment", sentence), ("words", words));
    }

    /// <summary>The day that the source states for a record.</summary>
    public static DateOnly? DayOf(CitedReading record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return DateOnly.TryParseExact(record.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static string NameOf(string raw, IReadOnlyList<Person> people) =>
        people.FirstOrDefault(p => p.Pseudonym == raw || p.Aliases.Contains(raw, StringComparer.Ordinal))?.Pseudonym ?? raw;

    private static string Shorten(string quote)
    {
        var words = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 200 ? words : words[..200] + " …";
    }
}

using System.Globalization;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Casework.Cases;

/// <summary>The sentence of a fact, written from who said or paid what, and when. People change it afterwards as they like.</summary>
public static class FactSentence
{
    /// <summary>The forms in which Onus may have written a sentence: with a doubt about the writer or without, with the day of the country or, as earlier, without.</summary>
    public static IEnumerable<(bool InDoubt, string? Country)> Forms(string country) => [(false, country), (true, country), (false, null), (true, null)];

    /// <summary>The sentence for a cited passage. The same reading, quote and names make the same sentence, so that one which Onus wrote can be told from one which a person did.</summary>
    /// <param name="material">The file.</param>
    /// <param name="record">What was read.</param>
    /// <param name="quote">The words that are cited.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="texts">The language.</param>
    /// <param name="inDoubt">Whether the file itself, or whoever says whose words they are, speaks against the name that it gives as the writer: then nobody is said to have written it.</param>
    /// <param name="country">
    /// Country of the case: where its clocks had another day, the sentence says so. Null for a sentence without it, as it was written before it was said.
    /// </param>
    public static string Of(Material material, CitedReading record, string quote, IReadOnlyList<Person> people, Texts texts, bool inDoubt, string? country)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(texts);
        if (record.Kind == RecordKind.Payment)
        {
            return Payment(material, record, quote, people, texts, country);
        }

        var words = Shorten(quote);
        var from = record.Sender is { } sender
            ? NameOf(sender, people)
            : people.FirstOrDefault(p => p.Id == material.FromPerson)?.Pseudonym ?? material.From;
        var day = DayIn(record, texts, country);
        var to = record.Receiver is { } receiver ? NameOf(receiver, people) : null;
        var key = Families.About(record.Kind).Sentence(new(day is not null, record.Sender is not null, to is not null, words.Length > 0, inDoubt));
        return texts.Format(key, ("from", from), ("to", to), ("day", day), ("words", words), ("title", material.Title));
    }

    /// <summary>
    /// Whether the sentence must not say that whoever the file names said it: the file itself speaks against that, somebody said that the words are another's, or
    /// it is a paper or a table that somebody gave and no statement of theirs.
    /// </summary>
    /// <param name="material">The file.</param>
    /// <param name="record">What was read.</param>
    /// <param name="warnings">Its warnings.</param>
    /// <param name="exhibit">The exhibit as it stands, with whose words it holds.</param>
    /// <param name="people">The people of the case.</param>
    public static bool IsInDoubt(Material material, CitedReading record, IReadOnlyList<string> warnings, Exhibit exhibit, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(exhibit);
        if ((!exhibit.WordsConfirmed && (warnings.Any(ReadWarnings.IsOfSender) || SpokenLines.Of(material, record.Kind, record.Text ?? "", exhibit.Quote, "", people) is not null)) || (!material.Statement && Families.About(record.Kind).IsPaper))
        {
            return true;
        }

        var named = FoundationRules.OriginsOf(material, record.Kind, record.Sender, people);
        return exhibit.Origins.Count > 0 && named.Count > 0 && !named.Any(origin => exhibit.Origins.Any(said => said.Person == origin.Person && (said.Person is not null || said.Name == origin.Name)));
    }

    /// <summary>Who paid whom how much and when. What the row leaves open is said to be open: an account whose holder is not named is that of its file.</summary>
    private static string Payment(Material material, CitedReading record, string quote, IReadOnlyList<Person> people, Texts texts, string? country)
    {
        var holder = record.Sender is { } own ? NameOf(own, people) : texts.Format("facts.holder-unnamed", ("title", material.Title));
        var other = record.Receiver is { } named ? NameOf(named, people) : texts["facts.party-unnamed"];
        var sum = record.AmountMinor is { } minor ? Sums.InSentence(texts, minor, record.Currency, record.CurrencyDecimals ?? 0) : "";
        var day = DayIn(record, texts, country) is { } stated ? texts.Format("facts.payment-day", ("day", stated)) : texts["facts.payment-no-day"];
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

    /// <summary>
    /// The day that the source states, as the sentence says it; null where it states none. The stated day leads; where the clocks of the case had another one, the zone does
    /// not go unsaid.
    /// </summary>
    public static string? DayIn(CitedReading record, Texts texts, string? country)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(texts);
        if (DayOf(record) is not { } stated)
        {
            return null;
        }

        if (country is null || record is not { TimeLocal: { } written, Utc: { } utc }
            || !DateTime.TryParseExact(written, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || Elsewhere.Of(local, utc, country) is not { } elsewhere)
        {
            return texts.Day(stated);
        }

        var offset = local - utc.UtcDateTime;
        return texts.Format(
            "facts.day-elsewhere", ("day", texts.Day(stated)), ("clock", Clock(offset)), ("other", texts.Day(DateOnly.FromDateTime(elsewhere.Local))),
            ("time", elsewhere.Local.ToString("HH:mm", CultureInfo.InvariantCulture)), ("zone", elsewhere.Zone));
    }

    private static string Clock(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC"
        : "UTC" + (offset < TimeSpan.Zero ? "\u2212" : "+") + Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture) + (offset.Minutes == 0 ? "" : offset.ToString("':'mm", CultureInfo.InvariantCulture));

    private static string NameOf(string raw, IReadOnlyList<Person> people) => Spellings.OwnerOf(raw, people)?.Pseudonym ?? raw;

    private static string Shorten(string quote)
    {
        var words = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 200 ? words : words[..200] + " …";
    }
}

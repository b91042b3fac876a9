using Onus.Content;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Casework.Practice;

/// <summary>The law that a practice case names by ids: which offence, and in the words of which day.</summary>
internal sealed class PracticeLaw(LawPacks law, PracticeFolder folder, Texts texts)
{
    private readonly LawPack? pack = law.Of(folder.Case.Country);

    /// <summary>An offence or one of its elements, as a text has it.</summary>
    /// <param name="Law">The text.</param>
    /// <param name="Words">The title of the offence, or what the element says.</param>
    internal sealed record Said(Offence Law, string Words);

    /// <summary>The offence to which an id belongs, in whatever text: <c>us.1589-a.knowingly</c> is a leaf of <c>us.1589-a</c>.</summary>
    /// <returns><c>practice.key-unknown</c>.</returns>
    public Result<string> OffenceOf(string id, int line) =>
        pack?.Offences.FirstOrDefault(text => text.Id == id || (id.StartsWith(text.Id + ".", StringComparison.Ordinal) && text.Find(id) is not null)) is { } known
            ? known.Id
            : PracticeKeys.Unknown(folder.Work.Path, line, id);

    /// <summary>An offence, or one of its elements, in the text that is in force on the first day of a count.</summary>
    /// <param name="id">The offence or the element.</param>
    /// <param name="count">Key of the count; where none is named, it is the first count of the offence, else the day of the first report.</param>
    /// <param name="line">Line that names it.</param>
    /// <returns><c>practice.key-unknown</c>; <c>practice.law</c> where no text is in force that day, or it does not know the element.</returns>
    public Result<Said> OnDay(string id, string count, int line)
    {
        var offence = OffenceOf(id, line);
        if (offence.Error is { } unknown)
        {
            return unknown;
        }

        var counts = folder.Work.Counts;
        var day = (counts.FirstOrDefault(c => c.Key == count) ?? counts.Where(c => c.Offence == offence.Value).MinBy(c => c.Number))?.From ?? folder.Case.Tip ?? folder.Case.Today;
        var text = day is { } on ? law.OffenceAt(offence.Value, on) : pack!.Newest().First(newest => newest.Id == offence.Value);
        if (text.Error is { } none)
        {
            return Fault(none);
        }

        return (id == offence.Value ? text.Value.Title : text.Value.Find(id)?.Text) is { } words
            ? new Said(text.Value, words)
            : Fault(Error.Invalid("law.leaf-not-in-this-text", ("citation", text.Value.Citation), ("day", day ?? text.Value.Validity.From), ("leaf", id)));

        Error Fault(Error why) => Error.Invalid("practice.law", ("place", PracticeKeys.PlaceOf(folder.Work.Path, line)), ("why", texts.Of(why)));
    }

    /// <summary>What a request serves: an element in words, under its offence; an offence by its title.</summary>
    /// <returns>Those of <see cref="OnDay"/>.</returns>
    public Result<string> Serves(string id, string count, int line)
    {
        var said = OnDay(id, count, line);
        return said.Error is { } error ? error
            : said.Value.Law.Id == id ? said.Value.Words
            : texts.Format("requests.element-of", ("citation", said.Value.Law.Citation), ("element", said.Value.Words));
    }
}

using System.Globalization;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;

namespace Onus.Casework.Proof;

/// <summary>The names that a case has for what its proof graph speaks of.</summary>
/// <param name="proof">The case.</param>
/// <param name="texts">The screen texts.</param>
public sealed class ProofWords(CaseProof proof, Texts texts)
{
    private readonly Dictionary<Guid, Foundation> foundations = proof.Case.Foundations.ToDictionary(f => f.Id.Value);
    private readonly Dictionary<Guid, Exhibit> exhibits = proof.Case.Exhibits.ToDictionary(e => e.Id.Value);
    private readonly Dictionary<Domain.Shared.PersonId, Person> people = proof.Case.People.ToDictionary(p => p.Id);

    /// <summary>The texts.</summary>
    public Texts Texts => texts;

    /// <summary>The case.</summary>
    public CaseProof Proof => proof;

    /// <summary>"EX-14".</summary>
    public static Part Number(Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        var number = exhibit.Number.ToString(CultureInfo.InvariantCulture);
        return new Part("EX-" + number, PartKind.Exhibit, number);
    }

    /// <summary>"EX-14 (Account book)".</summary>
    public Sentence Titled(Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return texts.Say("proof.exhibit", ("number", Number(exhibit)), ("title", exhibit.Title));
    }

    /// <summary>Exhibits: up to three with their titles, more by number, many by the first and how many more.</summary>
    public Sentence Exhibits(IReadOnlyList<Exhibit> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        const int Named = 3, Shown = 8;
        return list.Count <= Named ? texts.List([.. list.Select(Titled)])
            : list.Count <= Shown ? texts.List([.. list.Select(e => (Sentence)Number(e))])
            : texts.Say("proof.exhibits-more", ("exhibits", Several(list.Take(Shown - 2))), ("count", list.Count - Shown + 2));
    }

    /// <summary>A fact in quotation marks, shortened.</summary>
    public Sentence Fact(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        const int Long = 90;
        var words = fact.Sentence.Length <= Long ? fact.Sentence : fact.Sentence[..Long].TrimEnd() + " …";
        return texts.Say("proof.quoted", ("text", new Part(words, PartKind.Fact, fact.Id.Value.ToString())));
    }

    /// <summary>An element in quotation marks.</summary>
    public Sentence Element(Element element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return texts.Say("proof.quoted", ("text", new Part(element.Text, PartKind.Element, element.Id)));
    }

    /// <summary>Elements: up to three, more by the first two and how many more.</summary>
    public Sentence Elements(IReadOnlyList<Element> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements.Count <= 3
            ? texts.List([.. elements.Select(Element)])
            : texts.Say("proof.elements-more", ("elements", texts.Say("proof.list.more", ("before", Element(elements[0])), ("next", Element(elements[1])))), ("count", elements.Count - 2));
    }

    /// <summary>Why the offence can be proved without an element; none where it cannot, or where it is itself one of several ways, which a screen shows.</summary>
    public IReadOnlyList<string> Marks(GridRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            { IsPleadedOnly: true } => [texts["counts.pleaded"]],
            { RaisesPenalty: true } => [texts["proof.row.raises-penalty"]],
            { IsBelowChoice: true, IsAlternative: false } => [texts["proof.row.below-choice"]],
            _ => [],
        };
    }

    /// <summary>
    /// What a line directly below the offence is an alternative to, in words: the elements that need no proof once it is proved, or the other ways. Null
    /// where it has to be proved itself.
    /// </summary>
    public string? StandsFor(GridRow row, Offence law)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(law);
        if (!row.IsAlternative || row.Depth > 1)
        {
            return null;
        }

        var spared = law.AllElements().Where(element => element.NotRequiredWhen == row.Element.Id).Select(element => element.Text).Distinct(StringComparer.Ordinal).ToList();
        return spared.Count > 0 ? texts.Format("proof.row.instead", ("elements", string.Join("”, “", spared)))
            : texts[law.Modes.Any(mode => mode.Elements.Id == row.Element.Id) ? "proof.row.other-way" : "proof.row.one-of"];
    }

    /// <summary>What speaks against a fact: "EX-19 (Chat of 20 April) speaks against “…”".</summary>
    public Sentence Against(ExhibitTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return texts.Say("proof.against", ("exhibit", Titled(exhibits[tie.Exhibit.Value])), ("fact", Fact(proof.Case.Facts.First(fact => fact.Id == tie.Fact))));
    }

    /// <summary>A person by pseudonym.</summary>
    public string Person(Domain.Shared.PersonId id) => people.TryGetValue(id, out var person) ? person.Pseudonym : texts["proof.somebody"];

    /// <summary>The survivor of a count by pseudonym; where several are meant, the country's word for them.</summary>
    public string Survivor(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var survivors = proof.Case.People.Where(p => p.Is(PersonRole.Survivor)).ToList();
        return column.Survivor is { } id ? Person(id) : survivors is [var only] ? only.Pseudonym : texts["proof.term." + Term() + ".several"];
    }

    /// <summary>The word that stands for the survivor of a count after a preposition: "her", "him", "them" as the person has it; else the pseudonym again.</summary>
    public string Them(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var survivors = proof.Case.People.Where(p => p.Is(PersonRole.Survivor)).ToList();
        var person = column.Survivor is { } id ? people.GetValueOrDefault(id) : survivors is [var only] ? only : null;
        return person switch
        {
            null => texts["proof.words.several"],
            { Words: PersonWords.RepeatName } => person.Pseudonym,
            _ => texts["proof.words." + person.Words.ToString().ToLowerInvariant()],
        };
    }

    /// <summary>"Survivor B’s"; where several are meant, "the survivors’".</summary>
    public string Whose(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var several = column.Survivor is null && proof.Case.People.Count(p => p.Is(PersonRole.Survivor)) != 1;
        return texts.Format(several ? "proof.words.whose-several" : "proof.words.whose", ("who", Survivor(column)));
    }

    /// <summary>The country's word: "survivor", "victim", "complainant".</summary>
    public string Term() => (proof.Law.Of(proof.Case.Case.Country)?.Terms.General ?? SurvivorTerm.Survivor).ToString().ToLowerInvariant();

    /// <summary>Where information comes from, by name.</summary>
    public string Origin(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.Person is { } person ? Person(person) : origin.Name;
    }

    /// <summary>The name of a foundation: its person where it is a witness, its label otherwise.</summary>
    public Part Foundation(Foundation foundation)
    {
        ArgumentNullException.ThrowIfNull(foundation);
        var name = foundation is { Kind: FoundationKind.Witness, Person: { } person } ? Person(person) : foundation.Label;
        return new Part(name, PartKind.Foundation, foundation.Id.Value.ToString());
    }

    /// <summary>
    /// What it is for a foundation to fall, as a clause: "the translation by Interpreter 1 is rejected", "Survivor B does not testify".
    /// </summary>
    /// <param name="point">Id in the graph.</param>
    public Sentence Falls(string point)
    {
        var item = proof.Items[point];
        if (item.Kind == ProofItemKind.Exhibit)
        {
            // What an exhibit derives from may be hidden from this reader.
            return exhibits.TryGetValue(item.Row, out var exhibit) ? texts.Say("proof.falls.itself", ("name", Titled(exhibit))) : texts.Say("proof.falls.hidden");
        }

        if (item.Kind == ProofItemKind.Ground)
        {
            return texts.Say("proof.falls.ground", ("name", item.Element!));
        }

        if (!foundations.TryGetValue(item.Row, out var foundation))
        {
            return texts.Say("proof.falls.hidden");
        }

        var kind = foundation switch
        {
            { Kind: FoundationKind.Witness, Testimony: true } => "testimony",
            _ => Key(foundation.Kind),
        };
        // "The translation by Interpreter 1", not "by Interpreter 1's translations": the sentence names the work, so it wants the person.
        var byPerson = foundation is { Person: not null, Kind: FoundationKind.Interpreter or FoundationKind.Examiner or FoundationKind.Expert };
        var name = byPerson ? Foundation(foundation) with { Text = Person(foundation.Person!.Value) } : Foundation(foundation);
        return texts.Say("proof.falls." + kind, ("name", name with { Text = InASentence(name.Text) }));
    }

    // "The phone of Survivor A" is a label by itself, and "the phone of Survivor A" where a clause begins before it.
    private string InASentence(string label) =>
        label.StartsWith(texts["proof.article"] + " ", StringComparison.Ordinal) ? string.Concat(label[..1].ToLowerInvariant(), label.AsSpan(1)) : label;

    /// <summary>
    /// Foundations in an order that stays: survivors first, because what a case is without them is asked first, then by name.
    /// </summary>
    public IReadOnlyList<string> InOrder(IEnumerable<string> points) =>
        [.. points.OrderBy(point => IsSurvivors(point) ? 0 : 1).ThenBy(point => Falls(point).ToString(), StringComparer.Ordinal)];

    /// <summary>Whether a foundation rests on a survivor.</summary>
    public bool IsSurvivors(string point) =>
        foundations.GetValueOrDefault(proof.Items[point].Row)?.Person is { } person && people.TryGetValue(person, out var who) && who.Is(PersonRole.Survivor);

    /// <summary>What is struck when a foundation is, as a thing that is so until then: "Survivor B testifies".</summary>
    public string Standing(Foundation foundation)
    {
        ArgumentNullException.ThrowIfNull(foundation);
        return foundation is { Kind: FoundationKind.Witness, Person: { } person }
            ? texts.Format(foundation.Testimony ? "what-if.testimony" : "what-if.belief", ("who", Person(person)))
            : foundation.Label;
    }

    /// <summary>The kind of a foundation as the end of a text key: "handed-over".</summary>
    public static string Key(FoundationKind kind) => kind == FoundationKind.Other
        ? "something" // "other" ends the keys of plural forms.
        : string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>The exhibit behind an id of the graph, or null.</summary>
    internal Exhibit? ExhibitOf(string id) => proof.Items[id] is { Kind: ProofItemKind.Exhibit } item ? exhibits.GetValueOrDefault(item.Row) : null;

    private Sentence Several(IEnumerable<Exhibit> list) =>
        list.Select(e => (Sentence)Number(e)).Aggregate((before, next) => texts.Say("proof.list.more", ("before", before), ("next", next)));
}

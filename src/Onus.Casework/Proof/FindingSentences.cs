using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;

namespace Onus.Casework.Proof;

/// <summary>
/// A request that a finding calls for, ready to be opened and edited. What its reader gets holds nothing of counsel's reasoning: it names what tends to
/// prove, never what is weak, and reads alike whatever was found. Element and count are kept beside it, for counsel's papers.
/// </summary>
/// <param name="Kind">What kind of reader it goes to.</param>
/// <param name="What">What is asked for; empty where only its writer can say.</param>
/// <param name="To">Of whom.</param>
/// <param name="Why">The reason for its reader; may be empty.</param>
/// <param name="Spares">What it spares, as a sentence; may be empty.</param>
public sealed record Ask(Addressee Kind, string What, string To, string Why, string Spares)
{
    /// <summary>First day that is asked for; null for no beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that is asked for; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The element it serves, in words, for counsel's papers; may be empty.</summary>
    public string Element { get; init; } = "";

    /// <summary>Number of the count it serves, for counsel's papers; null for none.</summary>
    public int? Count { get; init; }
}

/// <summary>A finding in words.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Title">What is so.</param>
/// <param name="Why">What follows from it; may be none.</param>
/// <param name="Sources">What to look for, each a short phrase. Empty where nothing more is asked for.</param>
/// <param name="SourcesMore">How many more kinds of source the law pack names for it.</param>
/// <param name="Others">Other ways in law, each a sentence.</param>
/// <param name="Ask">The request it calls for; null where nothing more is asked for.</param>
public sealed record Advice(
    Finding Finding,
    Sentence Title,
    IReadOnlyList<Sentence> Why,
    IReadOnlyList<string> Sources,
    int SourcesMore,
    IReadOnlyList<string> Others,
    Ask? Ask);

/// <summary>What to look for next, in sentences with what to ask for and of whom.</summary>
/// <param name="words">The names of the case.</param>
public sealed class FindingSentences(ProofWords words)
{
    private const int SourcesShown = 5;

    /// <summary>A finding in words.</summary>
    public Advice Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var topics = finding.Topics.SelectMany(topic => topic.Sources).Distinct(StringComparer.Ordinal).ToList();
        var sources = Instead(finding) is { } second ? [second, .. topics.Take(SourcesShown - 1)] : topics.Take(SourcesShown).ToList();
        return new Advice(
            finding,
            Title(finding),
            [.. Why(finding)],
            sources,
            topics.Except(sources, StringComparer.Ordinal).Count(),
            [.. finding.Hints.Select(hint => hint.Text).Distinct(StringComparer.Ordinal)],
            AsksForMore(finding.Kind) && sources.Count > 0
                ? Ask(finding.Topics, finding.Element?.Text ?? (finding.Leaves is [var leaf, ..] ? leaf.Text : ""), ColumnOf(finding))
                : null);
    }

    /// <summary>The request for what tends to prove an element.</summary>
    /// <param name="topics">What tends to prove it.</param>
    /// <param name="element">The element in words; may be empty.</param>
    /// <param name="column">The count; null where it is of the whole case.</param>
    public Ask Ask(IEnumerable<EvidenceTopic> topics, string element, ChargeColumn? column) => new(
        Addressee.Police,
        string.Join("; ", topics.SelectMany(topic => topic.Sources).Distinct(StringComparer.Ordinal).Take(SourcesShown)),
        words.Texts["proof.ask.police"],
        words.Texts["proof.ask.why"],
        words.Proof.Case.People.Any(person => person.Is(PersonRole.Survivor)) ? Capital(words.Texts.Format("proof.ask.spares", ("who", Who(column)))) : "")
    {
        Element = Serves(column, element),
        Count = column?.Count?.Number,
    };

    // The law's own holes are not mended by more evidence, and a challenge is answered, not asked for.
    private static bool AsksForMore(FindingKind kind) => kind is not (FindingKind.HoleInLaw or FindingKind.ClosedInLaw or FindingKind.OutsideDays or FindingKind.Contested or FindingKind.PleadedNotRequired);

    private Sentence Title(Finding finding) => words.Texts.Say(
        finding is { Kind: FindingKind.HoleInLaw, Element: null } ? "proof.finding.no-text.title" : "proof.finding." + Key(finding.Kind) + ".title",
        ("element", finding.Element is { } element ? words.Element(element) : Sentence.None),
        ("foundation", finding.Foundation is { } foundation ? words.Foundation(foundation) : Sentence.None),
        ("who", Who(ColumnOf(finding))),
        ("them", Them(ColumnOf(finding))),
        ("hanging", finding.Hanging),
        ("total", finding.Total));

    private IEnumerable<Sentence> Why(Finding finding)
    {
        if (finding.Reason is { } reason)
        {
            yield return Sentence.Of(words.Texts.Of(reason));
        }

        if (finding is { Kind: FindingKind.TooFewSources, Element.Corroboration: { } law })
        {
            if (law.MinOrigins > 0)
            {
                yield return words.Texts.Say("proof.finding.too-few-sources.origins", ("count", law.MinOrigins), ("number", words.Texts["proof.number." + law.MinOrigins]));
            }

            if (law.MinNonVictim > 0)
            {
                yield return words.Texts.Say("proof.finding.too-few-sources.beside-her", ("count", law.MinNonVictim), ("who", Who(ColumnOf(finding))));
            }
        }

        switch (finding.Kind)
        {
            case FindingKind.NothingYet when finding.Alternatives is [var nearest, ..]:
                yield return words.Texts.Say("proof.finding.nothing-yet.nearest", ("element", words.Element(nearest.Element)), ("count", nearest.Missing.Count));
                break;
            case FindingKind.OnHerAlone or FindingKind.OnBoth or FindingKind.ComesFromHer or FindingKind.TooFewSources when finding.Exhibits.Count > 0:
                yield return words.Texts.Say("proof.finding.carried-by", ("exhibits", words.Exhibits(finding.Exhibits)));
                break;
            case FindingKind.SinglePoint or FindingKind.ManyOnOne when finding.Exhibits.Count > 0:
                yield return words.Texts.Say("proof.finding.goes-with-it", ("exhibits", words.Exhibits(finding.Exhibits)), ("count", finding.Exhibits.Count));
                if (finding.Leaves.Count > 0)
                {
                    yield return words.Texts.Say("proof.finding.then-nothing", ("elements", words.Elements(finding.Leaves)), ("count", finding.Leaves.Count));
                }

                break;
            case FindingKind.ClosedInLaw:
                yield return words.Texts.Say("proof.finding.closed-in-law.why");
                break;
            case FindingKind.OutsideDays:
                yield return words.Texts.Say("proof.finding.outside-days.why");
                break;
            case FindingKind.KeptOut:
                yield return words.Texts.Say("proof.finding.kept-out.why", ("exhibits", words.Exhibits(finding.Exhibits)), ("count", finding.Exhibits.Count));
                if (finding.NeverCited.Count > 0)
                {
                    yield return words.Texts.Say("proof.finding.kept-out.never", ("elements", words.Elements(finding.NeverCited)));
                }

                break;
            case FindingKind.DisproofNeeded:
                yield return words.Texts.Say("proof.finding.disproof-needed.why");
                break;
            case FindingKind.HoleInLaw:
                yield return words.Texts.Say("proof.finding.hole-in-law.why");
                break;
            case FindingKind.ChildPathOpen:
                yield return words.Texts.Say("proof.finding.child-path-open.why");
                break;
            case FindingKind.Contested:
                yield return words.Texts.Say("proof.finding.contested.why", ("count", finding.Challenges.Count + finding.Against.Count));
                var asserted = finding.Challenges.Select(id => new Target(TargetKind.Challenge, id.Value)).Concat(finding.Against.Select(id => new Target(TargetKind.ExhibitTie, id.Value)))
                    .Count(on => ChallengeRules.IsMerelyDenied(on, words.Proof.Case.Challenges));
                if (asserted > 0)
                {
                    yield return words.Texts.Say("proof.finding.contested.asserted", ("count", asserted));
                }

                break;
            case FindingKind.PleadedNotRequired:
                yield return words.Texts.Say("proof.finding.pleaded-not-required.why");
                break;
        }
    }

    /// <summary>What would stand beside what there is: said by its kind, because a warrant is not mended as a translation is.</summary>
    private string? Instead(Finding finding)
    {
        if (finding.Kind == FindingKind.ComesFromHer || finding is { Kind: FindingKind.TooFewSources, Element.Corroboration.MinOrigins: 0 })
        {
            return words.Texts.Format("proof.instead.not-from-her", ("who", Who(ColumnOf(finding))));
        }

        if (finding.Kind == FindingKind.TooFewSources)
        {
            return words.Texts.Format("proof.instead.independent", ("exhibits", words.Exhibits(finding.Exhibits).ToString()));
        }

        if (finding.Kind == FindingKind.KeptOut)
        {
            return words.Texts.Format("proof.instead.independent", ("exhibits", words.Exhibits(finding.Exhibits).ToString()));
        }

        if (finding.Foundation is not { } foundation || finding.Kind is not (FindingKind.SinglePoint or FindingKind.ManyOnOne))
        {
            return null;
        }

        var key = "proof.instead." + foundation.Kind switch
        {
            FoundationKind.Interpreter => "interpreter",
            FoundationKind.Device or FoundationKind.Examiner or FoundationKind.Laboratory or FoundationKind.Expert => "examination",
            FoundationKind.Custodian or FoundationKind.BusinessRecord => "keeper",
            FoundationKind.Witness => "witness",
            _ when foundation.Legal => "another-way-in",
            _ => "beside",
        };
        return words.Texts.Format(key, ("name", words.Foundation(foundation).Text), ("exhibits", words.Exhibits(finding.Exhibits).ToString()));
    }

    private ChargeColumn? ColumnOf(Finding finding) => finding.Count is null ? null : words.Proof.Columns.FirstOrDefault(column => column.Count == finding.Count);

    private string Who(ChargeColumn? column) => column is null ? words.Texts["proof.term." + words.Term() + ".several"] : words.Survivor(column);

    private string Them(ChargeColumn? column) => column is null ? words.Texts["proof.words.several"] : words.Them(column);

    /// <summary>The element in words, under the offence of its count: "18 USC 1589(a): knowingly". Several offences have elements of the same words.</summary>
    private string Serves(ChargeColumn? column, string element) => element.Length > 0 && column is { Law: { IsOk: true, Value: var law } }
        ? words.Texts.Format("requests.element-of", ("citation", law.Citation), ("element", element))
        : element;

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string Key(FindingKind kind) => kind switch
    {
        FindingKind.HoleInLaw => "hole-in-law",
        FindingKind.ClosedInLaw => "closed-in-law",
        FindingKind.OutsideDays => "outside-days",
        FindingKind.KeptOut => "kept-out",
        FindingKind.DisproofNeeded => "disproof-needed",
        FindingKind.NothingYet => "nothing-yet",
        FindingKind.TooFewSources => "too-few-sources",
        FindingKind.ChildPathOpen => "child-path-open",
        FindingKind.SinglePoint => "single-point",
        FindingKind.OnHerAlone => "on-her-alone",
        FindingKind.OnBoth => "on-both",
        FindingKind.ComesFromHer => "comes-from-her",
        FindingKind.Contested => "contested",
        FindingKind.ManyOnOne => "many-on-one",
        _ => "pleaded-not-required",
    };
}

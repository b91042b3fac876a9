using System.Globalization;
using Onus.Casework.Files;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Web.Ui;

namespace Onus.Web.Files;

/// <summary>The three questions as a form sends them.</summary>
internal static class AnswerForm
{
    /// <summary>What the list of grounds sends where somebody gave it without an order.</summary>
    public const string Given = "given";

    /// <summary>What it sends where somebody stated it, without an order.</summary>
    public const string Stated = "statement";

    /// <summary>What the list of people sends where every file is from the person its name names.</summary>
    public const string AsNamed = "named";

    /// <summary>What the table sends where a row rests on the warrant, consent or order that is named above the table.</summary>
    public const string New = "new";

    /// <summary>The kinds of grounds that can be named with the answers.</summary>
    public static readonly FoundationKind[] NewKinds = [FoundationKind.Warrant, FoundationKind.Consent, FoundationKind.Order, FoundationKind.PublicSource];

    private const string Public = nameof(FoundationKind.PublicSource);

    /// <summary>How something can have been obtained: what the case has, and what needs no paper.</summary>
    public static IReadOnlyList<Choice> Grounds(CaseSnapshot snapshot, Texts texts) =>
    [
        .. snapshot.Foundations.Where(f => f.Legal).Select(f => new Choice(f.Id.Value.ToString(), f.Label)),
        new Choice(Stated, texts["files.obtained-kinds.statement"]),
        new Choice(Given, texts["files.obtained-kinds.handed-over"]),
        new Choice(Public, texts["files.obtained-kinds.public-source"]),
    ];

    /// <summary>Who can have translated: interpreters that are foundations, and those who are only people yet.</summary>
    public static IReadOnlyList<Choice> Interpreters(CaseSnapshot snapshot) =>
    [
        .. snapshot.Foundations.Where(f => f.Kind == FoundationKind.Interpreter).Select(f => new Choice(f.Id.Value.ToString(), f.Label)),
        .. snapshot.People
            .Where(p => p.Is(Onus.Domain.People.PersonRole.Interpreter) && !snapshot.Foundations.Any(f => f.Kind == FoundationKind.Interpreter && f.Person == p.Id))
            .Select(p => new Choice(p.Id.Value.ToString(), p.Pseudonym)),
    ];

    /// <summary>Who can have kept, found or handed over what is another's words: what the case has of that kind, and those who are only people yet.</summary>
    public static IReadOnlyList<Choice> Keepers(CaseSnapshot snapshot)
    {
        var there = snapshot.Foundations.Where(f => !f.Legal && f.Kind != FoundationKind.Interpreter).ToList();
        return
        [
            .. there.Select(f => new Choice(f.Id.Value.ToString(), f.Label)),
            .. snapshot.People.Where(p => !there.Exists(f => f.Kind == KeeperKind(p) && f.Person == p.Id)).Select(p => new Choice(p.Id.Value.ToString(), p.Pseudonym)),
        ];
    }

    /// <summary>What a person is for the papers of others: a keeper of records, or somebody who says where they were.</summary>
    private static FoundationKind KeeperKind(Onus.Domain.People.Person person) => person.Is(Onus.Domain.People.PersonRole.Custodian) ? FoundationKind.Custodian : FoundationKind.Witness;

    private static IReadOnlyList<AnswerQuestions.NewFoundation> NewKeeper(string sent, CaseSnapshot snapshot, Texts texts) =>
        snapshot.People.FirstOrDefault(p => p.Id.Value.ToString() == sent) is not { } person ? []
        : KeeperKind(person) is FoundationKind.Custodian ? [new(FoundationKind.Custodian, texts.Format("foundations.label.custodian", ("name", person.Pseudonym)), person.Id)]
        : [new(FoundationKind.Witness, texts.Format("foundations.label.witness", ("name", person.Pseudonym)), person.Id)];

    /// <summary>The name of the foundation of what somebody gave: one for each giver and day.</summary>
    public static Func<string, DateOnly?, string> GivenWords(Texts texts) =>
        (name, day) => day is { } on ? texts.Format("files.given-on", ("name", name), ("day", on)) : texts.Format("files.given", ("name", name));

    /// <summary>The answers, without the files they are about.</summary>
    /// <param name="one">The value of a field; empty for none.</param>
    /// <param name="many">The values of a field.</param>
    /// <param name="snapshot">The case.</param>
    /// <param name="texts">The words of foundations that are added.</param>
    /// <param name="errors">What is wrong with a day.</param>
    public static AnswerQuestions.Command Read(
        Func<string, string> one, Func<string, IReadOnlyList<string>> many, CaseSnapshot snapshot, Texts texts, FormErrors errors)
    {
        var person = Id(one("from"));
        var interpreter = Id(one("translated"));
        var translator = snapshot.Foundations.Any(f => f.Id.Value == interpreter);
        var ground = one("obtained");
        var giver = one("given-by").Trim();
        var known = snapshot.People.FirstOrDefault(p => p.Pseudonym == giver);
        return new AnswerQuestions.Command
        {
            Case = snapshot.Case.Ref,
            Files = [],
            FromPerson = person is { } p ? new PersonId(p) : null,
            FromNamed = one("from") == AsNamed,
            From = one("from-words"),
            Statement = one("statement") == "true" || ground == Stated,
            Obtained = Id(ground) is { } o ? new FoundationId(o) : null,
            Given = ground is Given or Stated ? new(known?.Id, known is null ? giver : "", Day(one, "given-on", texts, errors), GivenWords(texts))
                : ground == Public ? new(null, "", null, (name, _) => texts.Format("files.open-to-everyone", ("name", name)), FoundationKind.PublicSource)
                : null,
            ObtainedNew = FormChoice.Known<FoundationKind>(one("obtained-kind")) is { } kind ? new(kind, one("obtained-label")) : null,
            Translated = interpreter is { } t && translator ? new FoundationId(t) : null,
            TranslatedNew = interpreter is { } i && !translator
                ? new(FoundationKind.Interpreter, texts.Format("files.interpreter", ("name", snapshot.People.FirstOrDefault(x => x.Id.Value == i)?.Pseudonym)), new PersonId(i))
                : null,
            Factual = [.. many("factual").Append(one("kept")).Where(id => snapshot.Foundations.Any(f => f.Id.Value.ToString() == id)).Distinct(StringComparer.Ordinal).Select(Id).OfType<Guid>().Select(id => new FoundationId(id))],
            FactualNew = [.. FormChoice.Known<FoundationKind>(one("factual-kind")) is { } added ? new[] { new AnswerQuestions.NewFoundation(added, one("factual-label")) } : [], .. NewKeeper(one("kept"), snapshot, texts)],
        };
    }

    /// <summary>What is proposed for a column of the table of answers; empty for nothing.</summary>
    public static string Proposed(ProposedAnswers all, string column) => column switch
    {
        "from" => all.From?.Pseudonym ?? all.FromWords,
        "obtained" => all.Obtained?.Value.ToString() ?? (all.Stated ? Stated : ""),
        "translated" => all.Translated?.Value.ToString() ?? "",
        "kept" => all.Factual is [var only] ? only.Value.ToString() : "",
        "statement" => all.Statement ? "true" : "",
        _ => "",
    };

    /// <summary>The answers of one file, of which the columns of the table are given.</summary>
    /// <param name="file">The file.</param>
    /// <param name="column">The value of a column in its row; empty for none.</param>
    /// <param name="above">The value of a field above the table, where a new ground is named for every row that chooses it.</param>
    /// <param name="snapshot">The case.</param>
    /// <param name="texts">The words of foundations that are added.</param>
    /// <param name="errors">What is wrong with a day.</param>
    public static AnswerQuestions.Command Row(MaterialId file, Func<string, string> column, Func<string, string> above, CaseSnapshot snapshot, Texts texts, FormErrors errors)
    {
        var person = snapshot.People.FirstOrDefault(p => p.Pseudonym == column("from").Trim());
        return Read(Field, _ => [], snapshot, texts, errors) with { Unanswered = true, Files = [file] };

        string Field(string name) => name switch
        {
            "from" => person?.Id.Value.ToString() ?? "",
            "from-words" => person is null ? column("from") : "",
            "obtained" or "translated" or "kept" or "statement" => column(name),
            "obtained-kind" or "obtained-label" when column("obtained") == New => above(name),
            _ => "",
        };
    }

    /// <summary>The field that an error belongs to.</summary>
    public static string FieldOf(Error? error) => error?.Key switch
    {
        "files.from-missing" or "files.statement-of-nobody" or "files.names-nobody" => "from",
        "foundations.label-missing" => "obtained-label",
        "files.scope-reversed" => "scope-from",
        "files.reason-missing" => "reason",
        "files.which-device" => "factual",
        _ => "obtained",
    };

    /// <summary>A day of a form; null where none was written, and an error where it is no day.</summary>
    public static DateOnly? Day(Func<string, string> one, string name, Texts texts, FormErrors errors)
    {
        if (one(name).Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(name, texts["field.date-hint"]);
        return null;
    }

    /// <summary>Lines of a form as names, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}

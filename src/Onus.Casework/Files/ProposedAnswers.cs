using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Reading;

namespace Onus.Casework.Files;

/// <summary>
/// What stands in the fields about a file before anybody typed: whom its name, the files of its folder and the folder's name speak of, and what was answered
/// about the others of that folder. A person sees it in the field and saves it or not; it never answers by itself.
/// </summary>
/// <param name="From">From whom; null for nobody.</param>
/// <param name="FromWords">From whom, where it is nobody of the case; empty for nobody.</param>
/// <param name="Obtained">How obtained; null for nothing.</param>
/// <param name="Translated">Translated by whom; null for nothing.</param>
/// <param name="Factual">What else the files of the folder rest on.</param>
/// <param name="Statement">Whether it is their own statement: every file of the folder is one, or its name says so.</param>
public sealed record ProposedAnswers(
    Person? From, string FromWords, FoundationId? Obtained, FoundationId? Translated, IReadOnlyList<FoundationId> Factual, bool Statement)
{
    // Recordings and data as telephones keep them, which no reader knows yet.
    private static readonly string[] OfADevice =
        [".OPUS", ".OGG", ".OGA", ".M4A", ".MP3", ".AAC", ".AMR", ".WAV", ".FLAC", ".CAF", ".3GP", ".3GPP", ".MP4", ".M4V", ".MOV", ".MKV", ".AVI", ".WEBM", ".JSON", ".VCF", ".ICS", ".DB", ".SQLITE"];

    // Words of names of files that say what somebody told, and words beside them by which it is a bank's.
    private static readonly string[] Statements = ["statement", "affidavit", "deposition", "testimony", "declaration"];
    private static readonly string[] OfAnAccount = ["bank", "account", "accounts", "acct", "card", "wage", "wages", "earnings", "income", "financial", "column", "billing", "pesa", "mpesa", "momo", "money", "mobile", "airtime", "wallet", "transactions", "transaction", "loan", "tax", "monthly"];

    /// <summary>Whether it was stated, without an order: proposed as how it was obtained where nothing else is.</summary>
    public bool Stated => Statement && Obtained is null;

    /// <summary>What is proposed for a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it seems to be.</param>
    /// <param name="others">Every file of the case; those that are answered for speak for their folder.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="foundations">What the case relies on; a consent speaks for the folder of whoever gave it.</param>
    public static ProposedAnswers Of(Material file, FileKind kind, IEnumerable<Material> others, IReadOnlyCollection<Person> people, IEnumerable<Foundation>? foundations)
    {
        ArgumentNullException.ThrowIfNull(file);
        var folder = FileNames.FolderOf(file.Name);
        List<Material> answered = folder.Length == 0 ? [] : [.. others.Where(o => o.Id != file.Id && o.Obtained is not null && o.Withdrawn is null && FileNames.FolderOf(o.Name) == folder)];
        // A folder of that name in another drop may be another phone's: it speaks only while nothing of this one is answered.
        answered = answered.Exists(o => o.Run == file.Run) ? answered.FindAll(o => o.Run == file.Run) : answered;
        var named = WhoseName(file.Name, kind, people);
        var given = answered.Count > 0 && answered.TrueForAll(o => (o.FromPerson, o.From) == (answered[0].FromPerson, answered[0].From)) ? answered[0] : null;
        var from = named ?? (given is null ? (IsOfTheirHand(file.Name, kind) ? FileNames.WhoseFolder(file.Name, people, Formats.FolderWords) : null) : people.FirstOrDefault(p => p.Id == given.FromPerson));
        return new(
            from,
            from is null ? given?.From ?? "" : "",
            Same(answered, o => o.Obtained) is { } same ? (foundations?.Any(f => f.Id == same && f.TakenBack is not null) is true ? null : same) : (answered.Count == 0 && FileNames.WhoseFolder(file.Name, people, Formats.FolderWords) is { } whose ? ConsentOf(whose, foundations ?? [], people) : null),
            Same(answered, o => o.Translated),
            answered.Count > 0 && answered.TrueForAll(o => o.Factual.SequenceEqual(answered[0].Factual)) ? answered[0].Factual : [],
            (answered.Count > 0 && answered.TrueForAll(o => o.Statement)) || (from is not null && SaysStatement(file.Name, kind, from)));
    }

    /// <summary>
    /// Whom the name of the file itself names as the one it is from. A chat is named after the other side, and a table after the account it is about: there only a
    /// keeper of records can be meant.
    /// </summary>
    private static Person? WhoseName(string name, FileKind kind, IReadOnlyCollection<Person> people) => kind switch
    {
        FileKind.Chat => null,
        FileKind.Table => FileNames.Only(Leaf(name), [.. people.Where(p => p.Is(PersonRole.Custodian))]),
        _ => NamedPerson.Of(name, people) ?? FileNames.Only(Leaf(name), people),
    };

    // On somebody's phone lie their chats, their pictures and recordings; a paper found there is whoever's wrote it, and of what else lies there nobody knows.
    // That the person had it is another question, asked beside this one.
    private static bool IsOfTheirHand(string name, FileKind kind) =>
        kind is FileKind.Chat or FileKind.Picture || (kind is FileKind.Rest && OfADevice.Contains(Path.GetExtension(name).ToUpperInvariant(), StringComparer.Ordinal));

    /// <summary>The one consent that a person gave, that has not fallen and that they did not take back; null for none or several.</summary>
    private static FoundationId? ConsentOf(Person whose, IEnumerable<Foundation> foundations, IReadOnlyCollection<Person> people) =>
        foundations.Where(f => f is { Kind: FoundationKind.Consent, Status: not FoundationStatus.Fallen, TakenBack: null } && ((f.Whose ?? f.Person) is { } by ? by == whose.Id : FileNames.Only(f.Label, people)?.Id == whose.Id))
            .Take(2).ToList() is [var only] ? only.Id : null;

    private static bool SaysStatement(string name, FileKind kind, Person from)
    {
        var words = FoldedName.WordsOf(Leaf(name));
        return kind is FileKind.Document or FileKind.Pdf or FileKind.Named && !from.Roles.All(role => role == PersonRole.Custodian)
            && words.Any(Statements.Contains) && !words.Any(OfAnAccount.Contains);
    }

    private static string Leaf(string name) => Path.GetFileNameWithoutExtension(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);

    private static FoundationId? Same(List<Material> answered, Func<Material, FoundationId?> of) =>
        answered.Select(of).Distinct().Take(2).ToList() is [{ } only] ? only : null;
}

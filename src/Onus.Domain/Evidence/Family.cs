namespace Onus.Domain.Evidence;

/// <summary>How a file is shown.</summary>
public enum FileView
{
    /// <summary>Nothing of it has been read.</summary>
    Nothing = 0,

    /// <summary>Messages by day.</summary>
    Conversation,

    /// <summary>Payments in rows.</summary>
    Table,

    /// <summary>Paragraphs, numbered, and the comments beside them.</summary>
    Paragraphs,

    /// <summary>One page of a document.</summary>
    Pages,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Calls in rows.</summary>
    Calls,
}

/// <summary>Whose words a record is, as far as its kind says.</summary>
public enum TellsOf
{
    /// <summary>Not stated; no kind has it.</summary>
    Unknown = 0,

    /// <summary>Nobody: nobody said it, or who did is what anybody could type.</summary>
    Nobody,

    /// <summary>Whoever keeps or gave the file, whoever is named in the record.</summary>
    Giver,

    /// <summary>Whoever the record names as its sender; where it names nobody, whoever gave the file.</summary>
    Sender,
}

/// <summary>What of a record is known when its sentence is chosen.</summary>
/// <param name="HasDay">Whether it states a day.</param>
/// <param name="HasSender">Whether it names a sender.</param>
/// <param name="HasReceiver">Whether it names a receiver.</param>
/// <param name="HasWords">Whether words of it are cited.</param>
/// <param name="InDoubt">Whether something speaks against the name that it gives as the writer.</param>
public readonly record struct SentenceFor(bool HasDay, bool HasSender, bool HasReceiver, bool HasWords, bool InDoubt);

/// <summary>What is known of a kind of record.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Tells">Whose words it is.</param>
/// <param name="Sentence">
/// The key of the sentence of a fact: one of <c>facts.*</c>, with the values <c>from</c>, <c>to</c>, <c>day</c>, <c>words</c>, <c>title</c>. Not asked of a movement of money.
/// </param>
public sealed record KindOfRecord(RecordKind Kind, TellsOf Tells, Func<SentenceFor, string> Sentence)
{
    /// <summary>Whether somebody gave it and did not say it: whoever gave a paper or a table is not said to have said what stands in it, unless it is their statement.</summary>
    public bool IsPaper { get; init; }
}

/// <summary>
/// What files of several formats are to whoever works with them: how they are shown, on what they rest, whose words they hold, in what sentence a fact tells of them.
/// A format names its family; nothing else asks of which format a file is.
/// </summary>
public sealed record Family
{
    /// <summary>Its name, kept with what was read. Never changes.</summary>
    public required string Name { get; init; }

    /// <summary>How its files are shown.</summary>
    public required FileView View { get; init; }

    /// <summary>The records that its files are made of.</summary>
    public required IReadOnlyList<KindOfRecord> Kinds { get; init; }

    /// <summary>Whether its files are taken off a device, on which they then rest: clocks and zone are that device's.</summary>
    public bool FromDevice { get; init; }

    /// <summary>Whether its files are written by an office, a bank or an operator: their clocks are the office's, on whatever device they were found.</summary>
    public bool FromOffice { get; init; }

    /// <summary>Whether its files hold what somebody said, who could take it back.</summary>
    public bool HoldsWords { get; init; }
}

/// <summary>The families.</summary>
public static class Families
{
    /// <summary>What people write to each other.</summary>
    public static readonly Family Conversation = new()
    {
        Name = "conversation",
        View = FileView.Conversation,
        FromDevice = true,
        HoldsWords = true,
        Kinds =
        [
            new(RecordKind.Message, TellsOf.Sender, of => (of.HasDay, of.InDoubt) switch
            {
                (true, false) => "facts.message",
                (true, true) => "facts.message-in-doubt",
                (false, true) => "facts.line-in-doubt",
                _ => Told(of),
            }),
            new(RecordKind.SystemLine, TellsOf.Nobody, of => of.HasDay ? "facts.chat-notes-on" : "facts.chat-notes"),
        ],
    };

    /// <summary>Movements of money on an account, and other tables.</summary>
    public static readonly Family Ledger = new()
    {
        Name = "ledger",
        View = FileView.Table,
        FromOffice = true,
        Kinds = [new(RecordKind.Payment, TellsOf.Giver, Told), new(RecordKind.Row, TellsOf.Sender, Told) { IsPaper = true }],
    };

    /// <summary>Text in paragraphs.</summary>
    public static readonly Family Document = new()
    {
        Name = "document",
        View = FileView.Paragraphs,
        HoldsWords = true,
        Kinds =
        [
            new(RecordKind.Paragraph, TellsOf.Sender, Told) { IsPaper = true },
            new(RecordKind.Comment, TellsOf.Nobody, of => of.HasSender ? "facts.comment" : "facts.comment-nobody"),
        ],
    };

    /// <summary>Pages as they would be printed.</summary>
    public static readonly Family Pages = new()
    {
        Name = "pages",
        View = FileView.Pages,
        HoldsWords = true,
        Kinds = [new(RecordKind.Page, TellsOf.Sender, Told) { IsPaper = true }],
    };

    /// <summary>Pictures.</summary>
    public static readonly Family Picture = new()
    {
        Name = "picture",
        View = FileView.Picture,
        Kinds = [new(RecordKind.Image, TellsOf.Nobody, _ => "facts.image")],
    };

    /// <summary>Calls and text messages as an operator recorded them. Whose telephone it was, the operator does not say.</summary>
    public static readonly Family Calls = new()
    {
        Name = "calls",
        View = FileView.Calls,
        FromOffice = true,
        Kinds =
        [
            new(RecordKind.Call, TellsOf.Giver, of => !of.HasSender || !of.HasReceiver ? "facts.call-in-part" : of.HasDay ? "facts.call" : "facts.call-no-day"),
            new(RecordKind.TextMessage, TellsOf.Giver, of => !of.HasSender || !of.HasReceiver ? "facts.text-message-in-part" : of.HasDay ? "facts.text-message" : "facts.text-message-no-day"),
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Family> All { get; } = [Conversation, Ledger, Document, Pages, Picture, Calls];

    /// <summary>The family to which records of a kind belong; null for none.</summary>
    public static Family? Of(RecordKind kind) => All.FirstOrDefault(family => family.Kinds.Any(one => one.Kind == kind));

    /// <summary>What is known of a kind.</summary>
    public static KindOfRecord About(RecordKind kind) =>
        All.SelectMany(family => family.Kinds).FirstOrDefault(one => one.Kind == kind) ?? new(kind, TellsOf.Sender, Told);

    /// <summary>The family of a file as it was read; null while it was not.</summary>
    public static Family? Of(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Summary switch
        {
            { Family: { } name } => All.FirstOrDefault(family => family.Name == name),
            { Format: { } format } => OfEarlier(format),
            _ => null,
        };
    }

    // What was read before families were kept: of the six formats of that time, texts and zips were chats, and a table was a bank's.
    private static Family? OfEarlier(string format) => format switch
    {
        "image" => Picture,
        "pdf" => Pages,
        "docx" => Document,
        _ when format.EndsWith("-csv", StringComparison.Ordinal) => Ledger,
        _ when format.EndsWith("-text", StringComparison.Ordinal) || format.EndsWith("-zip", StringComparison.Ordinal) => Conversation,
        _ => null,
    };

    private static string Told(SentenceFor of) => !of.HasWords ? "facts.page" : of.InDoubt ? "facts.statement-in-doubt" : "facts.statement";
}

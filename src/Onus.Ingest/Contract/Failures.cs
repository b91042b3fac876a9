namespace Onus.Ingest.Contract;

/// <summary>Why a file is unusable. Each has a sentence <c>errors.CODE</c> in <c>content/languages</c>.</summary>
public static class Failures
{
    /// <summary>It could not be opened.</summary>
    public const string CannotOpen = "cannot-open";

    /// <summary>It is encrypted; Onus asks for no passwords here.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Its end is missing.</summary>
    public const string Truncated = "truncated";

    /// <summary>Its inside contradicts itself.</summary>
    public const string Damaged = "damaged";

    /// <summary>It is in no style that a reader knows.</summary>
    public const string NoKnownStyle = "no-known-style";

    /// <summary>It unpacks to far more than it holds: it was made to exhaust a computer.</summary>
    public const string UnpacksTooLarge = "unpacks-too-large";

    /// <summary>The only thing to read in it has a name that leads out of the container.</summary>
    public const string NameLeavesFolder = "name-leaves-folder";

    /// <summary>The reading process ended before it was done.</summary>
    public const string ReaderDied = "reader-died";

    /// <summary>The reading process took longer than its budget.</summary>
    public const string ReaderTooSlow = "reader-too-slow";

    /// <summary>The reading process wanted more memory than its budget.</summary>
    public const string ReaderOutOfMemory = "reader-out-of-memory";

    /// <summary>The reading process could not be started.</summary>
    public const string ReaderNotStarted = "reader-not-started";
}

/// <summary>Why an element did not become a record, besides the failures of whole files.</summary>
public static class SkipReasons
{
    /// <summary>The file has no bytes.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>A person has to decide something first; nothing was read.</summary>
    public const string NeedsDecision = "needs-decision";

    /// <summary>Text before the first message, which belongs to none.</summary>
    public const string BeforeFirstMessage = "before-first-message";

    /// <summary>The header line of a table once more.</summary>
    public const string RepeatedHeader = "repeated-header";

    /// <summary>A table without a row.</summary>
    public const string NoRows = "no-rows";

    /// <summary>A message of more than 4 MiB.</summary>
    public const string MessageTooLong = "message-too-long";

    /// <summary>Of a container: a chat besides the one that was read.</summary>
    public const string AnotherChat = "another-chat";

    /// <summary>Of a container: a file beside the chat that no message names, and that is nothing which only comes with a chat.</summary>
    public const string BesideChat = "beside-chat";

    /// <summary>A row whose cells are all empty.</summary>
    public const string EmptyRow = "empty-row";

    /// <summary>A row of more than 1 MiB.</summary>
    public const string RowTooLong = "row-too-long";
}

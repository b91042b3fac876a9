namespace Onus.Ingest.Contract;

/// <summary>What a person should know before relying on a record of a chat or a table. Each has a sentence <c>warnings.CODE</c> in <c>content/languages</c>.</summary>
public static class ReadWarnings
{
    /// <summary>The row states no amount.</summary>
    public const string AmountMissing = "amount-missing";

    /// <summary>The amount cannot be read exactly.</summary>
    public const string AmountUnreadable = "amount-unreadable";

    /// <summary>A file that the message names did not come with it; the name stands behind the colon.</summary>
    public const string AttachmentMissing = "attachment-missing";

    /// <summary>Several files of one name came with the chat, and their bytes differ; the value is the name.</summary>
    public const string AttachmentDoubled = "attachment-doubled";

    /// <summary>The running balance does not follow from the older row.</summary>
    public const string BalanceDoesNotFollow = "balance-does-not-follow";

    /// <summary>The balance cannot be read exactly.</summary>
    public const string BalanceUnreadable = "balance-unreadable";

    /// <summary>The year is not one of the Gregorian calendar.</summary>
    public const string CalendarUnknown = "calendar-unknown";

    /// <summary>Some bytes are no characters of the character set.</summary>
    public const string CharactersUnreadable = "characters-unreadable";

    /// <summary>The row states no currency code.</summary>
    public const string CurrencyUnreadable = "currency-unreadable";

    /// <summary>There is no such day.</summary>
    public const string DateImpossible = "date-impossible";

    /// <summary>The row states no date.</summary>
    public const string DateMissing = "date-missing";

    /// <summary>The date is in no known form.</summary>
    public const string DateUnreadable = "date-unreadable";

    /// <summary>The word for the part of the day is not known.</summary>
    public const string DayHalfUnknown = "day-half-unknown";

    /// <summary>The row states money in and money out at once.</summary>
    public const string DebitAndCredit = "debit-and-credit";

    /// <summary>The sender deleted the message.</summary>
    public const string Deleted = "deleted";

    /// <summary>
    /// The date is more than a day before that of a line above, as <see cref="Domain.Evidence.LineOrder"/> finds it. The number and time of that line stand
    /// behind the colon.
    /// </summary>
    public const string EarlierThanLineAbove = "earlier-than-line-above";

    /// <summary>The sender changed the message later.</summary>
    public const string Edited = "edited";

    /// <summary>A line of the message looks like the beginning of another one.</summary>
    public const string LineLooksLikeAMessage = "line-looks-like-a-message";

    /// <summary>Of a file: what somebody filled into a field of its form; name and words stand behind the colon.</summary>
    public const string FormValue = "form-value";

    /// <summary>Of a file: so many entries that a Mac wrote for itself beside the files that it packed; they were not looked at.</summary>
    public const string FilesOfMac = "files-of-mac";

    /// <summary>Clocks were set forward over this reading; it never occurred in the zone.</summary>
    public const string LocalTimeSkipped = "local-time-skipped";

    /// <summary>Clocks were set back over this reading; it occurred twice, and both instants are kept.</summary>
    public const string LocalTimeTwice = "local-time-twice";

    /// <summary>A picture, recording or file was not exported.</summary>
    public const string MediaOmitted = "media-omitted";

    /// <summary>Of a file: this entry of the container lies beside its chat, no message names it, and it is no recording or contact that came with one. Its path in the container stands behind the colon.</summary>
    public const string BesideChat = SkipReasons.BesideChat;

    /// <summary>Of a file: no message names this recording or contact of the container.</summary>
    public const string MediaUnreferenced = "media-unreferenced";

    /// <summary>Of a file: so many warnings more.</summary>
    public const string MoreWarnings = "more-warnings";

    /// <summary>Of a file: an entry has a name that leads out of the container, and was not read.</summary>
    public const string NameLeavesFolder = "name-leaves-folder";

    /// <summary>Of a file: the ending of its name tells another kind than its bytes; both stand behind the colon.</summary>
    public const string NamedOtherwise = "named-otherwise";

    /// <summary>A quotation mark of the row is never closed.</summary>
    public const string OpenQuote = "open-quote";

    /// <summary>The sender's name may hold a colon itself; the longer name stands behind the colon.</summary>
    public const string SenderMayHaveColon = "sender-may-have-colon";

    /// <summary>A column for money in or out states a minus.</summary>
    public const string SignInUnsignedColumn = "sign-in-unsigned-column";

    /// <summary>There is no such time of day.</summary>
    public const string TimeImpossible = "time-impossible";

    /// <summary>Of a file: so many rows with a time, and all of them say midnight: they are read as days.</summary>
    public const string AllTimesMidnight = "all-times-midnight";

    /// <summary>Several columns of a table have days; the value names the one that the rows are put in order by.</summary>
    public const string DayFromColumn = "day-from-column";

    /// <summary>Of a file: so many balances do not follow, which is most of them; it is said once.</summary>
    public const string BalancesDoNotFollow = "balances-do-not-follow";

    /// <summary>The row has so many cells, and the table another number: what stands in which column is not known.</summary>
    public const string CellsDoNotFit = "cells-do-not-fit";

    /// <summary>Of a file: so many amounts have more digits behind the decimal sign than their currency has.</summary>
    public const string DecimalSignDoubtful = "decimal-sign-doubtful";

    /// <summary>The direction column says one thing and the minus of the amount another.</summary>
    public const string DirectionContradictsSign = "direction-contradicts-sign";

    /// <summary>The direction column has a word that the profile does not know; the word stands behind the colon.</summary>
    public const string DirectionUnknown = "direction-unknown";

    /// <summary>Of a file: so many payments are on days of which the statement says that it is not about them.</summary>
    public const string RowsOutsidePeriod = "rows-outside-period";

    /// <summary>Of a file: it names so many different periods without a table for each, so that none is relied on.</summary>
    public const string SeveralPeriods = "several-periods";

    /// <summary>The row states no day and no movement: a heading, a total or a note. It is kept as a row.</summary>
    public const string RowNotAPayment = "row-not-a-payment";

    /// <summary>The message is a call, or one that was missed; nobody wrote it.</summary>
    public const string Call = "call";

    /// <summary>The app may have written the text, in a language that is not known; or the sender wrote it.</summary>
    public const string MayBeSystemLine = "may-be-system-line";

    /// <summary>The line above ends otherwise than all messages do: the message may be text that was pasted into it.</summary>
    public const string MayBePasted = "may-be-pasted";

    /// <summary>Something was sent that had not arrived on the phone when the chat was exported.</summary>
    public const string NotArrived = "not-arrived";

    /// <summary>The export holds no content for this message: what was sent is not known.</summary>
    public const string NothingExported = "nothing-exported";

    /// <summary>A poll: its question and choices are the sender's, the numbers of votes the app's.</summary>
    public const string Poll = "poll";

    /// <summary>No space stands behind the colon after the sender; the name is not known from other messages.</summary>
    public const string SenderWithoutSpace = "sender-without-space";

    /// <summary>The time is after that of a line below, and it is this line that is the odd one; the number and time of that line stand behind the colon.</summary>
    public const string LaterThanLineBelow = "later-than-line-below";

    /// <summary>Of a file: the lines of a chat run from the newest to the oldest.</summary>
    public const string NewestFirst = "newest-first";

    /// <summary>The time is before that of a line above, by a day or less; the number and time of that line stand behind the colon.</summary>
    public const string TimeBeforeLineAbove = "time-before-line-above";

    /// <summary>The file is named for one of two people whose chat it is, and this is the name of a third.</summary>
    public const string ThirdName = "third-name";

    /// <summary>A picture or recording that can be seen once; the export never holds it.</summary>
    public const string ViewOnce = "view-once";

    /// <summary>
    /// Whether a warning doubts that a line belongs where it stands, with the name and the day that it states. A message that holds something pasted, or a name whose
    /// end is not certain, belongs there all the same.
    /// </summary>
    public static bool IsOfPlace(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning.Split(':')[0] is EarlierThanLineAbove or TimeBeforeLineAbove or LaterThanLineBelow or ThirdName;
    }

    /// <summary>
    /// Whether a warning doubts that whoever the record names wrote what stands there: it, or a line of it, may have been pasted, the name may end elsewhere, or
    /// nobody wrote it.
    /// </summary>
    public static bool IsOfSender(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning.Split(':')[0] is EarlierThanLineAbove or TimeBeforeLineAbove or LaterThanLineBelow or ThirdName or MayBePasted or LineLooksLikeAMessage
            or MayBeSystemLine or SenderMayHaveColon or SenderWithoutSpace;
    }
}

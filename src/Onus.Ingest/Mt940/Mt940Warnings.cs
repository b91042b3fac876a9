using Onus.Ingest.Contract;

namespace Onus.Ingest.Mt940;

/// <summary>What a person should know before relying on an entry, beside what is said of every table. Each has a sentence <c>warnings.CODE</c> in <c>languages/*/mt940.yaml</c>.</summary>
internal static class Mt940Warnings
{
    /// <summary>The entries of a statement do not come to its closing balance; its number stands behind the colon.</summary>
    public const string DoesNotAddUp = "statement-does-not-add-up";

    /// <summary>A statement does not begin with the balance with which the one before it of the same account ended.</summary>
    public const string NotContinued = "statement-not-continued";

    /// <summary>A statement has no closing balance.</summary>
    public const string CutOff = "statement-cut-off";

    /// <summary>An entry is not in the form that the standard gives entries.</summary>
    public const string EntryUnreadable = "entry-unreadable";

    /// <summary>The entry takes back an earlier one.</summary>
    public const string Reversal = "entry-reversal";

    /// <summary>The day from which the bank counts the money is another than that of the entry; ISO 8601 behind the colon.</summary>
    public const string ValueDay = "value-day";

    /// <summary>What each means.</summary>
    public static readonly Dictionary<string, WarningGroup> Groups = new(StringComparer.Ordinal)
    {
        [DoesNotAddUp] = WarningGroup.Lost,
        [NotContinued] = WarningGroup.Lost,
        [CutOff] = WarningGroup.Lost,
        [EntryUnreadable] = WarningGroup.Lost,
        [Reversal] = WarningGroup.Told,
        [ValueDay] = WarningGroup.Told,
    };
}

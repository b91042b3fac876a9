using Onus.Ingest.Contract;

namespace Onus.Ingest.Calls;

/// <summary>What a person should know before relying on a call, beside what is said of every table. Each has a sentence <c>warnings.CODE</c> in <c>languages/*/calls.yaml</c>.</summary>
internal static class CallWarnings
{
    /// <summary>The row names neither who calls nor who is called.</summary>
    public const string RowNotACall = "row-not-a-call";

    /// <summary>The word for what it is is not known; it stands behind the colon.</summary>
    public const string KindUnknown = "call-kind-unknown";

    /// <summary>The row names one side only.</summary>
    public const string OneSideMissing = "call-side-missing";

    /// <summary>The length is neither seconds nor hours, minutes and seconds.</summary>
    public const string DurationUnreadable = "duration-unreadable";

    /// <summary>A spreadsheet has rounded the number, and its last digits are lost; the head of its column stands behind the colon.</summary>
    public const string NumberRounded = "number-rounded";

    /// <summary>What each means.</summary>
    public static readonly Dictionary<string, WarningGroup> Groups = new(StringComparer.Ordinal)
    {
        [RowNotACall] = WarningGroup.Told,
        [KindUnknown] = WarningGroup.Lost,
        [OneSideMissing] = WarningGroup.Told,
        [DurationUnreadable] = WarningGroup.Lost,
        [NumberRounded] = WarningGroup.Lost,
    };
}

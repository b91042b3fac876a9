using Onus.Ingest.Contract;

namespace Onus.Ingest.Reading;

/// <summary>The one table of what each warning means: here those that several formats share, beside them those that a format brings. What is counted for a person as perhaps lost follows from it.</summary>
public static class WarningGroups
{
    private static readonly Dictionary<string, WarningGroup> Table = new[]
    {
        (WarningGroup.Lost, """
            amount-unreadable balance-does-not-follow balances-do-not-follow balance-unreadable calendar-unknown cells-do-not-fit characters-unreadable currency-unreadable
            date-impossible date-unreadable day-half-unknown debit-and-credit decimal-sign-doubtful direction-contradicts-sign direction-unknown media-unreferenced more-warnings
            name-leaves-folder open-quote time-impossible
            invisible-text font-lost font-mended operators-lost operators-mended content-breaks-off actual-text-differs text-outside-page unmapped-characters form-fields-not-read
            annotations-not-read annotations-unreadable embedded-files-not-read embedded-files-unreadable attachments-locked form-not-shown form-values-left-out
            form-values-unreadable drawings-not-shown pictures-unreadable image-not-shown
            tracked-deletion deleted-words tracked-cell-merge field-unclosed form-field-says form-field-not-read note-not-read comment-not-read comment-elsewhere
            comment-threads-unreadable comment-instants-unreadable part-unreadable picture-not-read drawing-not-read equation-not-read object-not-read symbol-font
            headers-not-read legacy-font
            truncated-image several-pages impossible-date block-unreadable gps-time-unreadable gps-position-unreadable metadata-damaged
            """),
        (WarningGroup.Unseen, "hidden-layer-text covered-text text-without-contrast tiny-text hidden-text"),
        (WarningGroup.Absent, "attachment-missing media-omitted not-arrived nothing-exported view-once deleted comment-answers-missing link-target-missing"),
        (WarningGroup.Doubt, """
            attachment-doubled earlier-than-line-above later-than-line-below time-before-line-above third-name may-be-pasted may-be-system-line line-looks-like-a-message
            sender-may-have-colon sender-without-space local-time-skipped local-time-twice newest-first rows-outside-period several-periods sign-in-unsigned-column
            prompt-text comment-clock clock-not-set offset-unreadable time-is-digitized time-from-block position-from-block other-time other-position time-from-gps
            clock-differs-from-gps reads-as-said
            """),
        // Pages without text have a count of their own.
        (WarningGroup.Told, """
            all-times-midnight amount-missing beside-chat call date-missing day-from-column edited files-of-mac named-otherwise poll row-not-a-payment
            no-text form-value end-mark-missing tracked-insertion struck-text text-box automatic-number shown-number link-target comment-on comment-on-deleted comment-answers
            comment-resolved size-unknown gps-position-zero
            """),
    }.SelectMany(group => group.Item2.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(key => (Key: key, Group: group.Item1)))
        .Concat(Formats.All.SelectMany(format => format.Warnings).Select(own => (own.Key, Group: own.Value)))
        .ToDictionary(pair => pair.Key, pair => pair.Group, StringComparer.Ordinal);

    /// <summary>The groups that are counted for a person, in the order of what they mean.</summary>
    public static IReadOnlyList<WarningGroup> Counted { get; } = [WarningGroup.Lost, WarningGroup.Unseen, WarningGroup.Absent];

    /// <summary>Keys of the warnings that the table knows.</summary>
    public static IReadOnlyCollection<string> Keys => Table.Keys;

    /// <summary>The group of a warning, with or without a value behind its colon. One that is not known may be of a loss, and counts as that.</summary>
    public static WarningGroup Of(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return Table.GetValueOrDefault(warning.Split(':')[0], WarningGroup.Lost);
    }

    /// <summary>Whether any of the warnings is of a group.</summary>
    public static bool Has(this IReadOnlyList<string> warnings, WarningGroup group)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        return warnings.Any(warning => Of(warning) == group);
    }

    /// <summary>The word by which the texts of a counted group are found, and which addresses use: "lost", "unseen" or "absent".</summary>
    public static string KeyOf(WarningGroup group) => group switch
    {
        WarningGroup.Lost => "lost",
        WarningGroup.Unseen => "unseen",
        _ => "absent",
    };
}

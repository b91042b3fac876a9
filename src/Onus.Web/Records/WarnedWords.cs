using Onus.Domain.Shared;
using Onus.Ingest.Contract;

namespace Onus.Web.Records;

/// <summary>Where the records of a group of warnings are listed, and the word by which its texts are found.</summary>
internal static class WarnedWords
{
    internal static string Key(WarningGroup group) => group switch
    {
        WarningGroup.Lost => "lost",
        WarningGroup.Unseen => "unseen",
        _ => "absent",
    };

    internal static string Href(string reference, WarningGroup group, MaterialId? file = null) =>
        $"/cases/{reference}/chronology?warned={Key(group)}{(file is { } of ? "&file=" + of.Value : "")}";
}

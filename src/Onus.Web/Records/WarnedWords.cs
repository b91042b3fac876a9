using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Web.Records;

/// <summary>Where the records of a group of warnings are listed.</summary>
internal static class WarnedWords
{
    internal static string Href(string reference, WarningGroup group, MaterialId? file = null) =>
        $"/cases/{reference}/chronology?warned={WarningGroups.KeyOf(group)}{(file is { } of ? "&file=" + of.Value : "")}";
}

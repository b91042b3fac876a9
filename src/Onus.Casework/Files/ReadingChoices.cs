using Onus.Domain.Shared;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Casework.Files;

/// <summary>What can be decided about how a file is read, whoever decides it: what no reader knows is no decision, and is not stored as one.</summary>
internal static class ReadingChoices
{
    /// <summary>What is wrong with a decision; null where nothing is. What was not decided is null.</summary>
    /// <returns><c>files.zone-unknown</c>, <c>files.order-unknown</c>, <c>files.charset-unknown</c>, each with what was given.</returns>
    internal static Error? Refuse(string? zone, string? order, string? charset) =>
        zone is not null && !Zones.Has(zone) ? Error.Invalid("files.zone-unknown", ("zone", zone))
        : order is not null && !DateOrders.All.Contains(order) ? Error.Invalid("files.order-unknown", ("order", order))
        : charset is not null && TextCharset.Find(charset) is null ? Error.Invalid("files.charset-unknown", ("charset", charset))
        : null;
}

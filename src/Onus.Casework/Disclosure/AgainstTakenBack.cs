using System.Text.Json.Nodes;
using Onus.Content;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Disclosure;

/// <summary>A citation that spoke against a fact, or of what helps the defence, and was taken back: who took it back, why and when, as the log of the record tells.</summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="SpokeAgainst">Whether it spoke against a fact; else it was cited for what helps the defence.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who, by display name at that time.</param>
/// <param name="At">When, in UTC.</param>
public sealed record AgainstTakenBack(ExhibitId Exhibit, bool SpokeAgainst, string Reason, string By, DateTimeOffset At)
{
    /// <summary>In words, with the reason as the reader may have it.</summary>
    public string Told(Texts texts, Func<string, string> say)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(say);
        return texts.Format(SpokeAgainst ? "disclosure.taken-back-against" : "disclosure.taken-back-for", ("reason", say(Reason)), ("who", By), ("day", DateOnly.FromDateTime(At.UtcDateTime)));
    }

    /// <summary>Those of a case, oldest first. What is cited again for the same stands again.</summary>
    internal static async Task<IReadOnlyList<AgainstTakenBack>> Of(UnitOfWork work, CaseId id, IReadOnlyCollection<ExhibitTie> standing, CancellationToken cancel) =>
    [
        .. from row in await work.Db.Told<ExhibitTie>(id, [Acts.CitationTakenBack], after: -1, cancel)
           let reason = (string?)row.Data?["reason"]
           let tie = row.After is null && reason is { Length: > 0 } ? row.Before : null
           where tie is not null
           let against = Same(tie["bearing"], nameof(Bearing.Undermines))
           // What was taken back along with it, for the same reason, is none of the defence's.
           where against || (row.Data?["asked"] as JsonArray ?? []).Any(asked => Same(asked, (string)tie["id"]!))
           let exhibit = new ExhibitId(Guid.Parse((string)tie["exhibit"]!))
           where !standing.Any(cite => cite.Exhibit == exhibit && Same(tie["fact"], cite.Fact.Value.ToString()) && Same(tie["bearing"], cite.Bearing.ToString()))
           select new AgainstTakenBack(exhibit, against, reason, row.By, row.At),
    ];

    private static bool Same(JsonNode? told, string known) => string.Equals((string?)told, known, StringComparison.Ordinal);
}

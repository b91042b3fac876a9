using Microsoft.EntityFrameworkCore;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// The saved column profiles that one case may read by. A profile that names the holder of an account is of that account: another case is neither shown whose
/// accounts are looked at elsewhere nor read by them, whatever a form says.
/// </summary>
internal static class KnownProfiles
{
    /// <summary>Those without a holder, those that a file of the case is read by, and those whose holder the case knows.</summary>
    internal static async Task<IReadOnlyList<ColumnProfile>> Of(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var profiles = (await work.Db.Profiles.OrderBy(p => p.Name).ToListAsync(cancel)).Select(p => ColumnProfileJson.Parse(p.Json)).Where(p => p.IsOk).Select(p => p.Value).ToList();
        var used = await work.Db.Materials.Where(m => m.CaseId == id && m.Profile != null).Select(m => m.Profile!).Distinct().ToListAsync(cancel);
        var named = (await work.Db.People.Where(p => p.CaseId == id).ToListAsync(cancel)).SelectMany(person => person.Aliases.Append(person.Pseudonym)).ToList();
        return [.. profiles.Where(p => p.Holder is not { Length: > 0 } holder || used.Contains(p.Name) || named.Exists(name => FoldedName.Same(name, holder)))];
    }

    /// <summary>Why a case can't be read by a profile; null where it can.</summary>
    /// <returns><c>files.profile-unknown</c>: the same whether there is none of that name or another case's.</returns>
    internal static async Task<Error?> Refuse(UnitOfWork work, CaseId id, string? profile, CancellationToken cancel) =>
        profile is null or ColumnProfile.NotABankTable || (await Of(work, id, cancel)).Any(known => known.Name == profile) ? null : Error.NotFound("files.profile-unknown", ("profile", profile));
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Reading;
using Onus.Ingest.Tables;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>The files that wait for a person, grouped so that one decision holds for every file that asks the same and shows the same.</summary>
public sealed class GroupDecisions(OnusStore store)
{
    /// <summary>Files that need the same decision.</summary>
    /// <param name="Format">What they are.</param>
    /// <param name="Asks">What is to be decided: <c>zone</c>, <c>date-order</c>, <c>charset</c>, <c>profile</c>.</param>
    /// <param name="Orders">Orders of dates that none of them contradicts; empty where the order is not asked.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Table">How the first of them looks as a table; only where the columns are asked.</param>
    /// <param name="Fitting">The one saved profile that has the shape of this table, to be confirmed; null for none or several.</param>
    public sealed record Group(
        string Format, IReadOnlyList<string> Asks, IReadOnlyList<string> Orders, IReadOnlyList<Material> Files, ProfileSuggestion? Table, string? Fitting);

    /// <summary>Everything the page needs.</summary>
    /// <param name="Groups">The groups, largest first.</param>
    /// <param name="Profiles">Names of saved profiles that this case may read by: those of no account in particular, and those of its own accounts.</param>
    public sealed record Answer(IReadOnlyList<Group> Groups, IReadOnlyList<string> Profiles);

    /// <summary>The groups.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<Answer>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var waiting = await work.Db.Materials.Where(m => m.CaseId == found.Id && m.Status == MaterialStatus.NeedsDecision && m.Withdrawn == null).ToListAsync(cancel);
        var known = await Known(work, found.Id, cancel);
        var groups = waiting
            .Select(file => (File: file, Table: Asks(file).Contains("profile") ? Look(file) : null))
            .GroupBy(x => Key(x.File, x.Table), StringComparer.Ordinal)
            .Select(g => Make([.. g], known))
            .OrderByDescending(g => g.Files.Count)
            .ToArray();
        return new Answer(groups, [.. known.Select(p => p.Name)]);
    }

    // A profile that names the holder of an account is of that account: another case is neither shown whose accounts are looked at elsewhere nor read by them.
    private static async Task<IReadOnlyList<ColumnProfile>> Known(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var profiles = (await work.Db.Profiles.OrderBy(p => p.Name).ToListAsync(cancel)).Select(p => ColumnProfileJson.Parse(p.Json)).Where(p => p.IsOk).Select(p => p.Value).ToList();
        var used = await work.Db.Materials.Where(m => m.CaseId == id && m.Profile != null).Select(m => m.Profile!).Distinct().ToListAsync(cancel);
        var named = (await work.Db.People.Where(p => p.CaseId == id).ToListAsync(cancel)).SelectMany(person => person.Aliases.Append(person.Pseudonym)).ToList();
        return [.. profiles.Where(p => p.Holder is not { Length: > 0 } holder || used.Contains(p.Name) || named.Exists(name => FoldedName.Same(name, holder)))];
    }

    private static Group Make(IReadOnlyList<(Material File, ProfileSuggestion? Table)> members, IReadOnlyList<ColumnProfile> known)
    {
        var first = members[0].File.Summary!;
        return new Group(
            first.Format ?? "",
            Asks(members[0].File),
            first.NeedsDecision.FirstOrDefault(d => d.What == "date-order")?.Options ?? [],
            [.. members.Select(m => m.File).OrderBy(f => f.Name, StringComparer.Ordinal)],
            members[0].Table,
            known.Where(profile => members[0].Table?.Fits(profile) == true).Select(profile => profile.Name).Take(2).ToList() is [var only] ? only : null);
    }

    private static IReadOnlyList<string> Asks(Material file) => [.. file.Summary!.NeedsDecision.Select(d => d.What).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Files ask the same when they ask about the same things, leave the same answers open, come from the same hand and device and, as tables, have the
    /// same head. One phone's clock says nothing about another's: a chat in a zip is decided about by itself.
    /// </summary>
    private static string Key(Material file, ProfileSuggestion? table)
    {
        var asks = file.Summary!.NeedsDecision.Select(d => d.What + ":" + string.Join(',', d.Options));
        var head = table is null ? "" : $"{table.Delimiter}{table.PreambleLines}{(table.Header.Count > 0 ? string.Join('\u001f', table.Header) : table.Kinds)}";
        return string.Join('\u001e', asks.Prepend(file.Summary.Format ?? "").Append(head).Append(SourceOf(file)));
    }

    private static string SourceOf(Material file)
    {
        var device = string.Join(',', file.Factual.Select(f => f.Value).Order());
        return file.Summary!.Format is "whatsapp-zip" ? file.Id.Value.ToString()
            : device.Length > 0 ? device
            : string.Join('\u001f', file.FromPerson?.Value.ToString() ?? file.From, FolderOf(file.Name));
    }

    /// <summary>The folder in the name of a file; empty for none.</summary>
    internal static string FolderOf(string name) => name.LastIndexOfAny(['/', '\\']) is > 0 and var end ? name[..end] : "";

    private ProfileSuggestion? Look(Material file)
    {
        using var bytes = store.Vault.Open(file.VaultName);
        var prefix = new byte[EvidenceFile.PrefixLength];
        var length = bytes.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return ProfileSuggestion.From(
            new EvidenceFile(file.Name, file.Blob, file.Bytes, prefix.AsMemory(0, length), () => store.Vault.Open(file.VaultName)) { Charset = file.Charset });
    }
}

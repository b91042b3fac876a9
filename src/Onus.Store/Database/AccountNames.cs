using Microsoft.EntityFrameworkCore;
using Onus.Domain.People;

namespace Onus.Store.Database;

/// <summary>
/// No two accounts have a name that people would take for the same one: the log and the command line name people, and a case is shared with whoever
/// is chosen by name. The database keeps it by an index over the folded name.
/// </summary>
internal static class AccountNames
{
    /// <summary>The folded name, kept beside each account; see <see cref="FoldedName.KeyOf"/>.</summary>
    internal const string Column = "FoldedName";

    /// <summary>The accounts that a person means by a name or an id: those written exactly so, or else those of the same name.</summary>
    internal static IReadOnlyList<Account> Named(IReadOnlyList<Account> accounts, string name)
    {
        if (Guid.TryParse(name, out var id))
        {
            return [.. accounts.Where(a => a.Id.Value == id)];
        }

        List<Account> exactly = [.. accounts.Where(a => a.Name == name)];
        var key = FoldedName.KeyOf(name);
        return exactly.Count > 0 ? exactly : [.. accounts.Where(a => FoldedName.KeyOf(a.Name) == key)];
    }

    /// <summary>
    /// Gives the accounts of an older folder their folded names. Of those with one name the oldest has it; the others stay without, so that the folder
    /// opens and nobody is renamed, and no further account gets that name.
    /// </summary>
    internal static async Task Fill(OnusContext db, CancellationToken cancel)
    {
        var without = await db.Accounts.Where(a => EF.Property<string?>(a, Column) == null).ToListAsync(cancel);
        if (without.Count == 0)
        {
            return;
        }

        var taken = (await db.Accounts.Select(a => EF.Property<string?>(a, Column)).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var account in without.OrderBy(a => a.Id.Value))
        {
            var key = FoldedName.KeyOf(account.Name);
            if (taken.Add(key))
            {
#pragma warning disable RS0030 // Derived from the name that the log has already; nothing happens in a case.
                await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => EF.Property<string?>(a, Column), key), cancel);
#pragma warning restore RS0030
            }
        }
    }
}

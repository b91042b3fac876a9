using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Practice;

/// <summary>Opens the demo accounts of a practice case where another case has not brought them already. Nobody's own account becomes one.</summary>
public sealed class OpenDemoAccounts(OnusStore store, Texts texts)
{
    /// <summary>The accounts of a practice case.</summary>
    /// <param name="Of">Each by the key of its member.</param>
    /// <param name="Counsel">That of its first prosecutor, who asks for the case in the demo.</param>
    /// <param name="Police">That of its first investigator, who hands in its files.</param>
    public sealed record Opened(IReadOnlyDictionary<string, AccountId> Of, AccountId Counsel, AccountId Police);

    /// <summary>Opens them.</summary>
    /// <param name="folder">The folder of the case, read.</param>
    /// <param name="actor">Who asks; in the demo, where nobody has an account yet, nobody.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>practice.member-missing</c>, <c>practice.members-alike</c>, <c>practice.name-taken</c>.</returns>
    public async Task<Result<Opened>> Handle(PracticeFolder folder, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var from = folder.Case;
        foreach (var role in (ReadOnlySpan<MemberRole>)[MemberRole.Prosecutor, MemberRole.Investigator])
        {
            if (from.Members.All(m => m.Role != role))
            {
                return Error.Invalid("practice.member-missing", ("case", from.Ref), ("role", texts["practice.office." + Word(role)]));
            }
        }

        if (from.Members.GroupBy(m => FoldedName.KeyOf(m.Name), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } alike)
        {
            return Error.Invalid("practice.members-alike", ("case", from.Ref), ("name", alike.First().Name), ("other", alike.Last().Name));
        }

        var all = (await store.Accounts(cancel)).OrderBy(a => a.Id.Value).ToLookup(a => FoldedName.KeyOf(a.Name), StringComparer.Ordinal);
        var known = new Dictionary<string, AccountId>(StringComparer.Ordinal);
        await using var work = store.Begin(actor);
        var added = false;
        foreach (var member in from.Members)
        {
            var named = all[FoldedName.KeyOf(member.Name)];
            if (named.FirstOrDefault(a => a.Demo) is { } demo)
            {
                known.Add(member.Key, demo.Id);
                continue;
            }

            if (named.FirstOrDefault() is { } other)
            {
                return Error.Conflict("practice.name-taken", ("case", from.Ref), ("name", member.Name), ("other", other.Name));
            }

            var account = new Account { Id = new AccountId(Guid.CreateVersion7()), Name = member.Name, Office = texts["practice.office." + Word(member.Role)], Demo = true };
            known.Add(member.Key, account.Id);
            work.Add(account);
            added = true;
        }

        return added && (await work.Commit(new LogEvent(null, Acts.DemoAccountsCreated), cancel)).Error is { } error
            ? error
            : new Opened(known, First(MemberRole.Prosecutor), First(MemberRole.Investigator));

        AccountId First(MemberRole role) => known[from.Members.First(m => m.Role == role).Key];
    }

    /// <summary>Opens them where nobody has an account who could ask, and gives whoever asks for the case then: its prosecutor.</summary>
    /// <returns>As above.</returns>
    public async Task<Result<Actor>> Counsel(PracticeFolder folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var opened = await Handle(folder, new Actor(default, folder.Case.Members.FirstOrDefault(m => m.Role == MemberRole.Prosecutor)?.Name ?? "", []), cancel);
        return opened.Error is { } error ? error : (await store.ActorOf(opened.Value.Counsel, form: null, cancel))!;
    }

    private static string Word(MemberRole role) => role.ToString().ToLowerInvariant();
}

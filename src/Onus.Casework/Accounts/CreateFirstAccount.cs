using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Accounts;

/// <summary>Makes the first account of a new data folder; there is only one until sign-in is built in full.</summary>
public sealed class CreateFirstAccount(OnusStore store)
{
    /// <summary>Whom to make.</summary>
    /// <param name="Name">Name on screens and in the log.</param>
    /// <param name="Office">Office held.</param>
    public sealed record Command(string Name, string Office);

    /// <summary>Makes it.</summary>
    /// <returns><c>accounts.name-missing</c>, <c>accounts.exists</c>.</returns>
    public async Task<Result<Account>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return Error.Invalid("accounts.name-missing");
        }

        await using var work = store.Begin(actor);
        if (await work.Db.Accounts.AnyAsync(cancel))
        {
            return Error.Conflict("accounts.exists");
        }

        var account = new Account { Id = new AccountId(Guid.CreateVersion7()), Name = command.Name.Trim(), Office = command.Office.Trim() };
        work.Add(account);
        var done = await work.Commit(new LogEvent(null, Acts.AccountCreated), cancel);
        return done.Error switch
        {
            null => account,
            // Somebody was faster with the same name.
            { Key: "rows.exists" } => Error.Conflict("accounts.exists"),
            { } error => error,
        };
    }
}

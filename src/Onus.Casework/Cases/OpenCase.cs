using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Cases;

/// <summary>Opens a case. Whoever opens it becomes its prosecutor.</summary>
public sealed partial class OpenCase(OnusStore store)
{
    /// <summary>What to open.</summary>
    /// <param name="Ref">Short name: 2 to 20 capital letters, digits and dashes.</param>
    /// <param name="Title">Title; never a survivor's name.</param>
    /// <param name="Country">Folder of the law pack.</param>
    public sealed record Command(string Ref, string Title, string Country)
    {
        /// <summary>When the first report came in; null where that is not known.</summary>
        public DateOnly? TipOn { get; init; }

        /// <summary>When the charge is to be filed.</summary>
        public DateOnly? ChargeOn { get; init; }

        /// <summary>When the trial begins.</summary>
        public DateOnly? TrialOn { get; init; }

        /// <summary>The day that it is in a practice case; null for the day it is.</summary>
        public DateOnly? Today { get; init; }

        /// <summary>The part of others; <see cref="MemberRole.Unknown"/> for nobody's. Whoever opens the case is its prosecutor whatever stands here.</summary>
        public IReadOnlyDictionary<AccountId, MemberRole> Members { get; init; } = new Dictionary<AccountId, MemberRole>();
    }

    /// <summary>Opens it.</summary>
    /// <returns><c>cases.ref-form</c>, <c>cases.title-missing</c>, <c>cases.member-unknown</c>, <c>cases.ref-taken</c>.</returns>
    public async Task<Result<CaseId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!RefForm().IsMatch(command.Ref))
        {
            return Error.Invalid("cases.ref-form", ("ref", command.Ref));
        }

        if (string.IsNullOrWhiteSpace(command.Title))
        {
            return Error.Invalid("cases.title-missing");
        }

        await using var work = store.Begin(actor);
        var others = command.Members.Where(m => m.Value != MemberRole.Unknown && m.Key != actor.Account).ToList();
        var named = others.Select(m => m.Key).ToList();
        if (await work.Db.Accounts.CountAsync(a => named.Contains(a.Id), cancel) != named.Count)
        {
            return Error.Invalid("cases.member-unknown");
        }

        var opened = new Case
        {
            Id = new CaseId(Guid.CreateVersion7()),
            Ref = command.Ref,
            Title = command.Title.Trim(),
            Country = command.Country,
            TipOn = command.TipOn,
            ChargeOn = command.ChargeOn,
            TrialOn = command.TrialOn,
            Today = command.Today,
            Practice = true, // Until identities can be sealed, every case is practice.
        };
        work.AddCase(
            opened,
            [
                new CaseMember { CaseId = opened.Id, AccountId = actor.Account, Role = MemberRole.Prosecutor },
                .. others.Select(m => new CaseMember { CaseId = opened.Id, AccountId = m.Key, Role = m.Value }),
            ]);
        var done = await work.Commit(new LogEvent(opened.Id, Acts.CaseOpened), cancel);
        return done switch
        {
            { IsOk: true } => opened.Id,
            { Error.Key: "rows.exists" } => Error.Invalid("cases.ref-taken", ("ref", command.Ref)),
            _ => done.Error!,
        };
    }

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{1,19}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefForm();
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Notes something that its holder will delete, or corrects such a note: who holds it, what it is, why it matters, how long it is kept.</summary>
public sealed class WatchRetention(OnusStore store)
{
    /// <summary>The longest time that is taken for meant: a hundred years.</summary>
    public const int MostDays = 36_500;

    /// <summary>What to note.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Watch">The note to correct; null for a new one.</param>
    /// <param name="Version">The version that the person saw; not looked at for a new one.</param>
    /// <param name="Holder">Who holds it.</param>
    /// <param name="What">What kind of records.</param>
    /// <param name="Why">Why they matter.</param>
    /// <param name="RecordsUntil">The last day they are about, from which the days count.</param>
    /// <param name="Days">How many days they are kept; null where that was no number.</param>
    /// <param name="Source">Where the number of days is from.</param>
    public sealed record Command(string Case, Guid? Watch, int Version, string Holder, string What, string Why, DateOnly? RecordsUntil, int? Days, string Source);

    /// <summary>Notes it.</summary>
    /// <returns>
    /// Its id, or <c>cases.not-found</c>, <c>retention.not-found</c>, <c>retention.holder-missing</c>, <c>retention.what-missing</c>, <c>retention.why-missing</c>,
    /// <c>retention.until-missing</c>, <c>retention.days-form</c>, <c>retention.source-missing</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.RetentionWatched, command.Case, actor, async (work, found) =>
        {
            var before = command.Watch is { } id ? await work.Db.Retention.FirstOrDefaultAsync(w => w.CaseId == found.Id && w.Id == id, cancel) : null;
            if (command.Watch is not null && before is null)
            {
                return Error.NotFound("retention.not-found");
            }

            if (before is not null && before.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (Refuse(command) is { } refusal)
            {
                return refusal;
            }

            var watch = (before ?? new RetentionWatch { Id = Guid.CreateVersion7(), CaseId = found.Id, Holder = "", What = "", RecordsUntil = default, Days = 0, Source = "" }) with
            {
                Holder = command.Holder.Trim(),
                What = command.What.Trim(),
                Why = command.Why.Trim(),
                RecordsUntil = command.RecordsUntil!.Value,
                Days = command.Days!.Value,
                Source = command.Source.Trim(),
            };
            if (before is null)
            {
                work.Add(watch);
            }
            else
            {
                work.Change(before, watch);
            }

            work.Call(before is null ? Acts.RetentionWatched : Acts.RetentionChanged);
            return watch.Id;
        }, cancel);
    }

    private static Error? Refuse(Command command)
    {
        foreach (var (text, key) in new[]
        {
            (command.Holder, "retention.holder-missing"), (command.What, "retention.what-missing"), (command.Why, "retention.why-missing"), (command.Source, "retention.source-missing"),
        })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return Error.Invalid(key);
            }
        }

        // Only years that a calendar can add the days to.
        return command.RecordsUntil is not { Year: >= 1900 and < 2200 } ? Error.Invalid("retention.until-missing")
            : command.Days is not (>= 0 and <= MostDays) ? Error.Invalid("retention.days-form")
            : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>Says from whom the same bytes came once more: two who keep the same paper are two who can vouch for it.</summary>
public sealed class NameSecondSource(OnusStore store)
{
    /// <summary>What to say.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Which">Which further arrival, from 0.</param>
    /// <param name="From">From whom, in words.</param>
    public sealed record Command(string Case, MaterialId File, int Version, int Which, string From);

    /// <summary>Records it.</summary>
    /// <returns><c>files.not-found</c>, <c>files.from-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public async Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        var file = found is null ? null : await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
        if (file is null || command.Which < 0 || command.Which >= file.AlsoReceived.Count)
        {
            return Error.NotFound("files.not-found");
        }

        if (string.IsNullOrWhiteSpace(command.From))
        {
            return Error.Invalid("files.from-missing");
        }

        if (file.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        var after = work.Change(file, file with
        {
            AlsoReceived = [.. file.AlsoReceived.Select((also, place) => place == command.Which ? also with { From = command.From.Trim() } : also)],
        });
        var done = await work.Commit(new LogEvent(file.CaseId, Side.Record, "second-source-named"), cancel);
        return done.IsOk ? after : done.Error!;
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>A person's decision about zone, order of dates, character set or columns of a file, on what the file shows.</summary>
public sealed class DecideReading(OnusStore store)
{
    /// <summary>The decision.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">The files it holds for.</param>
    /// <param name="Zone">IANA zone of local times.</param>
    /// <param name="DateOrder"><c>dmy</c>, <c>mdy</c> or <c>ymd</c>.</param>
    /// <param name="Charset">Character set.</param>
    /// <param name="Profile">Name of a saved column profile.</param>
    public sealed record Command(string Case, IReadOnlyList<MaterialId> Files, string? Zone, string? DateOrder, string? Charset, string? Profile);

    /// <summary>Records it; the files can then be read.</summary>
    /// <returns><c>cases.not-found</c>, <c>files.not-found</c>, <c>files.profile-unknown</c>, <c>files.read-already</c>.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var files = await work.Db.Materials.Where(m => command.Files.Contains(m.Id)).ToListAsync(cancel);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null || files.Count == 0 || files.Count != command.Files.Distinct().Count() || files.Any(f => f.CaseId != found.Id))
        {
            return Error.NotFound("files.not-found");
        }

        if (command.Profile is { } name && !await work.Db.Profiles.AnyAsync(p => p.Name == name, cancel))
        {
            return Error.NotFound("files.profile-unknown", ("profile", name));
        }

        if (files.FirstOrDefault(m => m.Status == MaterialStatus.Read) is { } read)
        {
            return Error.Invalid("files.read-already", ("file", read.Title));
        }

        foreach (var file in files)
        {
            work.Change(file, file with
            {
                Zone = Given(command.Zone) ?? file.Zone,
                DateOrder = Given(command.DateOrder) ?? file.DateOrder,
                Charset = Given(command.Charset) ?? file.Charset,
                Profile = Given(command.Profile) ?? file.Profile,
                DecidedBy = actor.Name,
                Status = MaterialStatus.Held,
            });
        }

        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "reading-decided"), cancel);
        return done.IsOk ? files.Count : done.Error!;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

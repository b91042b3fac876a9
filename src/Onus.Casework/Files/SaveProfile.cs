using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Files;

/// <summary>
/// Saves a column profile under a name and reads files by it: what a person confirmed about one statement holds for every other of that bank.
/// </summary>
public sealed class SaveProfile(OnusStore store)
{
    /// <summary>What to save.</summary>
    /// <param name="Case">Short name of the case in whose log it stands.</param>
    /// <param name="Profile">The profile; its name is what people choose it by, in every case of the unit.</param>
    /// <param name="Files">Files to be read by it; may be empty.</param>
    /// <param name="Zone">Zone of the times in these files, where that was asked with the columns; null leaves it.</param>
    /// <param name="Charset">Character set of these files, where that was asked with the columns; null leaves it.</param>
    /// <param name="Undecided">Whether the person saw these files as undecided: then what somebody else decided meanwhile stays.</param>
    public sealed record Command(string Case, ColumnProfile Profile, IReadOnlyList<MaterialId> Files, string? Zone = null, string? Charset = null, bool Undecided = false);

    /// <summary>
    /// Saves it, when it fits the files: each is tried first, so that what does not fit is said at once and takes no name. The very same profile again is no
    /// fault.
    /// </summary>
    /// <returns>
    /// How many files it now holds for; or <c>cases.not-found</c>, <c>files.not-found</c>, <c>files.profile-exists</c>, <c>files.read-already</c>, <c>rows.changed-meanwhile</c>, those of <see cref="ReadingChoices"/>,
    /// <c>files.profile-misfit</c> with the decision that it leaves open, <c>errors.profile-missing-field</c> and its like.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.ProfileSaved, command.Case, actor, async (work, found) =>
        {
            var json = ColumnProfileJson.Write(command.Profile);
            if (ColumnProfileJson.Parse(json).Error is { } fault)
            {
                return fault;
            }

            if (command.Profile.Name == ColumnProfile.NotABankTable)
            {
                return Error.Invalid("files.profile-exists", ("profile", command.Profile.Name));
            }

            var there = await work.Db.Profiles.FirstOrDefaultAsync(p => p.Name == command.Profile.Name, cancel);
            if (there is not null && there.Json != json)
            {
                return Error.Invalid("files.profile-exists", ("profile", command.Profile.Name));
            }

            var files = await work.Db.Materials.Where(m => m.CaseId == found.Id && command.Files.Contains(m.Id)).ToListAsync(cancel);
            if (files.Count != command.Files.Distinct().Count())
            {
                return Error.NotFound("files.not-found");
            }

            if (command.Undecided && files.Exists(m => m.Status != MaterialStatus.NeedsDecision))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (ReadingChoices.Refuse(command.Zone, null, command.Charset) is { } none)
            {
                return none;
            }

            foreach (var file in files.Where(f => f.Status == MaterialStatus.NeedsDecision))
            {
                using var reading = new FileReading(store);
                var tried = await reading.By(file with { Zone = command.Zone ?? file.Zone, Charset = command.Charset ?? file.Charset, Profile = command.Profile.Name }, command.Profile, cancel);
                if (tried.NeedsDecision.FirstOrDefault(d => d.What is "profile" or "charset") is { } open)
                {
                    return Error.Invalid(
                        "files.profile-misfit", ("file", file.Title), ("what", open.What), ("why", open is { What: "profile", Options: [var why] } ? why : "misfit"),
                        ("line", open.Line ?? 1), ("value", open.Value ?? ""));
                }
            }

            if (there is null)
            {
                work.Add(new SavedProfile { Name = command.Profile.Name, Json = json });
            }

            if (await DecideReading.Apply(work, files, _ => new(command.Zone, null, command.Charset, command.Profile.Name), cancel) is { } read)
            {
                return read;
            }

            work.Tell(new { profile = json });
            return files.Count;
        }, cancel);
    }
}

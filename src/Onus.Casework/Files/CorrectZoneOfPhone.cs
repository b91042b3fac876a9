using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Casework.Files;

/// <summary>
/// A zone that was wrong for one file of a phone, put right for others that were read in the same one: one reason, and one act for each file, so that each
/// has its own entry in the log and its own differences. What is refused for one file changes nothing for the others.
/// </summary>
public sealed class CorrectZoneOfPhone(CorrectReading correct, LoadCase load)
{
    /// <summary>What to correct.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">The other files, in the versions that the person saw.</param>
    /// <param name="Zone">IANA zone of local times.</param>
    /// <param name="Reason">Why, in words; it stands with each file.</param>
    public sealed record Command(string Case, IReadOnlyList<(MaterialId File, int Version)> Files, string Zone, string Reason);

    /// <summary>What it came to for one file.</summary>
    /// <param name="File">The file as it was.</param>
    /// <param name="Outcome">The file as it stands now and how many exhibits read otherwise; or what <see cref="CorrectReading.Handle"/> refuses.</param>
    public sealed record One(Material File, Result<CorrectReading.Corrected> Outcome);

    /// <summary>The files that such a correction may be meant for too: of the same phone, read in the same zone.</summary>
    public static IReadOnlyList<Material> Others(Material file, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(snapshot);
        var devices = SamePhone.Devices(snapshot.Foundations);
        return file.Zone is null ? [] :
        [
            .. snapshot.Materials.Where(m => m.Id != file.Id && m is { Withdrawn: null, Status: MaterialStatus.Read, Obtained: not null } && m.Zone == file.Zone && SamePhone.Is(file, m, devices))
                .OrderBy(m => m.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Corrects them, one after the other; everything but the zone stays as it was decided for each.</summary>
    /// <returns>One outcome for each file that is there; <c>cases.not-found</c>.</returns>
    /// <exception cref="IOException">The vault does not have a file, or the disk is full. The files before it are corrected.</exception>
    public async Task<Result<IReadOnlyList<One>>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var loaded = await load.Handle(command.Case, actor, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var done = new List<One>();
        foreach (var (id, version) in command.Files.DistinctBy(f => f.File))
        {
            if (loaded.Value.Materials.FirstOrDefault(m => m.Id == id) is not { } file)
            {
                continue;
            }

            var outcome = await correct.Handle(
                new()
                {
                    Case = command.Case,
                    File = id,
                    Version = version,
                    Reason = command.Reason,
                    Zone = command.Zone,
                    DateOrder = file.DateOrder,
                    Charset = file.Charset,
                    Profile = file.Profile,
                    ScopeFrom = file.ScopeFrom,
                    ScopeTo = file.ScopeTo,
                    ScopePeople = file.ScopePeople,
                },
                actor, cancel);
            done.Add(new(file, outcome));
            // A form acts once: its first act uses it up, the others of the same sending follow.
            actor = outcome.IsOk ? actor with { Form = null } : actor;
        }

        return done;
    }
}

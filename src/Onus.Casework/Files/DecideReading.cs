using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>A person's decision about zone, order of dates, character set or columns of files, on what the files show.</summary>
public sealed class DecideReading(OnusStore store)
{
    /// <summary>The decision.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Files">The files it holds for.</param>
    /// <param name="What">What was decided.</param>
    /// <param name="Undecided">Whether the person saw these files as undecided: then what somebody else decided meanwhile stays.</param>
    public sealed record Command(string Case, IReadOnlyList<MaterialId> Files, Decided What, bool Undecided = false)
    {
        /// <summary>What was decided of single files, where it is something else: chats of one phone share their zone, and not always an order of dates.</summary>
        public IReadOnlyDictionary<MaterialId, Decided> Of { get; init; } = new Dictionary<MaterialId, Decided>();
    }

    /// <summary>What was decided; null or empty leaves what was decided before.</summary>
    /// <param name="Zone">IANA zone of local times.</param>
    /// <param name="DateOrder"><c>dmy</c>, <c>mdy</c> or <c>ymd</c>.</param>
    /// <param name="Charset">Character set.</param>
    /// <param name="Profile">Name of a saved column profile, or <see cref="ColumnProfile.NotABankTable"/> for a table whose rows are kept as they stand.</param>
    public sealed record Decided(string? Zone, string? DateOrder, string? Charset, string? Profile);

    /// <summary>Records it; the files can then be read.</summary>
    /// <returns><c>cases.not-found</c>, <c>files.not-found</c>, <c>files.profile-unknown</c>, those of <see cref="ReadingChoices"/>, <c>files.read-already</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.ReadingDecided, command.Case, actor, async (work, found) =>
        {
            var files = await work.Db.Materials.Where(m => m.CaseId == found.Id && command.Files.Contains(m.Id)).ToListAsync(cancel);
            if (files.Count == 0 || files.Count != command.Files.Distinct().Count())
            {
                return Error.NotFound("files.not-found");
            }

            if (command.Undecided && files.Exists(m => m.Status != MaterialStatus.NeedsDecision))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            foreach (var what in command.Of.Values.Prepend(command.What).Distinct())
            {
                if (ReadingChoices.Refuse(Given(what.Zone), Given(what.DateOrder), Given(what.Charset)) is { } none)
                {
                    return none;
                }

                if (await KnownProfiles.Refuse(work, found.Id, Given(what.Profile), cancel) is { } unknown)
                {
                    return unknown;
                }
            }

            if (await Apply(work, files, file => command.Of.GetValueOrDefault(file.Id, command.What), cancel) is { } read)
            {
                return read;
            }

            return files.Count;
        }, cancel);
    }

    /// <summary>Puts a decision on files inside an act that has begun; an error where one of them was read already.</summary>
    internal static async Task<Error?> Apply(UnitOfWork work, IReadOnlyList<Material> files, Func<Material, Decided> of, CancellationToken cancel)
    {
        if (FileToChange.RefuseContainer(files) is { } container)
        {
            return container;
        }

        if (files.FirstOrDefault(m => m.Status == MaterialStatus.Read) is { } read)
        {
            return Error.Invalid("files.read-already", ("file", read.Title));
        }

        var decided = files.Select(file =>
        {
            var what = of(file);
            return work.Change(file, file with
            {
                Zone = Given(what.Zone) ?? file.Zone,
                DateOrder = Given(what.DateOrder) ?? file.DateOrder,
                Charset = Given(what.Charset) ?? file.Charset,
                Profile = Given(what.Profile) ?? file.Profile,
                DecidedBy = string.Create(CultureInfo.InvariantCulture, $"{work.Actor.Name}, {work.Now:yyyy-MM-dd}"),
                Status = MaterialStatus.Held,
            });
        }).ToList();
        await AskForReading.Apply(work, decided, evenUnusable: false, cancel);
        return null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

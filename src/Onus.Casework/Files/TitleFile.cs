using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// Gives a file a title of its own, where the name under which it was received says too much or too little. The name stays; exhibits and sentences that Onus
/// called after the old title follow.
/// </summary>
public sealed class TitleFile(OnusStore store, Texts texts)
{
    /// <summary>The title.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Title">The title.</param>
    public sealed record Command(string Case, MaterialId File, int Version, string Title);

    /// <summary>Gives it.</summary>
    /// <returns>The file; <c>files.not-found</c>, <c>files.title-missing</c>, <c>files.title-names</c> where it has the name of a survivor, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Material>(Acts.FileTitled, command.Case, actor, async (work, found) =>
        {
            var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
            if (file is null)
            {
                return Error.NotFound("files.not-found");
            }

            var title = command.Title.Trim();
            if (title.Length == 0)
            {
                return Error.Invalid("files.title-missing");
            }

            if (file.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
            if (KnownNames.Of(people, texts).AreIn(title))
            {
                return Error.Invalid("files.title-names");
            }

            if (title == file.Title)
            {
                return file;
            }

            var after = work.Change(file, file with { Title = title });
            foreach (var exhibit in await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id && e.Title == file.Title).ToListAsync(cancel))
            {
                work.Change(exhibit, exhibit with { Title = title });
            }

            await OwnSentences.Follow(work, file.CaseId, people, people, texts, of => of.Id == file.Id ? after : of, new HashSet<ExhibitId>(), of => of, cancel);
            work.Tell(new { file = file.Id });
            return after;
        }, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// What a file rests on by whoever gave it follows from what they are: a suspect's statement rests on whoever took it, a survivor's on the survivor. Where a part
/// changes, what was cited out of the file comes to rest on what the part asks for now; what somebody gave an exhibit besides stays.
/// </summary>
internal sealed class ChangedParts
{
    private readonly Dictionary<MaterialId, (AnswerChange.Answered Was, AnswerChange.Answered Now)> changes = [];
    private readonly IReadOnlyList<Person> people;

    private ChangedParts(IReadOnlyList<Person> people) => this.people = people;

    /// <summary>Finds what changes, and adds the foundations that are asked for and not there yet.</summary>
    /// <param name="work">The act.</param>
    /// <param name="id">The case.</param>
    /// <param name="before">The people as they were.</param>
    /// <param name="after">The people as they will be.</param>
    /// <param name="filed">A file as it will be.</param>
    /// <param name="texts">The words of a foundation that is added.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>files.which-device</c>.</returns>
    public static async Task<Result<ChangedParts>> Of(
        UnitOfWork work, CaseId id, IReadOnlyList<Person> before, IReadOnlyList<Person> after, Func<Material, Material> filed, Texts texts, CancellationToken cancel)
    {
        var found = new ChangedParts(after);
        var turned = (await work.Db.Materials.Where(file => file.CaseId == id && file.FromPerson != null).ToListAsync(cancel))
            .Where(file => Keeper.Wanted(file, before, texts)?.Kind != Keeper.Wanted(filed(file), after, texts)?.Kind).ToList();
        var known = turned.Count == 0 ? [] : await work.Db.Foundations.Where(foundation => foundation.CaseId == id).ToListAsync(cancel);
        foreach (var file in turned)
        {
            var cited = await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == id && exhibit.Material == file.Id).ToListAsync(cancel);
            if (cited.Count == 0)
            {
                continue;
            }

            var there = Keeper.Wanted(file, before, texts) is { } old ? Keeper.Among(known, old, file, cited, before).Value : null;
            var wanted = Keeper.Wanted(filed(file), after, texts);
            var keeper = wanted is null ? (Foundation?)null : Keeper.Among(known, wanted, file, cited, after);
            if (keeper.Error is { } several)
            {
                return several;
            }

            if (wanted is not null && keeper.Value is null)
            {
                known.Add(wanted with { Id = new FoundationId(Guid.CreateVersion7()) });
                work.Add(known[^1]);
            }

            var (was, now) = (new AnswerChange.Answered(file, there?.Id), new AnswerChange.Answered(file, wanted is null ? null : (keeper.Value ?? known[^1]).Id));
            found.changes.Add(file.Id, (was, now));
        }

        return found;
    }

    /// <summary>An exhibit on what the part asks for now.</summary>
    public Exhibit Of(Exhibit exhibit) => exhibit.Material is { } file && changes.TryGetValue(file, out var change)
        ? AnswerChange.Follow(exhibit, change.Was, change.Now, default, people) ?? exhibit
        : exhibit;
}

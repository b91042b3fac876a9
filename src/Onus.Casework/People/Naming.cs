using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// What follows wherever a name comes to a person or leaves one: what was cited under it comes from whoever bears it now, the sentences that Onus wrote say
/// who that is, and whoever has withdrawn is asked nothing more under it.
/// </summary>
internal static class Naming
{
    /// <summary>Follows, in the act that changes the people.</summary>
    /// <param name="work">The act.</param>
    /// <param name="id">The case.</param>
    /// <param name="before">The people as they were.</param>
    /// <param name="after">The people as they will be.</param>
    /// <param name="parts">What follows where the part of somebody changes in the same act; null where none does.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The facts whose sentence followed, and how many exhibits come from somebody else now.</returns>
    internal static async Task<(IReadOnlySet<FactId> Facts, int Exhibits)> Follow(
        UnitOfWork work, CaseId id, IReadOnlyList<Person> before, IReadOnlyList<Person> after, ChangedParts? parts, Texts texts, CancellationToken cancel)
    {
        var facts = await OwnSentences.Follow(work, id, before, after, texts, file => file, new HashSet<ExhibitId>(), file => file, cancel);
        var exhibits = 0;
        var written = await CasePeople.WrittenAs(work, id, cancel);
        foreach (var exhibit in await work.Db.Exhibits.Where(e => e.CaseId == id).ToListAsync(cancel))
        {
            IReadOnlyList<Origin> origins = [.. exhibit.Origins.Select(origin => Now(origin, written.GetValueOrDefault(exhibit.Id), before, after)).Distinct()];
            var isMoved = !origins.SequenceEqual(exhibit.Origins);
            var follows = parts?.Of(exhibit) ?? exhibit;
            if (isMoved || follows != exhibit)
            {
                work.Change(exhibit, isMoved ? follows with { Origins = origins } : follows);
            }

            exhibits += isMoved ? 1 : 0;
        }

        foreach (var request in await work.Db.Requests.Where(r => r.CaseId == id).ToListAsync(cancel))
        {
            if (after.Any(person => person.Wish == TestimonyWish.Withdraws && Asking.Stops(request, person) && !before.Any(was => was.Id == person.Id && Asking.Asks(request, was))))
            {
                work.Change(request, request with { Stopped = texts["wishes.stopped"] });
            }
        }

        return (facts, exhibits);
    }

    // Whose words it is was read from the name; where somebody said otherwise by hand, the name decides nothing.
    private static Origin Now(Origin origin, string? written, IReadOnlyList<Person> before, IReadOnlyList<Person> after)
    {
        if (origin.Person is null)
        {
            return Spellings.OwnerOf(origin.Name, after) is { } owner ? new Origin(owner.Id) : origin;
        }

        return written is null || Spellings.OwnerOf(written, before)?.Id != origin.Person ? origin
            : Spellings.OwnerOf(written, after) is { } now ? new Origin(now.Id)
            : new Origin(null, written);
    }
}

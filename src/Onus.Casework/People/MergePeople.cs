using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// Says that two people are one. It reaches the counts and ties too, so it is counsel's to do; the record and counsel's papers each keep an entry of it.
/// </summary>
public sealed class MergePeople(OnusStore store, Texts texts)
{
    /// <summary>Who is one.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Keep">The person who stays, with this pseudonym.</param>
    /// <param name="KeepVersion">The version of them that was seen.</param>
    /// <param name="Gone">The person who is the same.</param>
    /// <param name="GoneVersion">The version of them that was seen.</param>
    public sealed record Command(string Case, PersonId Keep, int KeepVersion, PersonId Gone, int GoneVersion);

    /// <summary>Merges them.</summary>
    /// <returns>
    /// The person who stays; <c>people.not-found</c>, <c>cases.counsel-only</c>, <c>people.merge-itself</c>, <c>people.merge-against</c>, <c>people.merge-tied</c>, <c>people.merge-ruled</c>, <c>people.merge-real</c> where one who is hidden would bear a real name,
    /// <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<PersonId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<PersonId>(Acts.PeopleMerged, command.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var (keep, gone) = (people.Find(p => p.Id == command.Keep), people.Find(p => p.Id == command.Gone));
            if (keep is null || gone is null)
            {
                return Error.NotFound("people.not-found");
            }

            if ((keep.Version, gone.Version) != (command.KeepVersion, command.GoneVersion))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var db = work.Db;
            var counts = await db.Counts.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel);
            var ties = await db.FactTies.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel);
            var sets = await db.Enough.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel);
            var challenges = await db.Challenges.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel);
            if (Merging.Refuse(keep, gone, counts, ties, sets, challenges) is { } refused)
            {
                return refused;
            }

            // Who becomes somebody who is hidden bears a pseudonym from then on; which of the two stays is theirs to say.
            Person[] left = [.. people.Where(p => p.Id != gone.Id)];
            IReadOnlyList<PersonRole> roles = [.. keep.Roles.Union(gone.Roles)];
            if (Pseudonyms.Hides(roles) && !Pseudonyms.Hides(keep.Roles)
                && Pseudonyms.Refuse(keep.Pseudonym, keep.Id, roles, left, [.. gone.Aliases, .. await CasePeople.RecordedNames(work, keep.CaseId, cancel)]) is { } real)
            {
                return real.Key == "people.pseudonym-real" ? Error.Invalid("people.merge-real", ("keep", keep.Pseudonym), ("gone", gone.Pseudonym)) : real;
            }

            var foundations = await db.Foundations.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel);
            var wishes = await db.Wishes.Where(x => x.CaseId == keep.CaseId && (x.Person == keep.Id || x.Person == gone.Id)).ToListAsync(cancel);
            var merging = new Merging(keep, gone, foundations);
            var merged = merging.Merged(await CasePeople.AreNamed(work, keep.CaseId, gone.Pseudonym, cancel), wishes);
            // Who is a suspect and a survivor both, or no longer the one alone: what they stated rests on what they are together.
            var parts = await ChangedParts.Of(work, keep.CaseId, people, [.. people.Where(p => p.Id != gone.Id).Select(p => p.Id == keep.Id ? merged : p)], merging.Of, texts, cancel);
            if (parts.Error is { } held)
            {
                return held;
            }

            work.Change(keep, merged);
            work.Remove(gone);
            foreach (var foundation in foundations.Where(f => merging.Folded.ContainsKey(f.Id)))
            {
                work.Remove(foundation);
            }

            Move(foundations.Where(f => !merging.Folded.ContainsKey(f.Id)), foundation => merging.Of(foundation) with { Label = OwnLabels.Renamed(foundation.Label, gone.Pseudonym, keep.Pseudonym, texts) ?? foundation.Label });
            Move(wishes, merging.Of);
            Move(await db.Exhibits.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel), exhibit => merging.Of(parts.Value.Of(exhibit)));
            Move(await db.Materials.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel), merging.Of);
            Move(await db.Requests.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel), request => StoppedBy(merged, merging.Of(request)));
            await OwnSentences.Follow(work, keep.CaseId, people, [.. people.Where(p => p.Id != gone.Id).Select(p => p.Id == keep.Id ? merged : p)], texts, merging.Of, new HashSet<ExhibitId>(), file => file, cancel);
            Move(ties, merging.Of);
            Move(counts, merging.Of);
            Move(challenges, merging.Of);
            Move(
                (await db.WhatIfs.Where(x => x.CaseId == keep.CaseId).ToListAsync(cancel)).Where(w => w.Struck.Any(merging.Folded.ContainsKey)),
                kept => kept with { Struck = merging.Of(kept.Struck) });
            return keep.Id;

            // What one of them was asked before anybody knew that it is the one who withdrew.
            EvidenceRequest StoppedBy(Person person, EvidenceRequest request) => person.Wish == TestimonyWish.Withdraws && Asking.Stops(request, person)
                ? request with { Stopped = texts["wishes.stopped"] }
                : request;

            void Move<T>(IEnumerable<T> rows, Func<T, T> of)
                where T : CaseRow
            {
                foreach (var row in rows)
                {
                    if (of(row) is var moved && moved != row)
                    {
                        work.Change(row, moved);
                    }
                }
            }
        }, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Splits one foundation on which stands what several people gave without an order: each giver gets one of their own, their files and exhibits go with it.
/// The shared one stays for what names nobody, and for whatever else was said about it. Whatever was argued or decided about the shared one was about all
/// of them, so then it is not split; and since counsel's papers may hold such an argument, it is counsel's to do.
/// </summary>
public sealed class SplitGiving(OnusStore store)
{
    /// <summary>A foundation that carries what several people gave.</summary>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Givers">From whom its files are, in words.</param>
    /// <param name="Files">How many files stand on it.</param>
    public sealed record Shared(Foundation Foundation, IReadOnlyList<string> Givers, int Files);

    /// <summary>What to split.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Foundation">The foundation.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Words">The name of a foundation of its own, from the name of the giver.</param>
    public sealed record Command(string Case, FoundationId Foundation, int Version, Func<string, DateOnly?, string> Words);

    /// <summary>Those of a case that could be split.</summary>
    internal static async Task<IReadOnlyList<Shared>> Of(UnitOfWork work, CaseId id, IReadOnlyList<Material> files, CancellationToken cancel)
    {
        var given = await work.Db.Foundations.Where(f => f.CaseId == id && f.Kind == FoundationKind.HandedOver && f.Person == null && f.Whose == null).OrderBy(f => f.Id).ToListAsync(cancel);
        var people = given.Count == 0 ? [] : await work.Db.People.Where(p => p.CaseId == id).ToListAsync(cancel);
        return
        [
            .. given.Select(f => (Foundation: f, Files: files.Where(m => m.Obtained == f.Id).ToList()))
                .Select(x => new Shared(
                    x.Foundation,
                    [.. x.Files.Select(m => people.FirstOrDefault(p => p.Id == m.FromPerson)?.Pseudonym ?? m.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    x.Files.Count))
                .Where(s => s.Givers.Count > 1),
        ];
    }

    /// <summary>Splits it.</summary>
    /// <returns>
    /// How many foundations there are now in its place; or <c>foundations.not-found</c>, <c>rows.changed-meanwhile</c>, <c>files.giving-decided</c>,
    /// <c>files.giving-argued</c>, <c>cases.may-not</c>.
    /// </returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        var shared = found is null ? null : await work.Db.Foundations.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == command.Foundation, cancel);
        if (shared is not { Kind: FoundationKind.HandedOver, Person: null, Whose: null })
        {
            return Error.NotFound("foundations.not-found");
        }

        if (shared.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (shared.Status != FoundationStatus.Open)
        {
            return Error.Invalid("files.giving-decided", ("name", shared.Label), ("decided", shared.Decided ?? ""));
        }

        var target = new Target(TargetKind.Foundation, shared.Id.Value);
        if ((await work.Db.Challenges.Where(c => c.CaseId == shared.CaseId).ToListAsync(cancel)).Exists(c => c.On == target || c.Premises.Contains(target)))
        {
            return Error.Invalid("files.giving-argued", ("name", shared.Label));
        }

        var people = await work.Db.People.Where(p => p.CaseId == shared.CaseId).ToListAsync(cancel);
        var foundations = await FileFoundations.Of(work, shared.CaseId, cancel);
        var files = await work.Db.Materials.Where(m => m.CaseId == shared.CaseId && m.Obtained == shared.Id).ToListAsync(cancel);
        var made = new HashSet<FoundationId>();
        List<(Material Before, Material After)> moved = [];
        foreach (var file in files.Where(f => f.FromPerson is not null || f.From.Length > 0))
        {
            var own = foundations.Given(new(null, "", null, command.Words), file.FromPerson, file.From, people);
            made.Add(own);
            moved.Add((file, work.Change(file, file with { Obtained = own })));
        }

        var entry = new LogEvent(shared.CaseId, Acts.GivingSplit, new { foundation = shared.Id });
        if (await work.Hold(entry, cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        foreach (var (file, after) in moved)
        {
            foreach (var (exhibit, follows) in await CorrectAnswers.Standing(work, new(file, null), new(after, null), people, cancel))
            {
                work.Change(exhibit, follows);
            }
        }

        // A kept what-if that strikes the shared one went on striking all that stood on it.
        foreach (var kept in (await work.Db.WhatIfs.Where(w => w.CaseId == shared.CaseId).ToListAsync(cancel)).Where(w => w.Struck.Contains(shared.Id)))
        {
            work.Change(kept, kept with { Struck = [.. kept.Struck.Union(made)] });
        }

        var done = await work.Commit(entry, cancel);
        return done.IsOk ? made.Count : done.Error!;
    }
}

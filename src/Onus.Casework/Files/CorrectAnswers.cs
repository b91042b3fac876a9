using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Corrects an answer to the three questions, with a reason. Exhibits of the file that stand on the old answer follow in the same act, but for those that a
/// person leaves as they are. What the authority covers is corrected with the reading.
/// </summary>
public sealed class CorrectAnswers(OnusStore store, Texts texts)
{
    /// <summary>The answers as they are to be.</summary>
    /// <param name="Version">The version of the file that the person saw.</param>
    /// <param name="Reason">Why it is corrected, in words.</param>
    /// <param name="Answers">The answers; one file, its scope is left as it is.</param>
    /// <param name="Leave">Exhibits that do not follow.</param>
    public sealed record Command(int Version, string Reason, AnswerQuestions.Command Answers, IReadOnlyList<ExhibitId> Leave);

    /// <summary>What it came to.</summary>
    /// <param name="File">The file as it stands now.</param>
    /// <param name="Followed">How many exhibits followed.</param>
    /// <param name="Left">How many stand on the old answer still.</param>
    public sealed record Corrected(Material File, int Followed, int Left);

    /// <summary>Corrects it.</summary>
    /// <returns>
    /// <c>files.not-found</c>, <c>files.reason-missing</c>, <c>files.questions-open</c>, <c>files.nothing-corrected</c>, <c>files.which-device</c>, <c>files.fallen-counsel</c>, <c>files.struck-counsel</c>, <c>exhibits.fallen-counsel</c>, <c>exhibits.struck-counsel</c>, errors of
    /// <see cref="AnswerQuestions"/>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public async Task<Result<Corrected>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        await using var work = store.Begin(actor);
        var found = await FileToChange.Find(work, command.Answers.Case, command.Answers.Files is [var only] ? only : default, command.Version, command.Reason, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var file = found.Value;
        var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
        var foundations = await FileFoundations.Of(work, file.CaseId, cancel);
        if (FileToChange.RefuseContainer([file]) is { } container)
        {
            return container;
        }

        if (file.Obtained is null)
        {
            return Error.Invalid("files.questions-open", ("file", file.Title));
        }

        if (AnswerQuestions.Refuse(command.Answers, foundations, people) is { } refusal)
        {
            return refusal;
        }

        var wanted = AnswerQuestions.Answered(file, command.Answers, command.Answers.FromPerson, foundations, people) with
        {
            ScopeFrom = file.ScopeFrom,
            ScopeTo = file.ScopeTo,
            ScopePeople = file.ScopePeople,
        };
        if (Same(file, wanted))
        {
            return Error.Invalid("files.nothing-corrected");
        }

        var cited = await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id).ToListAsync(cancel);
        var keeper = foundations.Keeper(wanted, cited, people, texts, add: true);
        if (keeper.Error is { } several)
        {
            return several;
        }

        var was = new AnswerChange.Answered(file, foundations.Keeper(file, cited, people, texts, add: false).Value);
        var now = new AnswerChange.Answered(wanted, keeper.Value);
        var after = work.Change(file, wanted);
        var entry = new LogEvent(file.CaseId, Acts.AnswersCorrected, new { file = file.Id, reason = command.Reason.Trim() });
        if (await work.Hold(entry, cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        // What somebody cites out of the file in this moment follows too, or is refused and told: it never stays on the old answer unseen.
        var standing = await Standing(work, was, now, people, cancel);
        foreach (var (exhibit, follows) in standing.Where(s => !command.Leave.Contains(s.Exhibit.Id)))
        {
            work.Change(exhibit, follows);
        }

        // What Onus wrote of these passages says from now on who it is that states it; where an exhibit is left as it is, so is its fact.
        await Cases.OwnSentences.Follow(work, file.CaseId, people, people, texts, of => of.Id == file.Id ? after : of, command.Leave.ToHashSet(), of => of.Id == file.Id ? file : of, cancel);
        var left = standing.Count(s => command.Leave.Contains(s.Exhibit.Id));
        var done = await work.Commit(entry, cancel);
        return done.IsOk ? new Corrected(after, standing.Count - left, left) : done.Error!;
    }

    /// <summary>The exhibits out of a file that stand on its answers, so that a person sees what would follow.</summary>
    /// <returns><c>files.not-found</c>.</returns>
    public Task<Result<IReadOnlyList<Exhibit>>> Standing(string reference, MaterialId id, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyList<Exhibit>>(reference, actor, async (work, found) =>
        {
            var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == id, cancel);
            if (file is null)
            {
                return Error.NotFound("files.not-found");
            }

            var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
            var foundations = await FileFoundations.Of(work, file.CaseId, cancel);
            var exhibits = await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id).OrderBy(e => e.Number).ToListAsync(cancel);
            var answers = new AnswerChange.Answered(file, foundations.Keeper(file, exhibits, people, texts, add: false).Value).Foundations.ToHashSet();
            var withheld = await WithheldFrom.Actor(work, file.CaseId, cancel);
            return exhibits.Where(e => e.Legal.Concat(e.Factual).Concat(e.VouchedBy).Concat(e.LegalAny.SelectMany(way => way))
                    .Concat(e.DerivedFrom.SelectMany(from => from.Unless)).Concat(e.Grounds.SelectMany(ground => ground.Rests)).Any(answers.Contains)
                || e.Origins.Contains(FoundationRules.OriginOf(file, null, people))).Select(e => withheld.From(e, [file], texts["records.privileged-words"])).ToArray();
        }, cancel);
    }

    internal static async Task<List<(Exhibit Exhibit, Exhibit Follows)>> Standing(
        UnitOfWork work, AnswerChange.Answered before, AnswerChange.Answered after, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var file = before.File;
        var exhibits = await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id).OrderBy(e => e.Number).ToListAsync(cancel);
        var cited = exhibits.Select(e => e.Record).OfType<Sha256>().ToList();
        var records = await work.Db.Records.Where(r => r.CaseId == file.CaseId && cited.Contains(r.Id))
            .Select(r => new { r.Id, r.Kind, r.Sender }).ToDictionaryAsync(r => r.Id, r => (r.Kind, r.Sender), cancel);
        return
        [
            .. exhibits
                .Select(e => (Exhibit: e, Follows: AnswerChange.Follow(e, before, after, e.Record is { } record ? records.GetValueOrDefault(record) : default, people)))
                .Where(e => e.Follows is not null)
                .Select(e => (e.Exhibit, e.Follows!)),
        ];
    }

    private static bool Same(Material a, Material b) =>
        (a.Title, a.FromPerson, a.From, a.Statement, a.Obtained, a.Translated) == (b.Title, b.FromPerson, b.From, b.Statement, b.Obtained, b.Translated)
        && a.Factual.ToHashSet().SetEquals(b.Factual);
}

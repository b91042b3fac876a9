using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>What a case holds, in figures that always add up: seen = stored + rejected, and per file seen = records + skipped.</summary>
public sealed class SummariseCase(OnusStore store, FindGaps gaps, WhoAndWhom contacts)
{
    /// <summary>The figures.</summary>
    /// <param name="Seen">Files seen over all drops.</param>
    /// <param name="Stored">Files stored.</param>
    /// <param name="Rejected">Files not stored.</param>
    /// <param name="Read">Files read, without those that were withdrawn since.</param>
    /// <param name="Open">Files whose three questions are open.</param>
    /// <param name="Waiting">Files that are answered for and wait to be read.</param>
    /// <param name="Undecided">Files that need a decision.</param>
    /// <param name="Unusable">Files that can't be read, without those that another replaced since.</param>
    /// <param name="Elements">Elements seen in the files that were read.</param>
    /// <param name="Records">Records read.</param>
    /// <param name="Skipped">Elements skipped, each counted under a reason.</param>
    /// <param name="OutOfScope">Records that no authority covers: counted, not stored.</param>
    /// <param name="First">First day with a record.</param>
    /// <param name="Last">Last day.</param>
    /// <param name="Gaps">What is missing and what will be deleted.</param>
    /// <param name="OneSided">Conversations that have lost a side.</param>
    /// <param name="WithoutText">Pages without words, which are read and which no search finds.</param>
    /// <param name="Warned">Records of which something may be lost, unseen or absent.</param>
    /// <param name="WarnedFiles">Files read of which something may be lost that stands on no record of theirs.</param>
    public sealed record Answer(
        int Seen, int Stored, int Rejected, int Read, int Open, int Waiting, int Undecided, int Unusable,
        long Elements, long Records, long Skipped, long OutOfScope, DateOnly? First, DateOnly? Last,
        FindGaps.Answer Gaps, IReadOnlyList<WhoAndWhom.Pair> OneSided, int WithoutText,
        MayBeLost Warned, int WarnedFiles)
    {
        /// <summary>Recordings that came with messages and that nobody has cited or marked as considered.</summary>
        public int Unheard { get; init; }

        /// <summary>Documents and tables that came with messages, and that nobody handed in as files.</summary>
        public int UnreadAttachments { get; init; }

        /// <summary>Files in zips beside the chats that these are read as, and not handed in as files.</summary>
        public long LeftInZips { get; init; }

        /// <summary>Whether no file has been dropped yet.</summary>
        public bool Empty => Seen == 0 && Stored == 0;
    }

    /// <summary>Adds it up.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<Answer>> Handle(string reference, DateOnly today, Actor actor, CancellationToken cancel)
    {
        var missing = await gaps.Handle(reference, today, actor, cancel);
        var whom = await contacts.Handle(reference, actor, cancel);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null || missing.Error is not null || whom.Error is not null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var runs = await work.Db.ImportRuns.Where(r => r.CaseId == found.Id).ToListAsync(cancel);
        var files = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToListAsync(cancel);
        var totals = work.Db.Totals.Where(t => t.CaseId == found.Id);
        var (first, last) = (await totals.MinAsync(t => t.Day, cancel), await totals.MaxAsync(t => t.Day, cancel));
        // What was withdrawn waits for nothing, and its records are in no figure: it is not counted as read either.
        var waiting = files.Where(f => f.Withdrawn is null).ToList();
        var read = waiting.Where(f => f.Status == MaterialStatus.Read).ToList();
        var replaced = Replaced.Of(files);
        var held = waiting.Where(f => f.Status == MaterialStatus.Held).ToList();
        return new Answer(
            Math.Max(runs.Sum(r => r.Seen), files.Count), files.Count, runs.Sum(r => r.Rejected.Count), read.Count,
            held.Count(f => f.Obtained is null), held.Count(f => f.Obtained is not null),
            waiting.Count(f => f.Status == MaterialStatus.NeedsDecision), waiting.Count(f => f.Status == MaterialStatus.Unusable && !replaced.ContainsKey(f.Id)),
            read.Sum(f => f.Summary?.Seen ?? 0), read.Sum(f => f.Summary?.Records ?? 0), read.Sum(f => (f.Summary?.Skipped ?? []).Sum(s => s.Count)),
            read.Sum(f => f.OutOfScope), Days.Of(first), Days.Of(last),
            missing.Value, [.. whom.Value.Pairs.Where(p => p.OneSided)],
            await totals.PagesWithoutText().SumAsync(t => t.Count, cancel),
            await MayBeLost.Of(work.Db, found.Id, null, cancel), read.Count(f => f.Summary?.Warnings?.Has(WarningGroup.Lost) is true))
        {
            Unheard = await UnheardRecordings.Of(work.Db, found.Id, cancel),
            UnreadAttachments = await Records.UnreadAttachments.Of(work.Db, found.Id, cancel),
            LeftInZips = read.Sum(file => TakenOut.Left(file, files)),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Disclosure;

/// <summary>What of a case is marked for disclosure and what nobody has considered yet, by file. Of the record: counts and challenges play no part.</summary>
public sealed class ListMarks(OnusStore store)
{
    /// <summary>How many items carry each mark.</summary>
    /// <param name="Total">Items.</param>
    /// <param name="Helps">May help the defence.</param>
    /// <param name="Sensitive">Disclosing it may harm someone.</param>
    /// <param name="Privileged">Possibly privileged.</param>
    /// <param name="Open">Nobody has considered it.</param>
    /// <param name="Against">Passages cited against a fact, of which nobody has decided whether they help the defence.</param>
    public sealed record Tally(int Total, int Helps, int Sensitive, int Privileged, int Open, int Against = 0)
    {
        /// <summary>Both together.</summary>
        public static Tally operator +(Tally one, Tally other)
        {
            ArgumentNullException.ThrowIfNull(one);
            ArgumentNullException.ThrowIfNull(other);
            return new(one.Total + other.Total, one.Helps + other.Helps, one.Sensitive + other.Sensitive, one.Privileged + other.Privileged, one.Open + other.Open, one.Against + other.Against);
        }

        internal static Tally Of(Marks marks, int count) =>
            new(count, marks.HelpsDefence ? count : 0, marks.Sensitive ? count : 0, marks.Privileged ? count : 0, marks.ConsideredBy is null ? count : 0);
    }

    /// <summary>A record or a fact that is marked or cited.</summary>
    /// <param name="File">The file of the record; null for a fact and for an object.</param>
    /// <param name="Record">The record; null for a fact, and for an exhibit that is a whole file or an object.</param>
    /// <param name="Fact">The fact; null for a record.</param>
    /// <param name="Marks">Its marks.</param>
    /// <param name="Exhibit">The exhibit, where that is a whole file or an object, which carries no marks of its own.</param>
    public sealed record Item(Material? File, RecordRow? Record, Fact? Fact, Marks Marks, Exhibit? Exhibit = null)
    {
        /// <summary>Whether its words are not printed though it is not marked itself: a fact that repeats those of a record which may be privileged.</summary>
        public bool Withheld { get; init; }

        /// <summary>Whether its words are not printed because it may repeat what nobody sees in the original.</summary>
        public bool Unseen { get; init; }

        /// <summary>The citations of it that spoke against a fact, or for what helps the defence, and were taken back.</summary>
        public IReadOnlyList<AgainstTakenBack> TakenBack { get; init; } = [];

        /// <summary>The cited words of a record, of each exhibit that cites it here; none where nobody cited words of it.</summary>
        public IReadOnlyList<string> Cited { get; init; } = [];

        /// <summary>Whether nobody has decided about it.</summary>
        public bool Awaits => Marks.ConsideredBy is null;
    }

    /// <summary>The lists.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Files">Every file with the tally of its records, those with marks first; a file that is not read has a tally of nothing, and a container is none beside its files.</param>
    /// <param name="Facts">Tally of the facts.</param>
    /// <param name="Marked">Every record and fact that is marked, file by file.</param>
    /// <param name="Against">What is cited against a fact and not marked as helping the defence, file by file, also where somebody has considered it.</param>
    /// <param name="Deleted">What is cited, stands in neither of the other lists, and holds words that were deleted.</param>
    public sealed record Answer(
        CaseSnapshot Case, IReadOnlyList<(Material File, Tally Tally)> Files, Tally Facts, IReadOnlyList<Item> Marked, IReadOnlyList<Item> Against, IReadOnlyList<Item> Deleted)
    {
        /// <summary>Everything together, with the objects that stand in no file.</summary>
        public Tally All => Files.Aggregate(Facts, (sum, file) => sum + file.Tally) with { Against = Against.Count(item => item.Awaits) };

        /// <summary>Files that are not read.</summary>
        public int Unread => Files.Count(file => file.File.Status != MaterialStatus.Read);
    }

    /// <summary>Lists them.</summary>
    /// <returns><c>cases.not-found</c>, also for those who may not see the record.</returns>
    public async Task<Result<Answer>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var loaded = await LoadCase.Of(work, reference, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var of = loaded.Value;
        if (!actor.MaySee(of.Case.Id, CompartmentKind.Record))
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        // Most records of a file carry the same marks, which are none: they are counted where they lie, and only the marked ones are read.
        var all = work.Db.Records.Where(r => r.CaseId == of.Case.Id);
        var counted = await all.GroupBy(r => r.Material).Select(g => new { Material = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var touched = await all.Where(r => r.IsMarked).ToListAsync(cancel);
        var marks = touched.ToLookup(r => r.Material, r => r.Marks);
        var tallies = counted.ToDictionary(c => c.Material, c => marks[c.Material].Aggregate(Tally.Of(new Marks(), c.Count - marks[c.Material].Count()), (sum, one) => sum + Tally.Of(one, 1)));
        var records = touched.Where(r => IsMarked(r.Marks)).ToList();
        var ids = of.Exhibits.Select(e => e.Record).OfType<Sha256>().Distinct().ToList();
        var cited = ids.Count == 0 ? [] : await work.Db.Records.Where(r => r.CaseId == of.Case.Id && ids.Contains(r.Id)).ToListAsync(cancel);
        var privileged = cited.Where(record => record.Marks.Privileged).Select(record => record.Id).ToHashSet();
        var withheld = await Withheld.Repeating(work, of, of.Exhibits.Where(exhibit => exhibit.Record is { } record && privileged.Contains(record)).Select(exhibit => exhibit.Id).ToHashSet(), cancel);
        var unseen = Withheld.Facts(of, Withheld.Unseen(of));
        var undermining = of.ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines).Select(tie => tie.Exhibit).ToHashSet();
        // Why is told of the words.
        var gone = (await AgainstTakenBack.Of(work, of.Case.Id, of.ExhibitTies, cancel)).Select(back => of.Withheld.Exhibits.Contains(back.Exhibit) ? back with { Reason = WithheldWords.Omitted } : back).ToList();
        // An object carries no mark that could be lifted, so it stays listed.
        undermining.UnionWith(gone.Select(back => back.Exhibit).Where(id => of.Exhibits.Any(exhibit => exhibit.Id == id && !cited.Exists(record => record.Id == exhibit.Record))));
        var against = CitedAgainst(of, cited, [.. of.Exhibits.Where(e => undermining.Contains(e.Id))], gone);
        var awaiting = against.Where(item => item.Awaits && item.File is not null).CountBy(item => item.File!.Id).ToDictionary();
        return new Answer(
            of,
            [.. of.Materials.Where(file => file.Status != MaterialStatus.Container).Select(file => (file, (tallies.GetValueOrDefault(file.Id) ?? new Tally(0, 0, 0, 0, 0)) with { Against = awaiting.GetValueOrDefault(file.Id) }))
                .OrderByDescending(pair => pair.Item2.Helps + pair.Item2.Sensitive + pair.Item2.Privileged + pair.Item2.Against > 0).ThenBy(pair => pair.file.Title, StringComparer.Ordinal)],
            of.Facts.Aggregate(new Tally(0, 0, 0, 0, 0), (sum, fact) => sum + Tally.Of(fact.Marks, 1)),
            [
                .. from file in of.Materials
                   join record in records on file.Id equals record.Material
                   orderby file.Title, record.Sequence
                   select new Item(file, record, null, record.Marks)
                   {
                       Cited = Words(record, of.Exhibits),
                       TakenBack = record.Marks.HelpsDefence ? [.. gone.Where(back => of.Exhibits.Any(exhibit => exhibit.Id == back.Exhibit && exhibit.Record == record.Id))] : [],
                   },
                .. of.Facts.Where(fact => IsMarked(fact.Marks)).Select(fact => new Item(null, null, fact, fact.Marks) { Withheld = withheld.Contains(fact.Id), Unseen = unseen.Contains(fact.Id) }),
            ],
            against,
            [
                .. from file in of.Materials
                   join record in cited on file.Id equals record.Material
                   where DeletedWords.Are(record.Warnings) && !IsMarked(record.Marks) && !against.Any(item => item.Record?.Id == record.Id)
                   orderby file.Title, record.Sequence
                   select new Item(file, record, null, record.Marks) { Cited = Words(record, of.Exhibits) },
            ]);
    }

    // Of each exhibit of a record the very words, in the order of their numbers.
    private static IReadOnlyList<string> Words(RecordRow record, IEnumerable<Exhibit> exhibits) =>
        [.. exhibits.Where(exhibit => exhibit.Record == record.Id && exhibit.Quote.Length > 0).OrderBy(exhibit => exhibit.Number).Select(exhibit => exhibit.Quote).Distinct(StringComparer.Ordinal)];

    /// <summary>What these exhibits cite and nobody marked as helping the defence; several exhibits of one passage are one. Objects come last.</summary>
    private static List<Item> CitedAgainst(CaseSnapshot of, List<RecordRow> cited, IReadOnlyList<Exhibit> exhibits, IReadOnlyList<AgainstTakenBack> gone)
    {
        var whole = exhibits.Where(e => !cited.Exists(record => record.Id == e.Record)).ToList();
        var passages = cited.Where(record => !record.Marks.HelpsDefence && exhibits.Any(e => e.Record == record.Id)).ToList();
        return
        [
            .. of.Materials.OrderBy(file => file.Title, StringComparer.Ordinal).SelectMany(file => (IEnumerable<Item>)
            [
                .. whole.Where(e => e.Material == file.Id).Select(e => Whole(file, e)),
                .. passages.Where(record => record.Material == file.Id).OrderBy(record => record.Sequence).Select(record => new Item(file, record, null, record.Marks) { Cited = Words(record, exhibits) }),
            ]),
            .. whole.Where(e => e.Material is null).Select(e => Whole(null, e)),
        ];

        Item Whole(Material? file, Exhibit exhibit) => new(file, null, null, new Marks(), exhibit) { TakenBack = [.. gone.Where(back => back.Exhibit == exhibit.Id)] };
    }

    private static bool IsMarked(Marks marks) => marks.HelpsDefence || marks.Sensitive || marks.Privileged;
}

using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Who writes to, calls and pays whom, over all records of a case, and who is named without being known.</summary>
public sealed class WhoAndWhom(OnusStore store)
{
    /// <summary>All of it.</summary>
    /// <param name="Pairs">Two people who write to each other, most messages first.</param>
    /// <param name="Groups">Messages to more than one other person, by sender and file.</param>
    /// <param name="Payments">Who pays whom, by currency, largest sum first.</param>
    /// <param name="Unknown">Names that belong to nobody of the case yet, those with most records first.</param>
    /// <param name="Left">Names that are no people. Their messages stand in no pair and no group; payments to and from them do.</param>
    /// <param name="Copies">Conversations that two files hold. In a pair of people each message counts once; the messages of a group stand under each file.</param>
    public sealed record Answer(
        IReadOnlyList<Pair> Pairs, IReadOnlyList<Group> Groups, IReadOnlyList<Paid> Payments, IReadOnlyList<Unmapped> Unknown, IReadOnlyList<LeftOut> Left,
        IReadOnlyList<Copy> Copies)
    {
        /// <summary>Entries of two accounts that may be one payment, and are summed as two: one of them does not name everybody.</summary>
        public IReadOnlyList<Maybe> Maybe { get; init; } = [];

        /// <summary>
        /// Names under which a file has no line that it does not itself speak against, as where somebody pasted words of elsewhere into a message: they take part in
        /// no pair and no group of that file, and their lines stand in none.
        /// </summary>
        public IReadOnlyList<Group> InDoubt { get; init; } = [];

        /// <summary>Who calls whom by the lists of carriers, most first.</summary>
        public IReadOnlyList<Called> Calls { get; init; } = [];

        /// <summary>Entries of several statements that may be one payment of one account, and are summed for each.</summary>
        public IReadOnlyList<Listed> MaybeListed { get; init; } = [];
    }

    /// <summary>One payment that several statements of an account list.</summary>
    /// <param name="From">Who pays; null where no file says so.</param>
    /// <param name="To">Who is paid, likewise.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Minor">The amount in minor units, positive.</param>
    /// <param name="On">The day; null where it could not be read.</param>
    /// <param name="Entries">Its entries and their files, at least two; the first is the one that is summed.</param>
    public sealed record Listed(Named? From, Named? To, string Currency, int Decimals, long Minor, DateOnly? On, IReadOnlyList<(Sha256 Record, Material File)> Entries);

    /// <summary>Two entries that may be one payment.</summary>
    /// <param name="From">Who pays, where one of them says so.</param>
    /// <param name="To">Who is paid, likewise.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Entries">The two.</param>
    public sealed record Maybe(Named? From, Named? To, string Currency, int Decimals, Twice Entries);

    /// <summary>A conversation that two files hold.</summary>
    /// <param name="First">One file.</param>
    /// <param name="Second">The other.</param>
    /// <param name="What">What they have in common.</param>
    public sealed record Copy(Material First, Material Second, SameChat.Common What);

    /// <summary>One payment that two accounts have.</summary>
    /// <param name="Minor">The amount in minor units.</param>
    /// <param name="Paid">The entry in the account of who pays.</param>
    /// <param name="PaidOn">Its day.</param>
    /// <param name="Received">The entry in the account of who is paid.</param>
    /// <param name="ReceivedOn">Its day.</param>
    /// <param name="Filled">Whether one of them does not name everybody, and the other says who it is.</param>
    public sealed record Twice(long Minor, Sha256 Paid, DateOnly PaidOn, Sha256 Received, DateOnly ReceivedOn, bool Filled = false);

    /// <summary>How the key of an account begins whose holder the statement does not name; the file's id follows, and its title stands for the name.</summary>
    public const string AccountKey = "account-";

    internal static string AccountOf(MaterialId file) => AccountKey + file.Value.ToString("N");

    /// <summary>A name that is no person.</summary>
    /// <param name="Row">Who was found to be none.</param>
    /// <param name="Named">The name, for addresses.</param>
    /// <param name="Messages">Messages under it, which stand in no pair and no group.</param>
    public sealed record LeftOut(NotAPerson Row, Named Named, int Messages);

    /// <summary>Two people who write to each other.</summary>
    /// <param name="A">The one who writes more.</param>
    /// <param name="B">The other.</param>
    /// <param name="There">Messages from A to B.</param>
    /// <param name="Back">Messages from B to A.</param>
    /// <param name="First">First day with a message.</param>
    /// <param name="Last">Last day.</param>
    public sealed record Pair(Named A, Named B, int There, int Back, DateOnly? First, DateOnly? Last)
    {
        /// <summary>Whether one side hardly ever answers.</summary>
        public bool OneSided => Domain.Evidence.OneSided.Is(There, Back);
    }

    /// <summary>Messages to a group, or to nobody whom the file names.</summary>
    /// <param name="From">Who writes.</param>
    /// <param name="File">The file.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Others">How many others write there; 0 where nobody answers in the file.</param>
    /// <param name="Count">Messages.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    public sealed record Group(Named From, MaterialId File, string Title, int Others, int Count, DateOnly? First, DateOnly? Last);

    /// <summary>Calls and text messages from one to another, as carriers list them: that they were made, not what was said.</summary>
    /// <param name="From">Who calls; null where the list does not say.</param>
    /// <param name="To">Who is called; null likewise.</param>
    /// <param name="Calls">Calls.</param>
    /// <param name="Texts">Text messages.</param>
    /// <param name="Twice">Entries beside these that list the same calls and texts in another file, at the same second.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    public sealed record Called(Named? From, Named? To, int Calls, int Texts, int Twice, DateOnly? First, DateOnly? Last);

    /// <summary>Payments from one to another in one currency.</summary>
    /// <param name="From">Who pays.</param>
    /// <param name="To">Who is paid; null where the source does not say.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Minor">Sum in minor units, positive; what looks like the same payment, seen from both banks or listed by several statements of one account, is in it once.</param>
    /// <param name="Count">Entries, those of both banks and of every statement.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    /// <param name="Months">Sums and numbers of payments by month, in order, each payment in the month in which it left.</param>
    /// <param name="Twice">Payments that stand in the accounts of both.</param>
    /// <param name="Again">Payments that several statements of one account list.</param>
    public sealed record Paid(
        Named? From, Named? To, string Currency, int Decimals, long Minor, int Count, DateOnly? First, DateOnly? Last,
        IReadOnlyList<(CalendarMonth Month, long Minor, int Count)> Months, IReadOnlyList<Twice> Twice, IReadOnlyList<Listed> Again)
    {
        /// <summary>Entries among them that the other bank may list too, under other names: they may be fewer payments than all lines together say.</summary>
        public int Maybe { get; init; }

        /// <summary>How many payments the entries are.</summary>
        public int Payments => Count - Twice.Count - Again.Sum(one => one.Entries.Count - 1);
    }

    /// <summary>A name that belongs to nobody of the case.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Records">Records that name it.</param>
    /// <param name="Likely">Who it likely is, as somebody bears the same name written otherwise; null where nothing says so.</param>
    public sealed record Unmapped(Named Name, int Records, PersonId? Likely);

    /// <summary>Counts it. The database counts; what comes back is one row a sender and file, and one a payer, payee and month.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Answer>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<Answer>(reference, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var names = new Names(people);
            var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToDictionaryAsync(m => m.Id, cancel);
#pragma warning disable RS0030 // What is counted is the same for every reader; no words come out of it.
            var records = work.Db.WholeRecords.Current().Where(r => r.CaseId == found.Id);
#pragma warning restore RS0030
            var totals = work.Db.Totals.Where(t => t.CaseId == found.Id);
            var doubt = (await records.Where(r => r.Kind == RecordKind.Message && r.Sender != null && r.IsWarned).Select(r => new { r.Id, r.Material, Sender = r.Sender!, r.Receiver, r.Day, r.Warnings }).ToListAsync(cancel))
                .Where(r => r.Warnings.Any(ReadWarnings.IsOfPlace)).ToList();
            var pasted = doubt.Select(r => r.Id).ToList();
            var pastedOn = doubt.CountBy(r => (r.Material, r.Sender, r.Receiver, r.Day)).ToDictionary();
            var onDays = await OnDays(totals, cancel);
            var written = Written(onDays.Select(d => d with { Count = d.Count - pastedOn.GetValueOrDefault((d.File, d.From, d.To, d.First)) }).Where(d => d.Count > 0));
            var doubted = Written(pastedOn.Select(d => new Sent(d.Key.Material, d.Key.Sender, d.Key.Receiver, d.Value, d.Key.Day, d.Key.Day)));
            var notPeople = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).OrderBy(n => n.Id).ToListAsync(cancel);
            var none = notPeople.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
            bool OfNobody(Sent row) => none.Contains(row.From) || (row.To is not null && none.Contains(row.To));
            var certain = pasted.Count == 0 ? records : records.Where(r => !pasted.Contains(r.Id));
            // Nothing stands in two files where only one has messages: the words of all of them need not be compared.
            var chats = written.Select(w => w.File).Distinct().Skip(1).Any() ? await FindCopies.Chats(certain, names, cancel) : [];
            var (pairs, groups) = Messages([.. written.Where(w => !OfNobody(w))], materials, people, names, chats);
            var pays = await totals.AnyAsync(t => t.Kind == RecordKind.Payment, cancel);
            var copies = !pays ? new([], [], [], []) : await FindCopies.Payments(records, names, materials, cancel);
            var sums = new SumPayments(materials, names, copies);
            var apart = sums.Apart;
            var moved = !pays ? [] : await records.Where(r => r.Kind == RecordKind.Payment && r.AmountMinor != null && !apart.Contains(r.Id))
                .GroupBy(r => new
                {
                    r.Material,
                    r.Sender,
                    r.Receiver,
                    Out = r.AmountMinor < 0,
                    Currency = r.Currency ?? "",
                    Decimals = r.CurrencyDecimals ?? 0,
                    Month = r.Day == null ? null : r.Day.Substring(0, 7),
                })
                .Select(g => new SumPayments.Moved(
                    g.Key.Material, g.Key.Out, g.Key.Out ? g.Key.Sender : g.Key.Receiver, g.Key.Out ? g.Key.Receiver : g.Key.Sender, g.Key.Currency, g.Key.Decimals,
                    Math.Abs(g.Sum(r => r.AmountMinor!.Value)), g.Count(), g.Min(r => r.Day), g.Max(r => r.Day)))
                .ToListAsync(cancel);
            var calls = await CountCalls.Of(totals, cancel);
            return new Answer(pairs, groups, sums.Of(moved), [.. Unknown([.. written, .. doubted], [.. moved, .. sums.MovedApart], calls, people, names).Where(u => !none.Contains(u.Name.Shown))],
                [.. notPeople.Select(n => new LeftOut(n, names.Of(n.Name), written.Concat(doubted).Where(w => w.From == n.Name || w.To == n.Name).Sum(w => w.Count)))],
                [.. chats.Select(c => new Copy(materials[c.First], materials[c.Second], c.What))])
            {
                InDoubt =
                [
                    .. doubted.Where(w => !OfNobody(w)).GroupBy(w => (w.File, names.Of(w.From).Key)).Select(g => new Group(
                        names.Of(g.First().From), g.Key.File, materials[g.Key.File].Title, 0, g.Sum(w => w.Count), Days.Of(g.Min(w => w.First)), Days.Of(g.Max(w => w.Last))))
                        .OrderBy(g => g.Title, StringComparer.Ordinal).ThenBy(g => g.From.Shown, StringComparer.Ordinal),
                ],
                Maybe = sums.Maybe,
                MaybeListed = sums.MaybeListed,
                Calls = calls.Count == 0 ? [] : await CountCalls.Between(calls, records, names, cancel),
            };
        }, cancel);
    }

    private static (List<Pair> Pairs, List<Group> Groups) Messages(
        List<Sent> written, Dictionary<MaterialId, Material> materials, List<Person> people, Names names,
        IReadOnlyList<(MaterialId First, MaterialId Second, SameChat.Common What)> chats)
    {
        // What the second file of a conversation has in common with the first, by who wrote it, is counted in the first. With three files the most that either has.
        var copies = chats.SelectMany(c => c.What.ByWhom.Select(by => (c.Second, Who: by.Key, Count: by.Value)))
            .GroupBy(c => (c.Second, c.Who)).ToDictionary(g => g.Key, g => g.Max(c => c.Count));
        var directed = new List<(Named From, Named To, Sent Row)>();
        var groups = new List<Group>();
        foreach (var file in written.GroupBy(w => w.File))
        {
            var inFile = file.Select(w => names.Of(w.From)).DistinctBy(n => n.Key).ToList();
            if (inFile.Count == 1 && people.FirstOrDefault(p => p.Id == materials[file.Key].FromPerson) is { } owner && Names.Of(owner).Key != inFile[0].Key)
            {
                // Whoever's phone it was takes part, also where every message of theirs is missing.
                inFile.Add(Names.Of(owner));
            }

            foreach (var row in file)
            {
                var from = names.Of(row.From);
                var others = inFile.Where(n => n.Key != from.Key).ToList();
                if (row.To is not null || others.Count == 1)
                {
                    var copied = Math.Min(row.Count, copies.GetValueOrDefault((row.File, from.Key)));
                    copies[(row.File, from.Key)] = copies.GetValueOrDefault((row.File, from.Key)) - copied;
                    directed.Add((from, row.To is null ? others[0] : names.Of(row.To), row with { Count = row.Count - copied }));
                }
                else
                {
                    groups.Add(new Group(from, row.File, materials[row.File].Title, others.Count, row.Count, Days.Of(row.First), Days.Of(row.Last)));
                }
            }
        }

        var pairs = directed
            .GroupBy(d => string.CompareOrdinal(d.From.Key, d.To.Key) < 0 ? (d.From.Key, d.To.Key) : (d.To.Key, d.From.Key))
            .Select(pair =>
            {
                var busiest = pair.GroupBy(d => d.From.Key, StringComparer.Ordinal).MaxBy(g => g.Sum(d => d.Row.Count))!.First();
                return new Pair(
                    busiest.From, busiest.To,
                    pair.Where(d => d.From.Key == busiest.From.Key).Sum(d => d.Row.Count),
                    pair.Where(d => d.From.Key != busiest.From.Key).Sum(d => d.Row.Count),
                    Days.Of(pair.Min(d => d.Row.First)), Days.Of(pair.Max(d => d.Row.Last)));
            })
            .OrderByDescending(p => p.There + p.Back).ThenBy(p => p.A.Shown, StringComparer.Ordinal).ToList();
        return (pairs, [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.From.Shown, StringComparer.Ordinal)]);
    }

    private static async Task<List<Sent>> OnDays(IQueryable<RecordTotal> totals, CancellationToken cancel) =>
        await totals.Where(t => t.Kind == RecordKind.Message && t.Sender != null)
            .GroupBy(t => new { t.Material, t.Sender, t.Receiver, t.Day })
            .Select(g => new Sent(g.Key.Material, g.Key.Sender!, g.Key.Receiver, g.Sum(t => t.Count), g.Key.Day, g.Key.Day))
            .ToListAsync(cancel);

    private static List<Sent> Written(IEnumerable<Sent> onDays) =>
        [.. onDays.GroupBy(d => (d.File, d.From, d.To)).Select(g => new Sent(g.Key.File, g.Key.From, g.Key.To, g.Sum(d => d.Count), g.Min(d => d.First), g.Max(d => d.Last)))];

    private static List<Unmapped> Unknown(List<Sent> written, List<SumPayments.Moved> moved, List<CountCalls.Listed> calls, List<Person> people, Names names)
    {
        var likely = new LikelySpelling(people);
        return [.. written.Select(w => (w.From, w.Count))
            .Concat(moved.SelectMany(m => new[] { (m.From, m.Count), (m.To, m.Count) }).Concat(calls.SelectMany(c => new[] { (c.From, c.Count), (c.To, c.Count) })).Where(n => n.Item1 is not null).Select(n => (n.Item1!, n.Item2)))
            .GroupBy(n => n.Item1, StringComparer.Ordinal)
            .Select(g => (Name: names.Of(g.Key), Records: g.Sum(n => n.Item2)))
            .Where(u => u.Name.Person is null)
            .Select(u => new Unmapped(u.Name, u.Records, likely.Of(u.Name.Shown)))
            .OrderByDescending(u => u.Records).ThenBy(u => u.Name.Shown, StringComparer.Ordinal)];
    }

    private sealed record Sent(MaterialId File, string From, string? To, int Count, string? First, string? Last);
}

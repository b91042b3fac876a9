using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Who writes to and pays whom, over all records of a case, and who is named without being known.</summary>
public sealed class WhoAndWhom(OnusStore store)
{
    /// <summary>All of it.</summary>
    /// <param name="Pairs">Two people who write to each other, most messages first.</param>
    /// <param name="Groups">Messages to more than one other person, by sender and file.</param>
    /// <param name="Payments">Who pays whom, by currency, largest sum first.</param>
    /// <param name="Unknown">Names that belong to nobody of the case yet, those with most records first.</param>
    /// <param name="Left">Names that are no people. Their messages stand in no pair and no group; payments to and from them do.</param>
    public sealed record Answer(
        IReadOnlyList<Pair> Pairs, IReadOnlyList<Group> Groups, IReadOnlyList<Paid> Payments, IReadOnlyList<Unmapped> Unknown, IReadOnlyList<LeftOut> Left);

    /// <summary>How the key of an account begins whose holder the statement does not name; the file's id follows, and its title stands for the name.</summary>
    public const string AccountKey = "account-";

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

    /// <summary>Payments from one to another in one currency.</summary>
    /// <param name="From">Who pays.</param>
    /// <param name="To">Who is paid; null where the source does not say.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Minor">Sum in minor units, positive.</param>
    /// <param name="Count">Payments.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    /// <param name="Months">Sums by month, in order.</param>
    public sealed record Paid(
        Named? From, Named? To, string Currency, int Decimals, long Minor, int Count, DateOnly? First, DateOnly? Last,
        IReadOnlyList<(CalendarMonth Month, long Minor, int Count)> Months);

    /// <summary>A name that belongs to nobody of the case.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Records">Records that name it.</param>
    public sealed record Unmapped(Named Name, int Records);

    /// <summary>Counts it. The database counts; what comes back is one row a sender and file, and one a payer, payee and month.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<Answer>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        var names = new Names(people);
        var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToDictionaryAsync(m => m.Id, cancel);
        var records = work.Db.Records.Current().Where(r => r.CaseId == found.Id);
        var written = await records.Where(r => r.Kind == RecordKind.Message && r.Sender != null)
            .GroupBy(r => new { r.Material, r.Sender, r.Receiver })
            .Select(g => new Written(g.Key.Material, g.Key.Sender!, g.Key.Receiver, g.Count(), g.Min(r => r.Day), g.Max(r => r.Day)))
            .ToListAsync(cancel);
        var notPeople = await work.Db.NotPeople.Where(n => n.CaseId == found.Id).OrderBy(n => n.Id).ToListAsync(cancel);
        var none = notPeople.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        bool OfNobody(Written row) => none.Contains(row.From) || (row.To is not null && none.Contains(row.To));
        var (pairs, groups) = Messages([.. written.Where(w => !OfNobody(w))], materials, people, names);
        var moved = await records.Where(r => r.Kind == RecordKind.Payment && r.AmountMinor != null)
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
            .Select(g => new Moved(
                g.Key.Material, g.Key.Out, g.Key.Out ? g.Key.Sender : g.Key.Receiver, g.Key.Out ? g.Key.Receiver : g.Key.Sender, g.Key.Currency, g.Key.Decimals,
                Math.Abs(g.Sum(r => r.AmountMinor!.Value)), g.Count(), g.Min(r => r.Day), g.Max(r => r.Day)))
            .ToListAsync(cancel);
        return new Answer(pairs, groups, Payments(moved, materials, names), [.. Unknown(written, moved, names).Where(u => !none.Contains(u.Name.Shown))],
            [.. notPeople.Select(n => new LeftOut(n, names.Of(n.Name), written.Where(w => w.From == n.Name || w.To == n.Name).Sum(w => w.Count)))]);
    }

    private static (List<Pair> Pairs, List<Group> Groups) Messages(
        List<Written> written, Dictionary<MaterialId, Material> materials, List<Person> people, Names names)
    {
        var directed = new List<(Named From, Named To, Written Row)>();
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
                    directed.Add((from, row.To is null ? others[0] : names.Of(row.To), row));
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

    // A statement that does not name its account holder is about one account all the same: money in and money out of it are never one sum.
    private static List<Paid> Payments(List<Moved> moved, Dictionary<MaterialId, Material> materials, Names names)
    {
        return [.. moved
            .Select(m => (
                From: m.From is not null ? names.Of(m.From) : m.Out ? Account(m.File) : null,
                To: m.To is not null ? names.Of(m.To) : m.Out ? null : Account(m.File),
                Row: m))
            .GroupBy(m => (From: m.From?.Key, To: m.To?.Key, m.Row.Currency, m.Row.Decimals))
            .Select(g => new Paid(
                g.First().From, g.First().To, g.Key.Currency, g.Key.Decimals,
                g.Sum(m => m.Row.Minor), g.Sum(m => m.Row.Count),
                Days.Of(g.Min(m => m.Row.First)), Days.Of(g.Max(m => m.Row.Last)),
                [.. g.Where(m => Days.Of(m.Row.First) is not null)
                    .GroupBy(m => CalendarMonth.Of(Days.Of(m.Row.First)!.Value))
                    .OrderBy(month => month.Key)
                    .Select(month => (month.Key, month.Sum(m => m.Row.Minor), month.Sum(m => m.Row.Count)))]))
            .OrderByDescending(p => p.Minor).ThenBy(p => p.From?.Shown, StringComparer.Ordinal)];

        Named Account(MaterialId file) => new(null, materials[file].Title, AccountKey + file.Value.ToString("N"));
    }

    private static List<Unmapped> Unknown(List<Written> written, List<Moved> moved, Names names) =>
        [.. written.Select(w => (w.From, w.Count))
            .Concat(moved.SelectMany(m => new[] { (m.From, m.Count), (m.To, m.Count) }).Where(n => n.Item1 is not null).Select(n => (n.Item1!, n.Item2)))
            .GroupBy(n => n.Item1, StringComparer.Ordinal)
            .Select(g => new Unmapped(names.Of(g.Key), g.Sum(n => n.Item2)))
            .Where(u => u.Name.Person is null)
            .OrderByDescending(u => u.Records).ThenBy(u => u.Name.Shown, StringComparer.Ordinal)];

    private sealed record Written(MaterialId File, string From, string? To, int Count, string? First, string? Last);

    /// <summary>What one name paid another in one month, as the accounts state it; one of them may be unnamed.</summary>
    private sealed record Moved(MaterialId File, bool Out, string? From, string? To, string Currency, int Decimals, long Minor, int Count, string? First, string? Last);
}

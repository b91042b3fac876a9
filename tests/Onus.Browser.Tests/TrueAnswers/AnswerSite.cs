using System.Text;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Seeds;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

[assembly: AssemblyFixture(typeof(Onus.Browser.Tests.TrueAnswers.AnswerSite))]

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>
/// One site for all tests of what an answer says. Every test has a case of its own with the same people and files, and no count, no exhibit and no fact:
/// those are entered through the pages. It starts when the first test wants it.
/// </summary>
public sealed class AnswerSite : IAsyncDisposable
{
    /// <summary>Her own statement.</summary>
    public const string HerStatement = "statement-b.docx";

    /// <summary>What her friend told.</summary>
    public const string Friend = "statement-friend.docx";

    /// <summary>A chat out of her phone, with her consent.</summary>
    public const string Phone = "chat.txt";

    /// <summary>A book found under the warrant.</summary>
    public const string Book = "tally-book.docx";

    /// <summary>What Survivor C told.</summary>
    public const string OtherStatement = "statement-c.docx";

    /// <summary>The one case that is not under the law of Kestria.</summary>
    public const string American = "YEAR-US";

    private static readonly string[] Cases =
        ["CONTEST", "TWO", "NEWCOMER", "WHOM-by", "WHOM-about", "STRUCK", "TAINT-A", "TAINT-B", "SPLIT", "REPEATS", "PHONE", "WITNESS", "ROLE", "RESTS", "KEYS", "DIGIT", "MANY", "ABOUT", "TOGETHER", "LOOKS", American];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-answers-");
    private readonly Dictionary<string, List<RecordRow>> records = new(StringComparer.Ordinal);
    private readonly Account counsel = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor", Demo = true };
    private readonly Lazy<Task<OnusSite>> site;

    public AnswerSite() => site = new(Start);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (site.IsValueCreated)
        {
            await (await site.Value).DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Counsel at a case, signed in.</summary>
    internal async Task<Desk> Open(Browser browser, string name, int width = 1280, bool bypassPolicy = false)
    {
        Assert.Contains(name, Cases);
        return new Desk(await Walk.DemoSite.Enter(browser, await site.Value, width, dark: false, bypassPolicy), name, records);
    }

    private async Task<OnusSite> Start()
    {
        using (var store = await OnusStore.Open(folder.FullName, null, TimeProvider.System, default))
        {
            await using (var work = store.Begin(new Actor(counsel.Id, counsel.Name, [])))
            {
                work.Add(counsel);
                foreach (var name in Cases)
                {
                    var id = new CaseId(Guid.CreateVersion7());
                    work.AddCase(
                        new Case { Id = id, Ref = name, Title = "The brick yard", Country = name == American ? "us" : "kestria", Practice = true, TipOn = new DateOnly(2024, 4, 2), Today = new DateOnly(2024, 9, 1) },
                        [new CaseMember { CaseId = id, AccountId = counsel.Id, Role = MemberRole.Prosecutor }]);
                }

                await Done(work, new LogEvent(null, Acts.AccountCreated));
            }

            var actor = (await store.ActorOf(counsel.Id, null, default))!;
            await using var filling = store.Begin(actor);
            foreach (var id in filling.Db.Cases.Select(one => one.Id).ToList())
            {
                await Fill(store, filling, id);
            }

            await Done(filling, new LogEvent(null, Acts.AccountCreated));
        }

        return await OnusSite.StartAsync(("Onus:Data", folder.FullName));
    }

    private static async Task Done(UnitOfWork work, LogEvent what) => Assert.Null((await work.Commit(what, default)).Error);

    private async Task Fill(OnusStore store, UnitOfWork work, CaseId at)
    {
        Person Someone(string name, PersonRole role, params string[] known)
        {
            var person = new Person { Id = new(Guid.CreateVersion7()), CaseId = at, Pseudonym = name, Roles = [role], Aliases = known };
            work.Add(person);
            return person;
        }

        Foundation Way(FoundationKind kind, string label, PersonId? whose = null)
        {
            var way = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = at, Kind = kind, Label = label, Legal = true, Whose = whose };
            work.Add(way);
            return way;
        }

        Someone("Defendant 1", PersonRole.Defendant, "Foreman");
        var her = Someone("Survivor B", PersonRole.Survivor, "B");
        var other = Someone("Survivor C", PersonRole.Survivor);
        var friend = Someone("Friend 1", PersonRole.Witness);
        var told = Way(FoundationKind.HandedOver, "Told to the police of their own accord");
        await Add(HerStatement, new() { FromPerson = her.Id, Statement = true }, told);
        await Add(OtherStatement, new() { FromPerson = other.Id, Statement = true }, told);
        await Add(Friend, new() { FromPerson = friend.Id, Statement = true }, told);
        await Add(Phone, new() { FromPerson = her.Id, Zone = "Europe/Lisbon", DateOrder = "dmy" }, Way(FoundationKind.Consent, "Consent to the copy of a phone", her.Id));
        await Add(Book, new() { From = "Officer 4" }, Way(FoundationKind.Warrant, "Search warrant for the brick yard"));

        async Task Add(string name, Given given, Foundation obtained)
        {
            using var bytes = new MemoryStream(Files[name]);
            var stored = await store.Vault.Store(bytes, default);
            var material = new Material
            {
                Id = new(Guid.CreateVersion7()),
                CaseId = at,
                Name = name,
                Title = name,
                Blob = stored.Hash,
                VaultName = stored.Name,
                Bytes = stored.Bytes,
                ReceivedAt = new DateTimeOffset(2024, 8, 1, 9, 0, 0, TimeSpan.Zero),
                Run = Guid.CreateVersion7(),
                Status = MaterialStatus.Read,
                Obtained = obtained.Id,
                FromPerson = given.FromPerson,
                From = given.From,
                Statement = given.Statement,
                Zone = given.Zone,
                DateOrder = given.DateOrder,
                DecidedBy = counsel.Name,
            };
            var rows = new List<RecordRow>();
            var summary = FileReader.Read(
                EvidenceFile.Of(name, Files[name]), new ReadOptions(given.Zone, given.DateOrder, null, null), record => rows.Add(RecordRow.Of(record, material, rows.Count + 1)));
            Assert.Null(summary.Failure);
            work.Add(material with { Summary = summary });
            work.AddRecords(rows);
            records[name] = rows;
        }
    }

    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        [HerStatement] = SeededCase.Docx(["Told on 5 April 2024.", "The foreman locked my passport in his desk and never gave it back.", "When I asked for it he laughed.", "Survivor C wept and asked for hers."]),
        [OtherStatement] = SeededCase.Docx(["Told on 6 April 2024.", "He kept my identity card too."]),
        [Friend] = SeededCase.Docx(["Told on 9 April 2024.", "She told me that he kept her passport and would not give it back.", "I saw her passport in his desk when I brought the tiles.", "I never saw a passport there."]),
        [Book] = SeededCase.Docx(["Tally book of the yard.", "Passports of B and C in the desk. She wants hers back; not before the kiln is paid.", "Passport handed out to B on 3 March, signed for by B."]),
        [Phone] = Encoding.UTF8.GetBytes("[02/03/2024, 19:10:00] B: Please give me my passport\r\n[02/03/2024, 19:12:00] Foreman: Your passport stays in my desk until the kiln is paid\r\n[02/03/2024, 19:14:00] B: It is mine\r\n"),
    };

    private sealed record Given
    {
        public PersonId? FromPerson { get; init; }

        public string From { get; init; } = "";

        public bool Statement { get; init; }

        public string? Zone { get; init; }

        public string? DateOrder { get; init; }
    }
}

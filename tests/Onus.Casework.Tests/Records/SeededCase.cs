using System.Globalization;
using System.IO.Compression;
using System.Text;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tables;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;
using Onus.Store.Tests;

namespace Onus.Seeds;

/// <summary>
/// An invented case in a data folder, read by the real readers: a chat of some 300 lines in two languages, a chat with one side only, a bank table
/// without May, a statement, a document of two pages and a picture.
/// </summary>
public sealed class SeededCase
{
    private static readonly Filled<SeededCase> Once = new(Fill);

    private SeededCase(OnusStore store) => Store = store;

    public OnusStore Store { get; private init; }

    public string Ref { get; } = "ORCHARD";

    public CaseId Id { get; private init; } = new(Guid.CreateVersion7());

    public Account Counsel { get; private init; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor", Demo = true };

    public Account Police { get; private init; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator", Demo = true };

    public Account Other { get; private init; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 9", Office = "Investigator", Demo = true };

    public Person Defendant { get; private set; } = null!;

    public Person Survivor { get; private set; } = null!;

    public Dictionary<string, Material> Files { get; private init; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<RecordRow>> Rows { get; private init; } = new(StringComparer.Ordinal);

    public async Task<Actor> Prosecutor(Guid? form = null) => (await Store.ActorOf(Counsel.Id, form, default))!;

    public async Task<Actor> Investigator(Guid? form = null) => (await Store.ActorOf(Police.Id, form, default))!;

    public async Task<Actor> Stranger() => (await Store.ActorOf(Other.Id, null, default))!;

    /// <summary>The record of a file whose text contains some words.</summary>
    public RecordRow Row(string file, string words) => Rows[file].First(r => r.Text?.Contains(words, StringComparison.Ordinal) is true);

    /// <summary>The case in a folder of its own; its files were read once.</summary>
    public static async Task<SeededCase> In(string folder)
    {
        var (store, once) = await Once.In(folder);
        return new SeededCase(store)
        {
            Id = once.Id,
            Counsel = once.Counsel,
            Police = once.Police,
            Other = once.Other,
            Defendant = once.Defendant,
            Survivor = once.Survivor,
            Files = new(once.Files, StringComparer.Ordinal),
            Rows = new(once.Rows, StringComparer.Ordinal),
        };
    }

    private static async Task<SeededCase> Fill(OnusStore store)
    {
        var seeded = new SeededCase(store);
        var at = seeded.Id;
        seeded.Defendant = new Person { Id = new(Guid.CreateVersion7()), CaseId = at, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant], Aliases = ["Boss", "Hollow Orchard"] };
        var second = new Person { Id = new(Guid.CreateVersion7()), CaseId = at, Pseudonym = "Defendant 2", Roles = [PersonRole.Defendant] };
        seeded.Survivor = new Person { Id = new(Guid.CreateVersion7()), CaseId = at, Pseudonym = "Survivor B", Roles = [PersonRole.Survivor], Aliases = ["B"], Wish = TestimonyWish.Declines };
        var warrant = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = at, Kind = FoundationKind.Warrant, Label = "Search warrant for the orchard house", Legal = true };
        await using (var work = seeded.Store.Begin(new Actor(seeded.Counsel.Id, seeded.Counsel.Name, [])))
        {
            foreach (var account in new[] { seeded.Counsel, seeded.Police, seeded.Other })
            {
                work.Add(account);
            }

            work.AddCase(
                new Case
                {
                    Id = at,
                    Ref = seeded.Ref,
                    Title = "The orchard",
                    Country = "us",
                    Practice = true,
                    TipOn = new DateOnly(2025, 5, 24),
                    Today = new DateOnly(2025, 5, 24),
                    TrialOn = new DateOnly(2026, 2, 2),
                },
                [
                    new CaseMember { CaseId = at, AccountId = seeded.Counsel.Id, Role = MemberRole.Prosecutor },
                    new CaseMember { CaseId = at, AccountId = seeded.Police.Id, Role = MemberRole.Investigator },
                ]);
            var empty = new CaseId(Guid.CreateVersion7());
            work.AddCase(
                new Case { Id = empty, Ref = "EMPTY", Title = "A new case", Country = "us", Practice = true },
                [new CaseMember { CaseId = empty, AccountId = seeded.Counsel.Id, Role = MemberRole.Prosecutor }]);
            foreach (var row in new object[] { seeded.Defendant, second, seeded.Survivor, warrant })
            {
                work.Add(row);
            }

            work.Add(new RetentionWatch
            {
                Id = Guid.CreateVersion7(),
                CaseId = at,
                Holder = "Valley Mobile",
                What = "call records of Defendant 1",
                RecordsUntil = new DateOnly(2025, 5, 15),
                Days = 30,
                Source = "Its terms of service, section 4.",
            });
            await Seed(work, new LogEvent(null, Acts.AccountCreated));
        }

        var phone = seeded.Defendant.Id;
        await seeded.Add("chat.txt", Chat(), warrant, m => m with { FromPerson = phone, Zone = "Asia/Kathmandu", DateOrder = "dmy", DecidedBy = "Demo person 1" });
        await seeded.Add("one-sided.txt", OneSided(), warrant, m => m with { FromPerson = seeded.Survivor.Id, Zone = "America/Chicago", DateOrder = "dmy", DecidedBy = "Demo person 1" });
        await seeded.Add("bank.csv", Bank(), warrant, m => m with { From = "Selwen Bank" }, Profile);
        await seeded.Add("statement.docx", Docx(Statement), warrant, m => m with { FromPerson = seeded.Survivor.Id, Statement = true });
        await seeded.Add("lease.pdf", Pdf(), warrant, m => m with { From = "The land office" });
        await seeded.Add("gate.png", Png(), warrant, m => m with { From = "Officer 4" });
        return seeded;
    }

    private static async Task Seed(UnitOfWork work, LogEvent what)
    {
        var done = await work.Commit(what, default);
        if (done.Error is { } error)
        {
            throw new InvalidOperationException(error.Key);
        }
    }

    /// <summary>Adds a file that only some tests have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cut">Its records as another reader made them; null for those of ours.</param>
    public Task AddFile(string name, byte[] bytes, Func<List<RecordRow>, List<RecordRow>>? cut = null) => Add(
        name, bytes, new Foundation { Id = Files["chat.txt"].Obtained!.Value, CaseId = Id, Kind = FoundationKind.Warrant, Label = "" },
        m => m with { FromPerson = Survivor.Id, Zone = "Asia/Kathmandu", DateOrder = "dmy", DecidedBy = "Demo person 1" }, cut: cut);

    private async Task Add(
        string name, byte[] bytes, Foundation obtained, Func<Material, Material> answers, ColumnProfile? profile = null, Func<List<RecordRow>, List<RecordRow>>? cut = null)
    {
        var stored = await Store.Vault.Store(new MemoryStream(bytes), default);
        var material = answers(new Material
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = Id,
            Name = name,
            Title = name,
            Blob = stored.Hash,
            VaultName = stored.Name,
            Bytes = stored.Bytes,
            ReceivedAt = new DateTimeOffset(2025, 5, 24, 9, 0, 0, TimeSpan.Zero),
            Run = Guid.CreateVersion7(),
            Status = MaterialStatus.Read,
            Obtained = obtained.Id,
        });
        var rows = new List<RecordRow>();
        var summary = FileReader.Read(
            EvidenceFile.Of(name, bytes), new ReadOptions(material.Zone, material.DateOrder, null, profile),
            record => rows.Add(RecordRow.Of(record, material, rows.Count + 1)));
        if (summary.Failure is not null || summary.NeedsDecision.Count > 0 || rows.Count == 0)
        {
            throw new InvalidOperationException($"{name}: {summary.Failure}");
        }

        rows = cut?.Invoke(rows) ?? rows;
        material = material with { Summary = summary };
        await using var work = Store.Begin(await Investigator());
        work.Add(material);
        work.AddRecords(rows);
        await Seed(work, new LogEvent(Id, Acts.FilesDropped));
        Files.Add(name, material);
        Rows.Add(name, rows);
    }

    private static byte[] Chat()
    {
        var text = new StringBuilder("[03/05/2025, 08:00:00] Boss: \u200EMessages and calls are end-to-end encrypted.\r\n");
        var at = new DateTime(2025, 5, 3, 18, 4, 51);
        void Say(string who, string what)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{at:dd/MM/yyyy, HH:mm:ss}] {who}: {what}\r\n");
            at = at.AddMinutes(41);
        }

        Say("Boss", "हिसाब चुक्ता नभएसम्म कोही कतै जाँदैन");
        Say("B", "मेरो पासपोर्ट फिर्ता दिनुहोस्");
        Say("Boss", "You owe 1,400. Nobody leaves the orchard before the account is settled, and I keep the papers until then");
        Say("B", "<script>alert('a message is text')</script>");
        Say("خالد", "الجواز عندي في الخزنة 12");
        Say("Boss", "two lines\r\nof one message");
        for (var i = 0; i < 290; i++)
        {
            Say(i % 3 == 0 ? "B" : "Boss", i % 7 == 0 ? "काम कति बजे?" : string.Create(CultureInfo.InvariantCulture, $"row {i + 1}, the lower trees"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] OneSided()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 24; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{new DateTime(2025, 4, 1, 9, 0, 0).AddHours(i * 9):dd/MM/yyyy, HH:mm:ss}] Boss: Answer me. Call {i + 1}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static readonly ColumnProfile Profile = ColumnProfileJson.Parse(
        """{"name":"seed","delimiter":";","header":true,"date":1,"dateOrder":"dmy","description":2,"counterparty":3,"amount":4,"balance":5,"currency":"USD","holder":"Hollow Orchard"}""").Value;

    private static byte[] Bank()
    {
        var text = new StringBuilder("Date;Text;With;Amount;Balance\n");
        long balance = 5000_00;
        foreach (var month in new[] { 2, 3, 4, 6, 7 })
        {
            foreach (var (day, what, with, cents) in new[] { (1, "Wages", "B", -140_00L), (9, "Fees <b>held</b>", "B", 210_00L), (20, "Diesel", "Quarry Fuel", -87_50L) })
            {
                // What May moved is missing with May: the balance of June does not go on from that of April.
                balance += (month, day) == (6, 1) ? cents - 310_25 : cents;
                text.Append(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/2025;{what};{with};{cents / 100m:0.00};{balance / 100m:0.00}\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static readonly string[] Statement =
    [
        "Statement of Survivor B, taken on 20 May 2025.",
        "I came to the orchard in January. They told me the work was eight hours a day.",
        "On 3 May he said that nobody leaves before the account is settled. He took my passport on the first day and kept it in a safe.",
        "I asked for my passport many times. I also wrote it to him.",
    ];

    /// <summary>Adds a second statement of the survivor, beside which somebody wrote; only the tests of comments have it.</summary>
    public Task AddCommented() => Add(
        "second.docx", Docx(["I slept in the shed."], ("Officer 4", "2025-05-21T09:30:00Z", "She told me it was the house")),
        new Foundation { Id = Files["statement.docx"].Obtained!.Value, CaseId = Id, Kind = FoundationKind.Warrant, Label = "" },
        m => m with { FromPerson = Survivor.Id, Statement = true });

    /// <summary>A document of these paragraphs, which need no escaping, with a comment on the first of them.</summary>
    public static byte[] Docx(IReadOnlyList<string> paragraphs, (string By, string Date, string Words)? comment = null)
    {
        var body = string.Concat(paragraphs.Select((p, i) => $"<w:p><w:r><w:t>{p}</w:t></w:r>{(comment is not null && i == 0 ? "<w:r><w:commentReference w:id=\"0\"/></w:r>" : "")}</w:p>"));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Entry(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Entry(zip, "word/document.xml", $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
            if (comment is { } said)
            {
                Entry(zip, "word/_rels/document.xml.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>""");
                Entry(zip, "word/comments.xml", $"""<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="{said.By}" w:date="{said.Date}"><w:p><w:r><w:t>{said.Words}</w:t></w:r></w:p></w:comment></w:comments>""");
            }
        }

        return bytes.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static byte[] Pdf()
    {
        string[] pages = ["Lease of the orchard house", "The tenant keeps a safe in the office"];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        void Object(string body)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var page in pages)
        {
            var draw = $"BT /F1 18 Tf 72 700 Td ({page}) Tj 0 -40 Td /F1 12 Tf (Second line of this page, for the eye.) Tj ET";
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {places.Count + 2} 0 R >>"));
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Length {draw.Length} >>\nstream\n{draw}\nendstream"));
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A picture of 120 by 80 pixels in one colour.</summary>
    private static byte[] Png()
    {
        const int Width = 120, Height = 80;
        using var bytes = new MemoryStream();
        bytes.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk("IHDR", [0, 0, 0, Width, 0, 0, 0, Height, 8, 2, 0, 0, 0]);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    zlib.Write([(byte)(90 + y), (byte)(130 + (x / 4)), 90]);
                }
            }
        }

        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return bytes.ToArray();

        void Chunk(string type, byte[] data)
        {
            byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
            bytes.Write(Big((uint)data.Length));
            bytes.Write(typed);
            var crc = uint.MaxValue;
            foreach (var b in typed)
            {
                crc ^= b;
                for (var i = 0; i < 8; i++)
                {
                    crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }
            }

            bytes.Write(Big(~crc));
        }

        static byte[] Big(uint value) => [(byte)(value >> 24), (byte)((value >> 16) & 255), (byte)((value >> 8) & 255), (byte)(value & 255)];
    }
}

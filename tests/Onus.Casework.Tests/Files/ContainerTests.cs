using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Disclosure;
using Onus.Casework.Files;
using Onus.Casework.Verification;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Verification;

namespace Onus.Casework.Tests.Files;

/// <summary>A zip that was taken apart is kept: whoever asks for the bytes with its hash is given them, and nobody reads in it what the files themselves keep from them.</summary>
public sealed class ContainerTests
{
    private const string First = "3/5/25, 18:06 - Asha: hello\n", Second = "3/5/25, 18:07 - Bimal: the rent\n";

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");
    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (string, byte[])[] TwoChats => [("a/_chat.txt", Utf8.GetBytes(First)), ("b/_chat.txt", Utf8.GetBytes(Second))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_kept_as_received_and_each_file_says_that_it_came_out_of_it(bool isFolder)
    {
        var zip = Zip(TwoChats);
        await using var unit = await Unit.Open();
        var run = await Hand(unit, "in.zip", zip, isFolder);
        Assert.Equal((3, 3, 0), (run.Seen, run.Stored, run.Rejected.Count));
        var list = await unit.List();
        var container = list.Files[0];
        Assert.Equal(("in.zip", MaterialStatus.Container, Sha256.Of(zip), (long)zip.Length), (container.Name, container.Status, container.Blob, container.Bytes));
        Assert.Equal([("in.zip/a/_chat.txt", container.Id), ("in.zip/b/_chat.txt", container.Id)], list.Files.Skip(1).Select(f => (f.Name, f.OutOf!.Value)));
        await using (var bytes = unit.Store.Vault.Open(container.VaultName))
        {
            Assert.Equal(Sha256.Of(zip).Hex, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(bytes, Cancel)));
        }

        // It is verified as every file is, and changed bytes are found.
        Assert.Empty(await Findings(unit));
        var path = unit.Store.Vault.PathOf(container.VaultName);
        File.SetAttributes(path, FileAttributes.Normal);
        await File.WriteAllBytesAsync(path, new byte[zip.Length], Cancel);
        Assert.Contains(await Findings(unit), finding => finding.Where.Contains("in.zip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_asked_about_it_and_nothing_waits_for_it()
    {
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", Zip(TwoChats));
        var list = await unit.List();
        Assert.Equal([["in.zip"], ["in.zip/a/_chat.txt", "in.zip/b/_chat.txt"]], new[] { list.Containers, list.QuestionsOpen }.Select(part => part.Select(f => f.Name)));
        Assert.Equal(0, list.Reached);
        var groups = (await new GroupQuestions(unit.Store).Handle(Unit.Ref, null, unit.Counsel, Cancel)).Value;
        Assert.DoesNotContain(groups.SelectMany(group => group.Files), f => f.Status == MaterialStatus.Container);
        var container = list.Files[0];
        AnswerQuestions.Command answers = new() { Case = Unit.Ref, Files = [container.Id], From = "The miller", Obtained = unit.Warrant };
        Assert.Equal("files.container", (await new AnswerQuestions(unit.Store).Handle(answers, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("files.container", (await new DecideReading(unit.Store).Handle(new(Unit.Ref, [container.Id], new("Europe/Berlin", "dmy", null, null)), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("files.container", (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, container.Id), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal(0, (await new AskForReading(unit.Store).Handle(new(Unit.Ref, [container.Id]), unit.Counsel, Cancel)).Value);
        await ReadAll(unit);
        list = await unit.List();
        Assert.Equal((2, 2, 1), (list.Read.Count, list.Reached, list.Containers.Count));
        Assert.Equal(0, (await new ListMarks(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Unread);
        Assert.Equal(2, (await new WatchReading(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Total);
    }

    [Fact]
    public async Task Handed_in_again_it_is_here_already_is_not_taken_apart_anew_and_its_files_say_that_they_came_again()
    {
        var zip = Zip(TwoChats);
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", zip);
        var run = await Hand(unit, "again.zip", zip);
        Assert.Equal([("again.zip", "already-here")], run.Rejected.Select(r => (r.Name, r.Reason)));
        Assert.Equal((1, 0), (run.Seen, run.Stored));
        var files = (await unit.List()).Files;
        Assert.Equal(["again.zip", "again.zip/a/_chat.txt", "again.zip/b/_chat.txt"], files.Select(f => Assert.Single(f.AlsoReceived).Name));
        Assert.Equal(1 + 2, Directory.EnumerateFiles(Path.Combine(unit.Folder, "vault"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_file_in_it_that_is_here_already_says_that_it_came_out_of_it_too()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("first.txt", Utf8.GetBytes(First)));
        var run = await Hand(unit, "in.zip", Zip(TwoChats));
        Assert.Equal((3, 2, 1), (run.Seen, run.Stored, run.Rejected.Count));
        var files = (await unit.List()).Files;
        var container = files.Single(f => f.Status == MaterialStatus.Container);
        var also = Assert.Single(files.Single(f => f.Name == "first.txt").AlsoReceived);
        Assert.Equal(("in.zip/a/_chat.txt", container.Id), (also.Name, also.OutOf));
        Assert.Equal(["first.txt", "in.zip/b/_chat.txt"], Containers.In(container.Id, files).Select(f => f.Name));
    }

    [Fact]
    public async Task A_zip_in_it_that_is_taken_apart_too_is_not_kept_beside_it()
    {
        var inner = Zip(TwoChats);
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", Zip(("inner.zip", inner), ("_chat.txt", Utf8.GetBytes("3/5/25, 18:09 - Chandra: no\n")), ("x/_chat.txt", Utf8.GetBytes("3/5/25, 18:09 - Devi: yes\n"))));
        var files = (await unit.List()).Files;
        Assert.Equal(["in.zip", "in.zip/inner.zip/a/_chat.txt", "in.zip/inner.zip/b/_chat.txt", "in.zip/_chat.txt", "in.zip/x/_chat.txt"], files.Select(f => f.Name));
        Assert.All(files.Skip(1), f => Assert.Equal(files[0].Id, f.OutOf));

        // By itself it is a container of its own, in which the same files lie.
        await Hand(unit, "inner.zip", inner);
        files = (await unit.List()).Files;
        var own = files.Single(f => f.Name == "inner.zip");
        Assert.Equal(["in.zip/inner.zip/a/_chat.txt", "in.zip/inner.zip/b/_chat.txt"], Containers.In(own.Id, files).Select(f => f.Name));
    }

    [Fact]
    public async Task A_chat_zip_in_it_is_a_file_that_its_own_files_came_out_of()
    {
        var inner = Zip(("_chat.txt", Utf8.GetBytes(First)), ("payroll.csv", "a,b"u8.ToArray()));
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", Zip(("inner.zip", inner), ("notes.txt", "buy rice"u8.ToArray())));
        var files = (await unit.List()).Files;
        var chat = files.Single(f => f.Name == "in.zip/inner.zip");
        Assert.Equal((files[0].Id, chat.Id), (chat.OutOf!.Value, files.Single(f => f.Name == "in.zip/inner.zip/payroll.csv").OutOf!.Value));
        Assert.Equal(3, Containers.In(files[0].Id, files).Count);
    }

    [Fact]
    public async Task What_was_kept_as_one_file_becomes_the_container_when_it_is_handed_in_as_a_folder()
    {
        var zip = Zip(("a.csv", "a,b"u8.ToArray()), ("b.csv", "c,d"u8.ToArray()));
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", zip, isFolder: false);
        Assert.Equal(MaterialStatus.Held, (await unit.Only()).Status);
        await Hand(unit, "in.zip", zip);
        var files = (await unit.List()).Files;
        Assert.Equal([MaterialStatus.Container, MaterialStatus.Held, MaterialStatus.Held], files.Select(f => f.Status));
        Assert.All(files.Skip(1), f => Assert.Equal(files[0].Id, f.OutOf));
    }

    [Fact]
    public async Task A_container_of_which_no_file_could_be_taken_out_is_kept_and_an_empty_one_is_not()
    {
        await using var unit = await Unit.Open();
        var run = await Hand(unit, "locked.zip", Encrypted(Zip(("a.txt", "one"u8.ToArray()))));
        Assert.Equal([("locked.zip/a.txt", "encrypted")], run.Rejected.Select(r => (r.Name, r.Reason)));
        var only = await unit.Only();
        Assert.Equal(("locked.zip", MaterialStatus.Container), (only.Name, only.Status));
        run = await Hand(unit, "empty.zip", Zip());
        Assert.Equal((0, "folder-empty"), (run.Stored, Assert.Single(run.Rejected).Reason));
    }

    [Fact]
    public async Task Its_original_is_given_out_to_whoever_may_open_every_file_that_came_out_of_it()
    {
        await using var unit = await Unit.Open();
        var police = Police(unit);
        await Hand(unit, "in.zip", Zip(TwoChats));
        var container = (await unit.List()).Files[0].Id;
        async Task Is(string? asPolice, string? asCounsel)
        {
            Assert.Equal((asPolice, asCounsel), (await Open(unit, container, police), await Open(unit, container, unit.Counsel)));
            Assert.Equal((asPolice, asCounsel), (await Closed(unit, container, police), await Closed(unit, container, unit.Counsel)));
        }

        // Nobody has said how its files were obtained, then nobody has read them.
        await Is("files.holds-unread", "files.holds-unread");
        await ReadAll(unit);
        await Is(null, null);

        var chat = (await unit.List()).Read[0];
        var record = await RecordOf(unit, chat);
        Assert.True((await new MarkForDisclosure(unit.Store).Handle(new(Unit.Ref, record.Id, null, record.Version, false, false, true), police, Cancel)).IsOk);
        await Is("files.holds-closed", null);
        Assert.True((await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, chat.Id, chat.Version, "Not of this case"), unit.Counsel, Cancel)).IsOk);
        await Is("files.holds-withdrawn", null);

        // Neither page nor picture of it is another way.
        Assert.True((await new Originals.OpenPicture(unit.Store).Handle(Unit.Ref, container, police, Cancel)).Error is not null);
    }

    [Fact]
    public async Task What_the_authority_of_one_file_leaves_out_leaves_the_vault_by_the_container_for_nobody()
    {
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", Zip([("a/_chat.txt", Utf8.GetBytes(First + "4/5/25, 18:06 - Asha: outside\n")), ("b/_chat.txt", Utf8.GetBytes(Second))]));
        await ReadAll(unit, to: new DateOnly(2025, 5, 3));
        Assert.Equal("files.holds-closed", await Open(unit, (await unit.List()).Files[0].Id, unit.Counsel));
    }

    [Fact]
    public async Task A_file_that_was_here_before_keeps_it_closed_too()
    {
        await using var unit = await Unit.Open();
        var police = Police(unit);
        await unit.Drop(("first.txt", Utf8.GetBytes(First)));
        await ReadAll(unit);
        var record = await RecordOf(unit, await unit.Only());
        Assert.True((await new MarkForDisclosure(unit.Store).Handle(new(Unit.Ref, record.Id, null, record.Version, false, false, true), police, Cancel)).IsOk);
        await Hand(unit, "in.zip", Zip(TwoChats));
        await ReadAll(unit);
        var container = (await unit.List()).Containers.Single().Id;
        Assert.Equal(("files.holds-closed", null), (await Open(unit, container, police), await Open(unit, container, unit.Counsel)));
    }

    [Fact]
    public async Task What_could_not_be_taken_out_was_seen_by_nobody_and_counsel_alone_fetch_it()
    {
        var zip = Encrypted(Zip([.. TwoChats, ("c.pdf", "secret"u8.ToArray())]), "c.pdf");
        await using var unit = await Unit.Open();
        var police = Police(unit);
        await Hand(unit, "in.zip", zip);
        await ReadAll(unit);
        var container = (await unit.List()).Containers.Single().Id;
        Assert.Equal(("files.holds-unseen", null), (await Open(unit, container, police), await Open(unit, container, unit.Counsel)));
    }

    [Fact]
    public async Task A_zip_of_one_chat_is_not_given_out_either_past_a_file_that_was_taken_out_of_it()
    {
        await using var unit = await Unit.Open();
        var police = Police(unit);
        await Hand(unit, "in.zip", Zip(("_chat.txt", Utf8.GetBytes(First)), ("notes/a.png", Pixel)), isFolder: false);
        await ReadAll(unit);
        var files = (await unit.List()).Files;
        Assert.Equal([MaterialStatus.Read, MaterialStatus.Read], files.Select(f => f.Status));
        var record = await RecordOf(unit, files.Single(f => f.Name == "in.zip/notes/a.png"));
        Assert.Null(await Open(unit, files[0].Id, police));
        Assert.True((await new MarkForDisclosure(unit.Store).Handle(new(Unit.Ref, record.Id, null, record.Version, false, false, true), police, Cancel)).IsOk);
        Assert.Equal(("files.holds-closed", null), (await Open(unit, files[0].Id, police), await Open(unit, files[0].Id, unit.Counsel)));
    }

    [Fact]
    public async Task Withdrawn_it_leaves_its_files_where_they_are_and_counts_stay_true()
    {
        await using var unit = await Unit.Open();
        await Hand(unit, "in.zip", Zip(TwoChats));
        await ReadAll(unit);
        var container = (await unit.List()).Containers.Single();
        Assert.True((await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, container.Id, container.Version, "Sent twice"), unit.Counsel, Cancel)).IsOk);
        var list = await unit.List();
        Assert.Equal((3, 2, 1, 0), (list.Files.Count, list.Read.Count, list.Withdrawn.Count, list.Containers.Count));
        container = list.Withdrawn[0];
        Assert.True((await new WithdrawFile(unit.Store).PutBack(new(Unit.Ref, container.Id, container.Version, "A mistake"), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(MaterialStatus.Container, (await unit.List()).Containers.Single().Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_nobody_saw_in_a_container_that_was_here_before_is_not_given_out_by_the_one_around_it(bool isKeptBefore)
    {
        var inner = Encrypted(Zip([.. TwoChats, ("c.pdf", "secret"u8.ToArray())]), "c.pdf");
        await using var unit = await Unit.Open();
        var police = Police(unit);
        if (isKeptBefore)
        {
            await Hand(unit, "inner.zip", inner);
        }

        await Hand(unit, "outer.zip", Zip(("inner.zip", inner), ("notes.png", Pixel)));
        await ReadAll(unit);
        var outer = (await unit.List()).Containers.Single(f => f.Name == "outer.zip").Id;
        Assert.Equal(("files.holds-unseen", null), (await Open(unit, outer, police), await Open(unit, outer, unit.Counsel)));
    }

    [Fact]
    public async Task What_could_not_be_taken_out_beside_a_chat_is_not_given_out_to_police_either()
    {
        var zip = Encrypted(Zip(("_chat.txt", Utf8.GetBytes(First)), ("bank/c.pdf", "secret"u8.ToArray())), "bank/c.pdf");
        await using var unit = await Unit.Open();
        var police = Police(unit);
        var run = await Hand(unit, "in.zip", zip, isFolder: false);
        Assert.Equal([("in.zip/bank/c.pdf", "encrypted")], run.Rejected.Select(r => (r.Name, r.Reason)));
        var chat = await unit.Only();
        AnswerQuestions.Command answers = new() { Case = Unit.Ref, Files = [chat.Id], From = "The miller", Obtained = unit.Warrant };
        Assert.True((await new AnswerQuestions(unit.Store).Handle(answers, unit.Counsel, Cancel)).IsOk);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [chat.Id], new("Europe/Berlin", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, chat.Id), unit.Counsel, Cancel);
        Assert.Equal(("files.holds-unseen", null), (await Open(unit, chat.Id, police), await Open(unit, chat.Id, unit.Counsel)));
    }

    [Fact]
    public async Task A_drop_that_is_broken_off_leaves_neither_bytes_nor_rows_of_a_container()
    {
        await using var unit = await Unit.Open();
        var outer = Zip([.. TwoChats, ("inner.zip", Zip(("x/_chat.txt", Utf8.GetBytes(First + "5/5/25, 18:06 - Asha: x\n")), ("y/_chat.txt", Utf8.GetBytes(Second + "5/5/25, 18:06 - Bimal: y\n"))))]);
        await using (var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value)
        {
            await FolderZip.Add(drop, "in.zip", new MemoryStream(outer), Cancel);
            Assert.Equal(5, drop.Stored.Count);
        }

        await using (var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value)
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FolderZip.Add(drop, "in.zip", new Stopping(outer, stop), stop.Token));
        }

        Assert.Empty((await unit.List()).Files);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(unit.Folder, "vault"), "*", SearchOption.AllDirectories));
        Assert.Empty(await Findings(unit));
    }

    [Fact]
    public async Task The_same_zip_in_two_drops_at_once_is_kept_once_and_the_second_is_told()
    {
        var zip = Zip(TwoChats);
        await using var unit = await Unit.Open();
        await using (var one = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value)
        await using (var other = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value)
        {
            await FolderZip.Add(one, "in.zip", new MemoryStream(zip), Cancel);
            await FolderZip.Add(other, "in.zip", new MemoryStream(zip), Cancel);
            Assert.True((await one.Finish(Cancel)).IsOk);
            Assert.NotNull((await other.Finish(Cancel)).Error);
        }

        Assert.Equal(3, (await unit.List()).Files.Count);
        Assert.Empty(await Findings(unit));
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(unit.Folder, "vault"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task Strange_names_and_zips_in_zips_add_up_and_every_file_says_where_it_lay()
    {
        var deep = Zip(TwoChats);
        for (var level = 0; level < 5; level++)
        {
            deep = Zip(($"deep{level}.zip", deep), ($"a{level}/_chat.txt", Utf8.GetBytes(First + $"6/{level + 1}/25, 18:06 - Asha: {level}\n")), ($"b{level}/_chat.txt", Utf8.GetBytes(Second + $"7/{level + 1}/25, 18:06 - Asha: {level}\n")));
        }

        var twin = Zip(("t.csv", "a,b"u8.ToArray()), ("p/_chat.txt", Utf8.GetBytes("8/8/25, 18:06 - Devi: p\n")), ("q/_chat.txt", Utf8.GetBytes("8/8/25, 18:06 - Devi: q\n")));
        var zip = Zip(
            ("deep.zip", deep), ("twin.zip", twin), ("twin again.zip", twin), ("same.csv", "1,1"u8.ToArray()), ("same.csv", "2,2"u8.ToArray()), ("/rooted.csv", "r"u8.ToArray()), ("../up.csv", "u"u8.ToArray()),
            (new string('n', 3000) + ".csv", "long"u8.ToArray()), ("नाम/ख.csv", "n"u8.ToArray()), ("back\\slash.csv", "s"u8.ToArray()));
        await using var unit = await Unit.Open();
        var run = await Hand(unit, "in.zip", zip);
        Assert.Equal(run.Seen, run.Stored + run.Rejected.Count);
        var files = (await unit.List()).Files;
        Assert.Equal(run.Stored, files.Count);
        var container = files[0].Id;
        Assert.Equal(MaterialStatus.Container, files[0].Status);
        Assert.Equal(files.Skip(1).Select(f => f.Name), Containers.In(container, files).Select(f => f.Name));
        Assert.Equal(
            [("in.zip/../up.csv", "name-leaves-folder"), ("in.zip//rooted.csv", "name-leaves-folder")],
            run.Rejected.Where(r => r.Reason != "already-here").Select(r => (r.Name, r.Reason)).OrderBy(r => r.Name, StringComparer.Ordinal));
        Assert.Empty(await Findings(unit));
        Assert.Equal(files.Count, Directory.EnumerateFiles(Path.Combine(unit.Folder, "vault"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task What_a_mac_wrote_for_itself_is_not_a_file_that_anybody_answers_for()
    {
        await using var unit = await Unit.Open();
        var run = await Hand(unit, "in.zip", Zip([.. TwoChats, (".DS_Store", [0, 0, 0, 1]), ("a/.DS_Store", [0, 0, 0, 2]), ("__MACOSX/a/._ _chat.txt", [0, 5, 22, 7]), ("__MACOSX/._a", [0, 5, 22, 8])]));
        Assert.Equal(["in.zip", "in.zip/a/_chat.txt", "in.zip/b/_chat.txt"], (await unit.List()).Files.Select(f => f.Name));
        Assert.Equal(run.Seen, run.Stored + run.Rejected.Count);
    }

    [Fact]
    public async Task An_import_that_was_broken_off_after_a_container_goes_on_with_the_files_in_it()
    {
        await using var unit = await Unit.Open();
        var folder = Directory.CreateDirectory(Path.Combine(unit.Folder, "in")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "in.zip"), Zip(TwoChats), Cancel);
        var import = new ImportFiles(unit.Store, Unit.Texts);
        ImportFiles.Command command = new(Unit.Ref, [.. FileOnDisk.Of(folder)], null, new(new Dictionary<string, PersonId>(), new Dictionary<string, FoundationId>(), new Dictionary<string, string>()));
        var first = (await import.Handle(command, unit.Counsel, null, Cancel)).Value;
        Assert.Equal(2, first.Unanswered.Count);
        var again = (await import.Handle(command, unit.Counsel, null, Cancel)).Value;
        Assert.Equal(first.Unanswered, again.Unanswered);
        Assert.Equal(first.Files.Select(f => f.Name), again.Files.Select(f => f.Name));
    }

    private sealed class Stopping(byte[] bytes, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            stop.Cancel();
            return base.Read(buffer);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            stop.Cancel();
            return base.ReadAsync(buffer, CancellationToken.None);
        }
    }

    private static async Task<ImportRun> Hand(Unit unit, string name, byte[] zip, bool isFolder = true)
    {
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await (isFolder ? FolderZip.Add(drop, name, new MemoryStream(zip), Cancel) : drop.Add(name, new MemoryStream(zip), Cancel));
        return (await drop.Finish(Cancel)).Value;
    }

    private static async Task ReadAll(Unit unit, DateOnly? to = null)
    {
        var open = (await unit.List()).QuestionsOpen.Select(f => f.Id).ToList();
        AnswerQuestions.Command answers = new() { Case = Unit.Ref, Files = open, From = "The miller", Obtained = unit.Warrant, ScopeTo = to };
        Assert.True((await new AnswerQuestions(unit.Store).Handle(answers, unit.Counsel, Cancel)).IsOk);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, open, new("Europe/Berlin", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        foreach (var file in open)
        {
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file), unit.Counsel, Cancel)).Value.Status);
        }
    }

    private static async Task<RecordRow> RecordOf(Unit unit, Material file)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.Where(r => r.CaseId == unit.Case && r.Material == file.Id).OrderBy(r => r.Sequence).FirstAsync(Cancel);
    }

    private static Actor Police(Unit unit) => unit.Counsel with { Cases = [.. unit.Counsel.Cases.Select(member => member with { Role = MemberRole.Investigator })] };

    /// <summary>Why the original is not given out; null where it is.</summary>
    private static async Task<string?> Open(Unit unit, MaterialId file, Actor actor)
    {
        var opened = await new LoadFile(unit.Store).Open(Unit.Ref, file, actor, Cancel);
        if (opened.IsOk)
        {
            await opened.Value.Bytes.DisposeAsync();
        }

        return opened.Error?.Key;
    }

    /// <summary>Why its page says that it is not given out.</summary>
    private static async Task<string?> Closed(Unit unit, MaterialId file, Actor actor) => (await new LoadFile(unit.Store).Handle(Unit.Ref, file, actor, Cancel)).Value.Closed?.Key;

    private static async Task<List<Finding>> Findings(Unit unit)
    {
        var findings = new List<Finding>();
        await foreach (var finding in new VerifyDataFolder(unit.Store).Handle(Cancel))
        {
            findings.Add(finding);
        }

        return findings;
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    /// <summary>The zip with entries said to be encrypted in its directory; all, or the one of this name.</summary>
    private static byte[] Encrypted(byte[] zip, string? only = null)
    {
        for (var at = 0; at < zip.Length - 46; at++)
        {
            if (zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8) && (only is null || zip.AsSpan(at + 46).StartsWith(Utf8.GetBytes(only))))
            {
                zip[at + 8] |= 1;
            }
        }

        return zip;
    }
}

using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>The files that wait for a person, grouped so that one decision holds for every file that asks the same and shows the same.</summary>
public sealed class GroupDecisions(OnusStore store)
{
    /// <summary>Files that need the same decision.</summary>
    /// <param name="Format">What they are.</param>
    /// <param name="Asks">What is to be decided: <c>zone</c>, <c>date-order</c>, <c>charset</c>, <c>profile</c>.</param>
    /// <param name="Orders">The order of dates, for those files that ask it: once for each set of orders that the files leave open.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Table">How the first of them looks as a table; only where the columns are asked.</param>
    /// <param name="Fitting">
    /// The one saved profile that has the head or, without one, the shape of this table, and, where it says whose account it is, is of a holder whom the names of the files name; to be confirmed; null
    /// for none or several.
    /// </param>
    /// <param name="Zone">The zone that was decided for other files of the same phone or, where there are none, of the same giver, in whatever drop they came; to be confirmed; null for none or several.</param>
    /// <param name="Alike">How many of those files were read in that zone.</param>
    /// <param name="SamePhone">Whether they are of the same phone, and not only of the same giver.</param>
    public sealed record Group(
        string Format, IReadOnlyList<string> Asks, IReadOnlyList<OrderQuestion> Orders, IReadOnlyList<Material> Files, ProfileSuggestion? Table, string? Fitting,
        string? Zone = null, int Alike = 0, bool SamePhone = false)
    {
        /// <summary>What stands in the fields about its columns at first.</summary>
        public ProposedProfile Proposed { get; init; } = ProposedProfile.None;

        /// <summary>The profiles that were tried on these files and did not fit.</summary>
        public IReadOnlyList<string> Tried => Table is null ? [] : [.. Files.Select(f => f.Profile).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The order of dates of those files that leave the same orders open.</summary>
    /// <param name="Options">Orders that none of them contradicts; empty where none fits.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Proposed">The only order that fits, or that of other chats of this phone; to be confirmed; null for none or several.</param>
    /// <param name="Alike">How many other chats of this phone have that order, where it follows from them; 0 where it follows from the files themselves.</param>
    public sealed record OrderQuestion(IReadOnlyList<string> Options, IReadOnlyList<Material> Files, string? Proposed, int Alike);

    /// <summary>Everything the page needs.</summary>
    /// <param name="Groups">The groups, in the order in which their first files came: an answer moves no other question.</param>
    /// <param name="Profiles">Names of saved profiles that this case may read by: those of no account in particular, and those of its own accounts.</param>
    public sealed record Answer(IReadOnlyList<Group> Groups, IReadOnlyList<string> Profiles);

    /// <summary>The groups.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Answer>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<Answer>(reference, actor, async (work, found) =>
        {
            var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id && m.Withdrawn == null).ToListAsync(cancel);
            var devices = Files.SamePhone.Devices(await work.Db.Foundations.Where(f => f.CaseId == found.Id).ToListAsync(cancel));
            var known = await KnownProfiles.Of(work, found.Id, cancel);
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var taken = await work.Db.Profiles.Select(p => p.Name).ToListAsync(cancel);
            List<IReadOnlyList<(Material File, ProfileSuggestion? Table)>> asked = [.. materials.Where(m => m.Status == MaterialStatus.NeedsDecision)
                .Select(file => (File: file, Table: Asks(file).Contains("profile") ? Look(file, null) : null))
                .GroupBy(x => Key(x.File, x.Table, devices), StringComparer.Ordinal)
                .OrderBy(g => g.Min(f => f.File.Id.Value.ToString("N")), StringComparer.Ordinal)
                .Select(g => g.ToArray())];
            var groups = new List<Group>();
            foreach (var members in asked)
            {
                var proposed = Propose(members, taken);
                groups.Add(Make(members, known, materials, devices, people) with { Proposed = proposed });
                // Two tables that look alike are two questions, and are not to be saved under one name.
                taken.Add(proposed.Name);
            }

            return new Answer(groups, [.. known.Select(p => p.Name)]);
        }, cancel);
    }

    /// <summary>How a file that waits looks as a table in a character set, for a person to look at before they decide.</summary>
    /// <returns>null where the file is not there, is no table, or is not given out whole: these are its lines.</returns>
    public async Task<ProfileSuggestion?> Look(string reference, MaterialId id, string charset, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var file = await (
            from material in work.Db.Materials
            join of in work.Db.Cases on material.CaseId equals of.Id
            where of.Ref == reference && material.Id == id
            select material).FirstOrDefaultAsync(cancel);
        return file is null || (await Originals.OpenParts.Of(work.Db, file, cancel)).RefuseAround() is not null ? null : Look(file, charset);
    }

    private Group Make(IReadOnlyList<(Material File, ProfileSuggestion? Table)> members, IReadOnlyList<ColumnProfile> known, IReadOnlyList<Material> materials, IReadOnlySet<FoundationId> devices, List<Person> people)
    {
        var first = members[0].File.Summary!;
        IReadOnlyList<Material> files = [.. members.Select(m => m.File).OrderBy(f => f.Name, StringComparer.Ordinal)];
        var read = materials.Where(m => m.Zone is not null && files.All(f => f.Id != m.Id)).ToList();
        var phone = read.Where(m => files.All(f => Files.SamePhone.Is(f, m, devices))).ToList();
        var alike = phone.Count > 0 ? phone : read.Where(m => files.All(f => Files.SamePhone.MayBe(f, m, devices))).ToList();
        var zone = alike.Select(m => m.Zone).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
        return new Group(
            first.Format ?? "",
            // A table whose bytes are no UTF-8 is asked about both at once: columns confirmed in the wrong letters would not fit afterwards.
            [.. files.SelectMany(Asks).Distinct(StringComparer.Ordinal), .. members[0].Table is not null && !Asks(members[0].File).Contains("charset") && members.Any(m => m.File.Charset is null && !IsUnicode(m.File)) ? ["charset"] : Array.Empty<string>()],
            [.. files.Where(f => Order(f) is not null).GroupBy(f => string.Join(',', Order(f)!.Options), StringComparer.Ordinal).Select(same => MakeOrder([.. same], materials, devices))],
            files,
            members[0].Table,
            known.Where(profile => members[0].Table is { } table && Fits(table, profile) && members.All(m => m.File.Profile != profile.Name && IsOf(m.File, m.Table?.Holder, profile.Holder, people))).Select(profile => profile.Name).Take(2).ToList() is [var fits] ? fits : null,
            zone,
            zone is null ? 0 : alike.Count,
            zone is not null && phone.Count > 0);
    }

    /// <summary>What other chats of the same phone prove or were read by is likely for those that leave it open: one phone writes its dates in one order.</summary>
    private static OrderQuestion MakeOrder(IReadOnlyList<Material> files, IReadOnlyList<Material> materials, IReadOnlySet<FoundationId> devices)
    {
        var options = Order(files[0])!.Options;
        if (options.Count < 2)
        {
            return new OrderQuestion(options, files, options is [var proven] ? proven : null, 0);
        }

        var others = materials.Where(m => IsChat(m) && files.All(f => f.Id != m.Id && IsChat(f) && Files.SamePhone.Is(f, m, devices))).Select(KnownOrder).OfType<string>().ToList();
        return others.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] && options.Contains(only)
            ? new OrderQuestion(options, files, only, others.Count)
            : new OrderQuestion(options, files, null, 0);
    }

    /// <summary>The order of dates that a file proves or was decided to be read by; null where it is open.</summary>
    private static string? KnownOrder(Material file) =>
        file.Status == MaterialStatus.NeedsDecision && Order(file) is { } open ? open.Options is [var proven] ? proven : null : file.DateOrder;

    private static Decision? Order(Material file) => file.Summary?.NeedsDecision.FirstOrDefault(d => d.What == "date-order");

    private static ProposedProfile Propose(IReadOnlyList<(Material File, ProfileSuggestion? Table)> members, List<string> taken) =>
        members.All(member => member.Table is not null) ? ProposedProfile.Of([.. members.Select(member => member.Table!)], taken) : ProposedProfile.None;

    /// <summary>
    /// Whether a saved profile is this table's: the words of its head where both have one. Without a head, a day stands where the profile says and a figure where
    /// it has money.
    /// </summary>
    private static bool Fits(ProfileSuggestion table, ColumnProfile profile)
    {
        if (!table.Fits(profile))
        {
            return false;
        }

        if (table.Header.Count > 0 && profile.HeaderCells.Count > 0)
        {
            return true;
        }

        if (table.Header.Count > 0)
        {
            // A profile that keeps no words of its head is this table's only where the head names its money and contradicts no column.
            (string Meaning, int Column)[] all =
                [("date", profile.Date), ("amount", profile.Amount), ("debit", profile.Debit), ("credit", profile.Credit), ("balance", profile.Balance)];
            return Array.TrueForAll(all, c => table.Columns.TryGetValue(c.Meaning, out var named) ? named == c.Column : !table.Columns.Values.Contains(c.Column))
                && Array.Exists(all, c => c.Meaning is "amount" or "debit" or "credit" && table.Columns.ContainsKey(c.Meaning));
        }

        var money = new[] { profile.Amount, profile.Debit, profile.Credit, profile.Balance }.Where(column => column > 0).ToList();
        return At(profile.Date) == 'd' && money.Exists(column => At(column) == 'n') && money.TrueForAll(column => At(column) is 'n' or '-');

        char At(int column) => column > 0 && column <= table.Kinds.Length ? table.Kinds[column - 1] : ' ';
    }

    // All accounts of a bank have one head: a profile that says whose account it is is this file's only where the lines before its table, or where those say nothing name or folder of the file, say so too.
    private static bool IsOf(Material file, string? stated, string? holder, List<Person> people) =>
        holder is not { Length: > 0 } || (stated is not null ? FoldedName.Same(stated, holder) || (Spellings.OwnerOf(stated, people) is { } owner && owner == Spellings.OwnerOf(holder, people)) : Names(file, holder, people));

    private static bool Names(Material file, string holder, List<Person> people) =>
        FoldedName.Names(file.Name, holder)
        || people.Find(p => p.Aliases.Append(p.Pseudonym).Any(name => FoldedName.Same(name, holder))) is { } whose && FileNames.Only(file.Name, people)?.Id == whose.Id;

    /// <summary>What a file that waits asks.</summary>
    public static IReadOnlyList<string> Asks(Material file) => [.. (file?.Summary?.NeedsDecision ?? []).Select(d => d.What).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Files ask the same when they ask about the same things, leave the same answers open, come from the same phone and, as tables, from the same folder and
    /// with the same head. Whatever chats came from one phone are asked about once, as text or in a zip, whether or not the order of their dates is open: a person
    /// can still tick some of them. Only where no order fits nothing that could be said would read them.
    /// </summary>
    private static string Key(Material file, ProfileSuggestion? table, IReadOnlySet<FoundationId> devices)
    {
        var phone = Files.SamePhone.KeyOf(file, devices);
        if (IsChat(file) && Asks(file).All(what => what is "zone" or "date-order"))
        {
            return string.Join('\u001e', "chat", Order(file) is { Options.Count: 0 } ? "none" : "", phone);
        }

        var asks = file.Summary!.NeedsDecision.Select(d => d.What + ":" + string.Join(',', d.Options)).Distinct(StringComparer.Ordinal);
        var head = table is null ? "" : $"{table.Delimiter}{table.PreambleLines}{(table.Header.Count > 0 ? string.Join('\u001f', table.Header) : table.Kinds)}{FileNames.FolderOf(file.Name)}";
        return string.Join('\u001e', asks.Prepend(file.Summary.Format ?? "").Append(head).Append(phone));
    }

    private static bool IsChat(Material file) => Families.Of(file) is { FromDevice: true };

    /// <summary>Whether the first bytes of a file can be UTF-8, or say by their mark that they are UTF-16.</summary>
    private bool IsUnicode(Material file)
    {
        using var bytes = store.Vault.Open(file.VaultName);
        var prefix = new byte[EvidenceFile.PrefixLength];
        var read = prefix.AsSpan(0, bytes.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false));
        // A letter may be cut in two where the look ends.
        var whole = read.Length < prefix.Length ? read : read[..(read.LastIndexOf((byte)'\n') + 1)];
        return read.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || read.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || System.Text.Unicode.Utf8.IsValid(whole);
    }

    private ProfileSuggestion? Look(Material file, string? charset)
    {
        using var bytes = store.Vault.Open(file.VaultName);
        var prefix = new byte[EvidenceFile.PrefixLength];
        var length = bytes.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return ProfileSuggestion.From(
            new EvidenceFile(file.Name, file.Blob, file.Bytes, prefix.AsMemory(0, length), () => store.Vault.Open(file.VaultName)) { Charset = charset ?? file.Charset });
    }
}

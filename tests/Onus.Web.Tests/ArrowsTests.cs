namespace Onus.Web.Tests;

/// <summary>
/// Arrows point one way: Web, Cli -> Casework -> Content, Store -> Domain, and Content -> Ingest -> Domain. Inside a room no folders use each other in a circle, and an activity leaves the
/// insides of another alone, except for what the room shares. Read from the compiled assemblies.
/// </summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Content"] = ["Domain", "Ingest"],
        ["Store"] = ["Domain"],
        ["Ingest"] = ["Domain"],
        ["Reader"] = ["Domain", "Ingest"],
        ["Casework"] = ["Domain", "Content", "Store", "Ingest"],
        ["Web"] = ["Domain", "Content", "Store", "Ingest", "Casework"],
        ["Cli"] = ["Domain", "Content", "Store", "Ingest", "Casework"],
        ["Verify"] = [],
    };

    /// <summary>Folders whose types the other activities of the room are meant to use.</summary>
    private static readonly Dictionary<string, string[]> Shared = new(StringComparer.Ordinal)
    {
        ["Casework"] = ["Cases", "Documents", "Proof", "Originals", "Jobs"],
        ["Web"] = ["Ui", "CaseShell", "Accounts", "Errors", "Security", "Records", "Exhibits", "TakeBack"],
    };

    /// <summary>
    /// Activities that are made of others: a practice case is loaded by doing what people do, a paper says what pages say, the overview leads to everything,
    /// and a passage is cited where it is read.
    /// </summary>
    private static readonly string[] MadeOfOthers = ["Practice", "Papers", "Overview", "Viewers"];

    /// <summary>Types that write documents and read none.</summary>
    private static readonly string[] Writers = ["DocxDocument", "DocxBody", "DocxStyles", "DocxText"];

    public static TheoryData<string> Rooms => [.. MayUse.Keys.Where(room => File.Exists(Assembly(room)))];

    [Fact]
    public void Every_room_but_the_verifier_is_there() => Assert.Equal(MayUse.Keys.Where(room => room != "Verify"), Rooms.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_arrow_points_the_wrong_way(string room) => Assert.Empty(CompiledArrows.Of(Assembly(room)).SelectMany(WrongWay));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_folders_use_each_other_in_a_circle(string room)
    {
        var inside = CompiledArrows.Of(Assembly(room)).Where(arrow => Folder(arrow.From) != Folder(arrow.To) && Room(arrow.From) == room && Room(arrow.To) == room).ToList();
        var circles = CompiledArrows.Circles(inside.Select(arrow => (Folder(arrow.From), Folder(arrow.To))));
        Assert.True(circles.Count == 0, string.Join('\n', circles.Concat(inside.Select(arrow => $"{arrow.From}.{arrow.By} -> {arrow.To}.{arrow.Used}"))));
    }

    /// <summary>What came from outside is parsed by a child process alone: no other program uses what can open it, but for writing papers of our own.</summary>
    [Theory]
    [InlineData("Casework")]
    [InlineData("Content")]
    [InlineData("Store")]
    [InlineData("Web")]
    [InlineData("Cli")]
    public void Only_the_reading_process_opens_what_came_from_outside(string room) => Assert.DoesNotContain(CompiledArrows.Opening(Assembly(room)), use => !Writers.Contains(use.By));

    [Fact]
    public void Whoever_opens_it_elsewhere_is_found() => Assert.Equal(
        ["ZipArchive", "ZipArchiveEntry"], CompiledArrows.Opening(typeof(ArrowsTests).Assembly.Location).Where(use => use.By == nameof(Circle.Two.OpensAZip)).Select(use => use.Used).Distinct());

    [Theory]
    [InlineData("Onus.Domain.Proof", "Onus.Store", "Domain must not use Store")]
    [InlineData("Onus.Store", "Onus.Casework.Files", "Store must not use Casework")]
    [InlineData("Onus.Store", "Onus.Content", "Store must not use Content")]
    [InlineData("Onus.Content", "Onus.Store", "Content must not use Store")]
    [InlineData("Onus.Ingest.Contract", "Onus.Content", "Ingest must not use Content")]
    [InlineData("Onus.Ingest.Chats", "Onus.Store.Vault", "Ingest must not use Store")]
    [InlineData("Onus.Casework.Files", "Onus.Web.Ui", "Casework must not use Web")]
    [InlineData("Onus.Casework.Files", "Onus.Casework.Charges", "activity Files must not use activity Charges")]
    [InlineData("Onus.Web.Grid", "Onus.Web.Files", "activity Grid must not use activity Files")]
    [InlineData("Onus.Web.Citing", "Onus.Web.Viewers", "activity Citing must not use activity Viewers")]
    public void A_deliberate_violation_is_found(string from, string to, string expected) =>
        Assert.Contains(WrongWay(new(from, to, "X", "Y")), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("Onus.Casework.Files", "Onus.Store")]
    [InlineData("Onus.Casework.Files", "Onus.Casework.Cases")]
    [InlineData("Onus.Web.Grid", "Onus.Casework.Evidence")]
    [InlineData("Onus.Web.Grid", "Onus.Web.Ui")]
    public void What_is_allowed_is_not_found(string from, string to) => Assert.Empty(WrongWay(new(from, to, "X", "Y")));

    [Fact]
    public void A_use_is_seen_wherever_it_stands_and_a_circle_is_found()
    {
        var arrows = CompiledArrows.Of(typeof(ArrowsTests).Assembly.Location).Where(arrow => arrow.From.StartsWith("Onus.Circle.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["InABody", "InAListOfAField", "ThrownAway"], arrows.Where(arrow => arrow.To == "Onus.Circle.Two").Select(arrow => arrow.By).Order(StringComparer.Ordinal));
        Assert.Equal(["Onus.Circle.One, Onus.Circle.Two"], CompiledArrows.Circles(arrows.Select(arrow => (arrow.From, arrow.To))));
        Assert.Empty(CompiledArrows.Circles(arrows.Where(arrow => arrow.To == "Onus.Circle.Two").Select(arrow => (arrow.From, arrow.To))));
        Assert.Equal(["a, b, c"], CompiledArrows.Circles([("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("d", "e")]));
    }

    [Fact]
    public void The_domain_uses_no_package()
    {
        var project = File.ReadAllText(Path.Combine(Root(), "src", "Onus.Domain", "Onus.Domain.csproj"));
        Assert.DoesNotContain("Reference", project, StringComparison.Ordinal);
    }

    private static IEnumerable<string> WrongWay(CompiledArrows.Arrow arrow)
    {
        var (room, other) = (Room(arrow.From), Room(arrow.To));
        var (activity, its) = (Folder(arrow.From), Folder(arrow.To));
        if (room != other && MayUse.TryGetValue(room, out var may) && MayUse.ContainsKey(other) && !may.Contains(other))
        {
            yield return $"{room} must not use {other}: {arrow}";
        }
        else if (room == other && Shared.TryGetValue(room, out var shared) && activity.Length > 0 && its.Length > 0 && its != activity
            && !shared.Contains(its) && !shared.Contains(activity) && !MadeOfOthers.Contains(activity))
        {
            yield return $"activity {activity} must not use activity {its}: {arrow}";
        }
    }

    // "Onus.Casework.Files" is the folder Files of the room Casework; what stands in the root of a room belongs to no folder.
    private static string Room(string name) => name.Split('.') is [_, var room, ..] ? room : "";

    private static string Folder(string name) => name.Split('.') is [_, _, var folder, ..] ? folder : "";

    private static string Assembly(string room) => Path.Combine(Root(), "src", "Onus." + room, "bin", Configuration(), "net10.0", $"Onus.{room}.dll");

    // tests/Onus.Web.Tests/bin/Release/net10.0: the rooms were built in the same way.
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}

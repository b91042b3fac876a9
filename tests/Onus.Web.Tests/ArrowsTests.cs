using System.Text.RegularExpressions;

namespace Onus.Web.Tests;

/// <summary>
/// Arrows point one way: Web, Cli -> Casework -> Ingest, Store -> Domain. Inside a room, an activity folder leaves the insides of
/// another alone, except for what the room shares.
/// </summary>
public sealed partial class ArrowsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Store"] = ["Domain"],
        ["Ingest"] = ["Domain"],
        ["Casework"] = ["Domain", "Store", "Ingest"],
        ["Web"] = ["Domain", "Store", "Ingest", "Casework"],
        ["Cli"] = ["Domain", "Store", "Ingest", "Casework"],
        ["Verify"] = [],
    };

    /// <summary>Folders whose types the other activities of the room are meant to use.</summary>
    private static readonly Dictionary<string, string[]> Shared = new(StringComparer.Ordinal)
    {
        ["Casework"] = ["Cases", "Documents", "Proof"],
        ["Web"] = ["Ui", "Cases", "Accounts", "Errors", "Security", "Records"],
    };

    /// <summary>Activities that are made of others: a practice case is loaded by doing what people do, and a paper says what pages say.</summary>
    private static readonly string[] MadeOfOthers = ["Practice", "Papers"];

    [Fact]
    public void No_arrow_points_the_wrong_way()
    {
        var faults = Sources().SelectMany(s => WrongArrows(s.Path, s.Text)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("src/Onus.Domain/Proof/X.cs", "using Onus.Store;", "Domain must not use Store")]
    [InlineData("src/Onus.Store/X.cs", "Onus.Casework.Files.DropFiles x;", "Store must not use Casework")]
    [InlineData("src/Onus.Ingest/Chats/X.cs", "using Onus.Store.Vault;", "Ingest must not use Store")]
    [InlineData("src/Onus.Casework/Files/X.cs", "using Onus.Web.Ui;", "Casework must not use Web")]
    [InlineData("src/Onus.Casework/Files/X.cs", "using Onus.Casework.Charges;", "activity Files must not use activity Charges")]
    [InlineData("src/Onus.Web/Grid/X.razor", "@using Onus.Web.Files", "activity Grid must not use activity Files")]
    public void A_deliberate_violation_is_found(string path, string text, string expected) =>
        Assert.Contains(WrongArrows(path, text), f => f.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Onus.Casework/Files/X.cs", "using Onus.Store;\nusing Onus.Casework.Cases;")]
    [InlineData("src/Onus.Web/Grid/X.razor", "@using Onus.Casework.Evidence\n@using Onus.Web.Ui")]
    public void What_is_allowed_is_not_found(string path, string text) => Assert.Empty(WrongArrows(path, text));

    [Fact]
    public void The_domain_uses_no_package()
    {
        var project = File.ReadAllText(Path.Combine(Root(), "src", "Onus.Domain", "Onus.Domain.csproj"));
        Assert.DoesNotContain("Reference", project, StringComparison.Ordinal);
    }

    private static IEnumerable<string> WrongArrows(string path, string text)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var at = Array.FindIndex(parts, p => p.StartsWith("Onus.", StringComparison.Ordinal));
        var room = parts[at]["Onus.".Length..];
        var activity = parts.Length > at + 2 ? parts[at + 1] : null;
        foreach (var name in Names().Matches(text).Select(m => (Room: m.Groups["room"].Value, Activity: m.Groups["activity"].Value)).Distinct())
        {
            if (name.Room != room && MayUse.ContainsKey(name.Room) && !MayUse[room].Contains(name.Room))
            {
                yield return $"{path}: {room} must not use {name.Room}";
            }
            else if (name.Room == room && Shared.TryGetValue(room, out var shared) && activity is not null
                && name.Activity.Length > 0 && name.Activity != activity && !shared.Contains(name.Activity) && !shared.Contains(activity) && !MadeOfOthers.Contains(activity)
                && Directory.Exists(Path.Combine(Root(), "src", "Onus." + room, name.Activity)))
            {
                yield return $"{path}: activity {activity} must not use activity {name.Activity}";
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Sources()
    {
        var root = Root();
        return Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories)
            .Where(p => p.EndsWith(".cs", StringComparison.Ordinal) || p.EndsWith(".razor", StringComparison.Ordinal))
            .Select(p => (Path: Path.GetRelativePath(root, p).Replace('\\', '/'), Full: p))
            .Where(p => !p.Path.Contains("/obj/", StringComparison.Ordinal) && !p.Path.Contains("/bin/", StringComparison.Ordinal))
            .Select(p => (p.Path, File.ReadAllText(p.Full)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\bOnus\.(?<room>Domain|Store|Ingest|Casework|Web|Cli|Verify)\b(?:\.(?<activity>[A-Z]\w*))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Names();
}

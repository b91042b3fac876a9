using System.Text;
using Onus.Domain.Law;

namespace Onus.Content.Tests;

/// <summary>The law that ships with Onus, and a way to write a tree on one line so that a person can compare it with a statute.</summary>
internal static class ShippedLaw
{
    public static readonly string Folder = Path.Combine(Repository(), "content", "law");

    private static readonly LoadedLaw Loaded = LawPackFiles.Load(Folder);

    public static LoadedLaw Load() => Loaded;

    public static Offence Offence(string id, string day = "2026-01-01") =>
        Load().Packs.OffenceAt(id, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Value;

    /// <summary><c>all(a any(b c:jurisdictional) ^d)</c>: ids without the offence, the kind where it is not plain, references with a caret.</summary>
    public static string Draw(Offence offence)
    {
        var drawn = new StringBuilder();
        Draw(drawn, offence.Elements, offence.Id);
        return drawn.ToString();
    }

    private static void Draw(StringBuilder drawn, Element element, string offence)
    {
        var name = element.Id.Length > offence.Length ? element.Id[(offence.Length + 1)..] : "";
        switch (element)
        {
            case Group group:
                drawn.Append(name).Append(name.Length > 0 ? "=" : "")
                    .Append(group.Rule switch { GroupRule.All => "all", GroupRule.Any => "any", _ => "atLeast" + group.AtLeast }).Append('(');
                for (var i = 0; i < group.Of.Count; i++)
                {
                    drawn.Append(i > 0 ? " " : "");
                    Draw(drawn, group.Of[i], offence);
                }

                drawn.Append(')');
                break;
            case Reference:
                drawn.Append('^').Append(name);
                break;
            case OffenceElement other:
                drawn.Append(name).Append('@').Append(other.OffenceId).Append(other.By == CommittedBy.Defendant ? "" : "/" + other.By);
                break;
            case Leaf leaf:
                drawn.Append(name).Append(leaf.Kind == LeafKind.Required ? "" : ":" + leaf.Kind).Append(leaf.PerDefendant ? "!" : "");
                break;
        }

        drawn.Append(element.NotRequiredWhen is { } leafId ? "|" + leafId[(offence.Length + 1)..] : "");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Onus.slnx is in no folder above the tests.");
        }

        return folder.FullName;
    }
}

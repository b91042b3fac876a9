using System.Globalization;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>What loading law came to.</summary>
/// <param name="Packs">The packs; those with a fault are left out, since no answer may rest on half a law.</param>
/// <param name="Faults">All faults, by file and line.</param>
/// <param name="Seen">Folders of packs that were looked at, with and without faults.</param>
public sealed record LoadedLaw(LawPacks Packs, IReadOnlyList<ContentFault> Faults, IReadOnlyList<string> Seen);

/// <summary>
/// Law packs from YAML files: a folder a country with <c>pack.yaml</c>, <c>topics.yaml</c>, <c>modes.yaml</c> and one file an offence.
/// <c>content/law/SCHEMA.md</c> describes them for those who write them.
/// </summary>
public static class LawPackFiles
{
    private const string PackFile = "pack.yaml";
    private const string TopicsFile = "topics.yaml";
    private const string ModesFile = "modes.yaml";

    /// <summary>
    /// Loads one pack (a folder with <c>pack.yaml</c>, or a file in it) or all packs below a folder.
    /// <see cref="LoadedLaw.Seen"/> is empty where there is none.
    /// </summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static LoadedLaw Load(string path)
    {
        var folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        var folders = File.Exists(Path.Combine(folder, PackFile))
            ? [folder]
            : Directory.GetDirectories(folder).Where(sub => File.Exists(Path.Combine(sub, PackFile))).Order(StringComparer.Ordinal).ToList();
        var packs = new List<LawPack>();
        var faults = new List<ContentFault>();
        foreach (var sub in folders)
        {
            var found = new List<ContentFault>();
            var pack = LoadPack(sub, found);
            if (found.Count == 0)
            {
                packs.Add(pack!);
            }

            faults.AddRange(found);
        }

        // Stable: the order in which an author reads.
        return new LoadedLaw(new LawPacks(packs), [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)], folders);
    }

    private static LawPack? LoadPack(string folder, List<ContentFault> faults)
    {
        var (file, root) = YamlFile.Read(Path.Combine(folder, PackFile), faults);
        if (root is null)
        {
            return null;
        }

        var topics = LoadTopics(Path.Combine(folder, TopicsFile), faults);
        var pack = PackYaml.Read(root);
        root.Done();
        if (pack.Country.Length > 0 && pack.Country != Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
        {
            root.Fault("country", "law.country-folder", ("country", pack.Country));
        }

        var offences = new List<(Offence Offence, YamlFile File)>();
        foreach (var name in Directory.GetFiles(folder, "*.y*ml").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(name) is PackFile or TopicsFile or ModesFile)
            {
                continue;
            }

            var (offenceFile, offenceRoot) = YamlFile.Read(name, faults);
            if (offenceRoot is null)
            {
                continue;
            }

            var offence = OffenceYaml.Read(offenceRoot, pack.Review, topics);
            offenceRoot.Done();
            if (offence is not null)
            {
                offences.Add((offence, offenceFile));
            }
        }

        var (modesFile, modes) = LoadModes(Path.Combine(folder, ModesFile), topics, faults);
        pack = pack with { Offences = [.. offences.Select(o => o.Offence)], Modes = modes };
        // The check counts places in what was read; where something is missing, its places would point at the wrong lines.
        foreach (var fault in LawPackCheck.Of(pack))
        {
            var (at, path) = fault.Path.StartsWith("modes[", StringComparison.Ordinal) ? (modesFile!, fault.Path) : Place(fault.Path, file, offences);
            if (at.HasHoles)
            {
                continue;
            }

            // What the reader has already said at this very place need not be said twice.
            if (!faults.Exists(known => known.File == at.Name && known.Line == at.LineOf(path) && IsAbsence(known.Why) && IsAbsence(fault.Why)))
            {
                at.Fault(path, fault.Why);
            }
        }

        return pack with { Offences = [.. pack.Offences.Select(offence => offence with { Modes = [.. modes.Where(mode => mode.AppliesTo(offence))] })] };
    }

    private static (YamlFile? File, IReadOnlyList<LiabilityMode> Modes) LoadModes(
        string name, IReadOnlyDictionary<string, EvidenceTopic> topics, List<ContentFault> faults)
    {
        if (!File.Exists(name))
        {
            return (null, []);
        }

        var (file, root) = YamlFile.Read(name, faults);
        var modes = root is null ? [] : PackYaml.Modes(root, topics);
        root?.Done();
        return (file, modes);
    }

    private static bool IsAbsence(Error why) => why.Key is "content.missing-key" or "law.blank" or "law.group-empty" or "law.offence-id" or "law.element-id";

    // "offences[2].elements.all[0]" is the third file's "elements.all[0]".
    private static (YamlFile File, string Path) Place(string path, YamlFile packFile, List<(Offence Offence, YamlFile File)> offences)
    {
        const string Prefix = "offences[";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return (packFile, path);
        }

        var end = path.IndexOf(']', StringComparison.Ordinal);
        var index = int.Parse(path.AsSpan(Prefix.Length, end - Prefix.Length), CultureInfo.InvariantCulture);
        return (offences[index].File, end + 2 <= path.Length ? path[(end + 2)..] : "");
    }

    private static IReadOnlyDictionary<string, EvidenceTopic> LoadTopics(string name, List<ContentFault> faults)
    {
        IReadOnlyDictionary<string, EvidenceTopic> none = new Dictionary<string, EvidenceTopic>(StringComparer.Ordinal);
        return File.Exists(name) ? YamlFile.Read(name, faults, none, PackYaml.Topics) : none;
    }
}

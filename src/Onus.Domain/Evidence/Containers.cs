using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>Which files of a case lie in another: what was taken out of a container is a file of its own, and the container holds its bytes all the same.</summary>
public static class Containers
{
    /// <summary>The files that lie in one, and those that lie in them, in the order they came.</summary>
    /// <param name="container">The one.</param>
    /// <param name="files">Every file of the case.</param>
    public static IReadOnlyList<Material> In(MaterialId container, IReadOnlyCollection<Material> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var named = files.SelectMany(file => NamesOf(file).Select(name => (Name: name, file.Id))).ToLookup(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);
        var taken = files.SelectMany(file => Of(file).Concat(ByName(file)).Select(from => (From: from, File: file))).ToLookup(pair => pair.From, pair => pair.File);
        var found = new HashSet<MaterialId>();
        var open = new Queue<MaterialId>([container]);
        while (open.TryDequeue(out var from))
        {
            foreach (var file in taken[from].Where(file => file.Id != container && found.Add(file.Id)))
            {
                open.Enqueue(file.Id);
            }
        }

        return [.. files.Where(file => found.Contains(file.Id))];

        // A folder that was written before this was kept knows it by the name alone: "export.zip/notes.txt" beside "export.zip".
        IEnumerable<MaterialId> ByName(Material file) => file.AlsoReceived.Select(also => (also.Name, also.OutOf)).Prepend((file.Name, file.OutOf)).Where(came => came.OutOf is null)
            .SelectMany(came => came.Name.Index().Where(at => at.Item == '/').SelectMany(at => named[came.Name[..at.Index]]));
    }

    /// <summary>Under which names the files that lie in a container come with it, where it comes once more.</summary>
    /// <param name="container">The container.</param>
    /// <param name="name">Its name this time.</param>
    /// <param name="files">Every file of the case.</param>
    public static IEnumerable<(Material File, string Name)> NamesIn(Material container, string name, IReadOnlyCollection<Material> files)
    {
        ArgumentNullException.ThrowIfNull(container);
        var begin = NamesOf(container).Select(own => own + "/").ToList();
        return from file in In(container.Id, files)
               let own = NamesOf(file).Select(own => (Own: own, Begin: begin.Find(start => own.StartsWith(start, StringComparison.Ordinal)))).FirstOrDefault(own => own.Begin is not null)
               where own.Begin is not null
               select (file, name + "/" + own.Own[own.Begin.Length..]);
    }

    /// <summary>Every name under which a file came: the same bytes under another name are one file.</summary>
    public static IEnumerable<string> NamesOf(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.AlsoReceived.Select(also => also.Name).Prepend(file.Name);
    }

    /// <summary>The files that one was taken out of, each once: the same bytes may lie in several.</summary>
    public static IEnumerable<MaterialId> Of(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.AlsoReceived.Select(also => also.OutOf).Prepend(file.OutOf).OfType<MaterialId>().Distinct();
    }
}

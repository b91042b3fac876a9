using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;

namespace Onus.Browser.Tests;

/// <summary>
/// The skeletons of pages that axe has looked at four ways and found sound: <c>looked-at.txt</c>, kept with the tests. A page of another skeleton is
/// looked at again in every run, which is slower and never wrong; <c>./onus test --keep-looks</c> writes down what was found sound.
/// Together with <c>--deep</c> the list begins anew. What another version of axe found counts for nothing.
/// </summary>
internal static class Looked
{
    private static readonly string Path = System.IO.Path.Combine(Walk.DemoSite.Root, "tests", "Onus.Browser.Tests", "looked-at.txt");
    private static readonly string Head = $"# {typeof(PageExtensions).Assembly.GetName().Name} {typeof(PageExtensions).Assembly.GetName().Version}: skeletons of pages that were looked at and found sound. Written by ./onus test --keep-looks.";
    private static readonly ConcurrentDictionary<string, string> Known = new(Read(), StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> Found = new(StringComparer.Ordinal);
    private static int looks;

    /// <summary>Whether pages of this skeleton were looked at.</summary>
    public static bool At(string skeleton) => Known.ContainsKey(skeleton);

    /// <summary>A page was looked at.</summary>
    public static void Add(string skeleton, string name, bool sound)
    {
        Interlocked.Increment(ref looks);
        if (sound)
        {
            Found.TryAdd(skeleton, name);
            // The next page of the same skeleton in this run needs no look.
            Known.TryAdd(skeleton, name);
        }
    }

    /// <summary>Says how many pages were looked at, and writes them down where that is wanted.</summary>
    public static void Done()
    {
        if (looks > 0)
        {
            Console.WriteLine($"figure: {looks} pages whose skeleton nobody had looked at were looked at by axe: {string.Join(", ", Found.Values.Order(StringComparer.Ordinal))}");
        }

        if (Environment.GetEnvironmentVariable("ONUS_KEEP_LOOKS") is not null)
        {
            var all = Browser.Deep ? Found : Known;
            File.WriteAllLines(Path, all.Select(one => $"{one.Key} {one.Value}").Order(StringComparer.Ordinal).Prepend(Head));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Read()
    {
        var lines = File.Exists(Path) ? File.ReadAllLines(Path) : [];
        return lines.Length > 0 && lines[0] == Head
            ? lines.Skip(1).Select(line => line.Split(' ', 2)).Where(line => line.Length == 2).Select(line => KeyValuePair.Create(line[0], line[1])).DistinctBy(line => line.Key)
            : [];
    }
}

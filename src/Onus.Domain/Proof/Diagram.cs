namespace Onus.Domain.Proof;

/// <summary>
/// Families of minimal sets as one shared zero-suppressed decision diagram (Minato 1993). A family is a number: <see cref="Empty"/> has no set,
/// <see cref="Unit"/> only the empty set; any other stands for (sets with its variable: high) and (sets without: low). Equal families have equal numbers.
/// Every operation keeps families minimal: no set contains another.
/// </summary>
/// <remarks>
/// Nodes and results live in arrays and are counted: past the budget the diagram is <see cref="Exhausted"/> and its answers are worthless.
/// The count does not depend on the machine, the clock, or the order in which families were asked for, since no result is ever forgotten.
/// </remarks>
internal sealed partial class Diagram
{
    public const int Empty = 0;
    public const int Unit = 1;

    private const int Terminal = int.MaxValue;

    private int budget;
    private int[] levels = new int[1024];
    private int[] lows = new int[1024];
    private int[] highs = new int[1024];
    private ushort[] smallest = new ushort[1024];
    private ushort[] largest = new ushort[1024];
    private int[] table = new int[2048];
    private int count = 2;

    /// <param name="budget">Nodes that may be made.</param>
    public Diagram(int budget)
    {
        this.budget = budget;
        levels[Empty] = levels[Unit] = Terminal;
        smallest[Empty] = ushort.MaxValue;
    }

    /// <summary>Whether the budget ended; nothing computed by this diagram may be used then.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Nodes made so far.</summary>
    public int Count => count;

    public int LevelOf(int family) => levels[family];

    public int LowOf(int family) => lows[family];

    public int HighOf(int family) => highs[family];

    /// <summary>Size of the smallest set; 65,535 for <see cref="Empty"/>.</summary>
    public int SmallestOf(int family) => smallest[family];

    /// <summary>Size of the largest set; 0 for <see cref="Empty"/>.</summary>
    public int LargestOf(int family) => largest[family];

    /// <summary>The family with the one set {variable at <paramref name="level"/>}.</summary>
    public int Single(int level) => Node(level, Unit, Empty);

    /// <summary>The node of a variable; both branches hold later levels only.</summary>
    public int Node(int level, int high, int low)
    {
        if (high == Empty)
        {
            return low;
        }

        var mask = table.Length - 1;
        var slot = Hash(level, high, low) & mask;
        while (table[slot] is var node && node != 0)
        {
            if (levels[node] == level && highs[node] == high && lows[node] == low)
            {
                return node;
            }

            slot = (slot + 1) & mask;
        }

        if (count >= budget)
        {
            Exhausted = true;
            return Empty;
        }

        if (count == levels.Length)
        {
            Grow();
        }

        levels[count] = level;
        highs[count] = high;
        lows[count] = low;
        smallest[count] = (ushort)Math.Min(smallest[high] + 1, (int)smallest[low]);
        largest[count] = (ushort)Math.Max(largest[high] + 1, (int)largest[low]);
        table[slot] = count;
        count++;
        if (count * 2 > table.Length)
        {
            Rehash();
        }

        return count - 1;
    }

    private static int Hash(int a, int b, int c)
    {
        unchecked
        {
            var h = ((uint)a * 0x9E3779B1u) ^ ((uint)b * 0x85EBCA77u) ^ ((uint)c * 0xC2B2AE3Du);
            h ^= h >> 15;
            h *= 0x2C1B3C6Du;
            return (int)((h ^ (h >> 13)) & 0x7FFFFFFF);
        }
    }

    private void Grow()
    {
        var size = levels.Length * 2;
        Array.Resize(ref levels, size);
        Array.Resize(ref lows, size);
        Array.Resize(ref highs, size);
        Array.Resize(ref smallest, size);
        Array.Resize(ref largest, size);
    }

    private void Rehash()
    {
        table = new int[table.Length * 2];
        var mask = table.Length - 1;
        for (var node = 2; node < count; node++)
        {
            var slot = Hash(levels[node], highs[node], lows[node]) & mask;
            while (table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            table[slot] = node;
        }
    }
}

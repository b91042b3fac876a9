using System.Buffers;

namespace Onus.Domain.Proof;

/// <content>Union, product and difference of minimal families.</content>
internal sealed partial class Diagram
{
    private const int UnionKey = -1;
    private const int WithoutKey = -2;
    private const int TruncateKey = -3;
    private const int ResultsPerNode = 5;

    // Results by (operation or order limit, first, second); open addressing, never overwritten.
    // The memory is borrowed: every order of every search needs it for a moment.
    private Entry[] results = Borrow(2048);
    private int capacity = 2048;
    private int resultCount;
    private long steps;

    /// <summary>What has been used of the budget: nodes, or results and steps at <see cref="ResultsPerNode"/> for a node, whichever is more.</summary>
    public int Spent => (int)Math.Max(count, Math.Min(int.MaxValue, (resultCount + steps) / ResultsPerNode));

    /// <summary>Counts work that leaves nothing behind, so that a wide rule cannot run for ever inside its budget of nodes.</summary>
    public void Step(int work)
    {
        steps += work;
        Exhausted |= (resultCount + steps) / ResultsPerNode >= budget;
    }

    /// <summary>The sets of both families, without those that contain another: where either function is true.</summary>
    public int Union(int a, int b)
    {
        if (a == b || b == Empty)
        {
            return a;
        }

        if (a == Empty)
        {
            return b;
        }

        if (a == Unit || b == Unit)
        {
            return Unit;
        }

        if (Exhausted)
        {
            return Empty;
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        if (Find(UnionKey, a, b, out var result))
        {
            return result;
        }

        var level = Math.Min(levels[a], levels[b]);
        var (highA, lowA) = Split(a, level);
        var (highB, lowB) = Split(b, level);
        var low = Union(lowA, lowB);
        return Keep(UnionKey, a, b, Node(level, Without(Union(highA, highB), low), low));
    }

    /// <summary>The sets of one family that contain no set of another.</summary>
    public int Without(int a, int b)
    {
        if (a == Empty || b == Unit || a == b)
        {
            return Empty;
        }

        if (b == Empty || largest[a] < smallest[b])
        {
            return a;
        }

        // Variables that no set of the first family can contain matter only in that sets of the second with them exclude nothing.
        while (levels[b] < levels[a])
        {
            b = lows[b];
        }

        if (b is Empty or Unit || a == b)
        {
            return b == Empty ? a : Empty;
        }

        if (Exhausted)
        {
            return Empty;
        }

        if (Find(WithoutKey, a, b, out var result))
        {
            return result;
        }

        var level = levels[a];
        int high;
        int low;
        if (levels[b] > level)
        {
            high = Without(highs[a], b);
            low = Without(lows[a], b);
        }
        else
        {
            high = Without(Without(highs[a], highs[b]), lows[b]);
            low = Without(lows[a], lows[b]);
        }

        return Keep(WithoutKey, a, b, Node(level, high, low));
    }

    /// <summary>
    /// The unions of one set of each family, minimal, up to a size: where both functions are true.
    /// <paramref name="cut"/> becomes true when something larger was left out, be it minimal or not.
    /// </summary>
    public int Product(int a, int b, int order, ref bool cut)
    {
        var packed = Product(a, b, order);
        cut |= (packed & 1) != 0;
        return packed >> 1;
    }

    // Results carry "something was left out" in their lowest bit.
    private int Product(int a, int b, int order)
    {
        if (a == Empty || b == Empty)
        {
            return Empty << 1;
        }

        if (a == b || b == Unit)
        {
            return Truncate(a, order);
        }

        if (a == Unit)
        {
            return Truncate(b, order);
        }

        if (smallest[a] > order || smallest[b] > order)
        {
            return (Empty << 1) | 1;
        }

        if (Exhausted)
        {
            return Empty;
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        if (Find(order, a, b, out var result))
        {
            return result;
        }

        var level = Math.Min(levels[a], levels[b]);
        var (highA, lowA) = Split(a, level);
        var (highB, lowB) = Split(b, level);
        var low = Product(lowA, lowB, order);

        // With the variable present, a function is true where either of its branches is.
        var high = levels[a] != levels[b]
            ? levels[a] == level ? Product(highA, b, order - 1) : Product(a, highB, order - 1)
            : Product(Union(highA, lowA), Union(highB, lowB), order - 1);
        var node = Node(level, Without(high >> 1, low >> 1), low >> 1);
        return Keep(order, a, b, (node << 1) | ((high | low) & 1));
    }

    private int Truncate(int a, int order)
    {
        if (a == Empty || largest[a] <= order)
        {
            return a << 1;
        }

        if (smallest[a] > order)
        {
            return (Empty << 1) | 1;
        }

        if (Exhausted)
        {
            return Empty;
        }

        if (Find(TruncateKey, a, order, out var result))
        {
            return result;
        }

        var high = Truncate(highs[a], order - 1) >> 1;
        var low = Truncate(lows[a], order) >> 1;
        return Keep(TruncateKey, a, order, (Node(levels[a], high, low) << 1) | 1);
    }

    /// <summary>Gives back the memory of results, when no more families will be combined.</summary>
    public void Rest()
    {
        ArrayPool<Entry>.Shared.Return(results);
        (results, capacity, resultCount) = ([], 0, 0);
    }

    private (int High, int Low) Split(int family, int level) => levels[family] == level ? (highs[family], lows[family]) : (Empty, family);

    private bool Find(int key, int a, int b, out int result)
    {
        var mask = capacity - 1;
        var slot = Hash(key, a, b) & mask;
        while (results[slot] is { Used: true } entry)
        {
            if (entry.Key == key && entry.A == a && entry.B == b)
            {
                result = entry.Result;
                return true;
            }

            slot = (slot + 1) & mask;
        }

        result = 0;
        return false;
    }

    private int Keep(int key, int a, int b, int result)
    {
        // Work without new nodes is work too: a bound on results keeps a search from running for ever inside its budget of nodes.
        if ((resultCount + steps) / ResultsPerNode >= budget)
        {
            Exhausted = true;
            return Empty;
        }

        if ((resultCount + 1) * 3L > capacity * 2L)
        {
            var old = results;
            results = Borrow(capacity * 2);
            foreach (var entry in old.AsSpan(0, capacity))
            {
                if (entry.Used)
                {
                    Put(entry, (capacity * 2) - 1);
                }
            }

            capacity *= 2;
            ArrayPool<Entry>.Shared.Return(old);
        }

        Put(new(key, a, b, result), capacity - 1);
        resultCount++;
        return result;
    }

    private static Entry[] Borrow(int size)
    {
        var entries = ArrayPool<Entry>.Shared.Rent(size);
        Array.Clear(entries, 0, size);
        return entries;
    }

    private void Put(Entry entry, int mask)
    {
        var slot = Hash(entry.Key, entry.A, entry.B) & mask;
        while (results[slot].Used)
        {
            slot = (slot + 1) & mask;
        }

        results[slot] = entry;
    }

    // The first operand is never a terminal, so 0 there marks a free slot.
    private readonly record struct Entry(int Key, int A, int B, int Result)
    {
        public bool Used => A != 0;
    }
}

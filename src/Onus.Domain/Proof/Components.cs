namespace Onus.Domain.Proof;

/// <summary>A directed graph in two arrays: the targets of vertex v are <c>Targets[Start[v] .. Start[v + 1]]</c>.</summary>
internal readonly record struct Edges(int[] Start, int[] Targets)
{
    public int Count => Start.Length - 1;

    public ReadOnlySpan<int> Of(int vertex) => Targets.AsSpan(Start[vertex]..Start[vertex + 1]);

    public static Edges From(IReadOnlyList<IReadOnlyList<int>> targets)
    {
        var start = new int[targets.Count + 1];
        for (var v = 0; v < targets.Count; v++)
        {
            start[v + 1] = start[v] + targets[v].Count;
        }

        var flat = new int[start[^1]];
        for (var v = 0; v < targets.Count; v++)
        {
            for (var i = 0; i < targets[v].Count; i++)
            {
                flat[start[v] + i] = targets[v][i];
            }
        }

        return new(start, flat);
    }
}

/// <summary>
/// Strongly connected components, targets before sources (Tarjan 1972, without recursion: a chain of 100,000 nodes is a valid graph).
/// A component is a slice of <see cref="Order"/>; within a loop its vertices stand in depth-first order, targets first.
/// </summary>
internal sealed class Components
{
    private Components(int[] order, int[] ends) => (Order, Ends) = (order, ends);

    /// <summary>All vertices, component by component.</summary>
    public int[] Order { get; }

    /// <summary>For each component the index in <see cref="Order"/> after its last vertex.</summary>
    public int[] Ends { get; }

    /// <summary>The components in time linear in vertices and edges.</summary>
    public static Components Of(Edges edges)
    {
        var count = edges.Count;
        var index = new int[count];
        var low = new int[count];
        var next = new int[count];
        var onStack = new bool[count];
        var order = new List<int>(count);
        var ends = new List<int>(count);
        var stack = new Stack<int>();
        var path = new Stack<int>();
        var clock = 0;

        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0)
            {
                continue;
            }

            Enter(root);
            while (path.TryPeek(out var v))
            {
                var targets = edges.Of(v);
                if (next[v] < targets.Length)
                {
                    var w = targets[next[v]++];
                    if (index[w] == 0)
                    {
                        Enter(w);
                    }
                    else if (onStack[w])
                    {
                        low[v] = Math.Min(low[v], index[w]);
                    }

                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var parent))
                {
                    low[parent] = Math.Min(low[parent], low[v]);
                }

                if (low[v] == index[v])
                {
                    int w;
                    do
                    {
                        w = stack.Pop();
                        onStack[w] = false;
                        order.Add(w);
                    }
                    while (w != v);
                    ends.Add(order.Count);
                }
            }
        }

        return new([.. order], [.. ends]);

        void Enter(int v)
        {
            index[v] = low[v] = ++clock;
            stack.Push(v);
            onStack[v] = true;
            path.Push(v);
        }
    }
}

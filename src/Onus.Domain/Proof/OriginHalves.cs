namespace Onus.Domain.Proof;

/// <summary>
/// "At least k sources that share no origin", for k up to 3, as gates over sources whose lists of origins overlap. The sources are halved again and
/// again: between halves that share no origin one gate says all there is to say, between halves that all share one there is nothing to say,
/// and only what is left is looked at source by source. So few gates are needed where each list overlaps a few others, and where many share a few origins.
/// </summary>
internal sealed class OriginHalves
{
    /// <summary>Gates that one rule of corroboration may use; what needs more counts as unmet, with a warning.</summary>
    public const int MaxGates = 1_000_000;

    private readonly Circuit.Builder builder;
    private readonly Dictionary<(Half, Half), int> crossed = [];
    private readonly Half all;

    /// <param name="builder">Where the gates go.</param>
    /// <param name="sources">At least one source; no two with equal origins. Sources that share origins should stand together.</param>
    public OriginHalves(Circuit.Builder builder, IReadOnlyList<(int[] Origins, int Gate)> sources)
    {
        this.builder = builder;
        all = Halve(sources, 0, sources.Count);
    }

    /// <summary>Gates used so far.</summary>
    public int Gates { get; private set; }

    /// <summary>Whether more than <see cref="MaxGates"/> would be needed: what was answered then means nothing.</summary>
    public bool IsTooLarge => Gates > MaxGates;

    /// <summary>The gate for <paramref name="count"/> from 0 to 3.</summary>
    public int AtLeast(int count) => count switch
    {
        0 => builder.True,
        1 => all.One,
        2 => Two(all),
        _ => Three(all),
    };

    private Half Halve(IReadOnlyList<(int[] Origins, int Gate)> sources, int from, int count)
    {
        if (count == 1)
        {
            var (origins, gate) = sources[from];
            return new Half(null, null, [.. origins], [.. origins], 1, gate);
        }

        var (left, right) = (Halve(sources, from, count / 2), Halve(sources, from + (count / 2), count - (count / 2)));
        return new Half(left, right, [.. left.Any, .. right.Any], [.. left.Common.Where(right.Common.Contains)], count, Or(left.One, right.One));
    }

    private int Two(Half half) => half.IsOneOrigin || IsTooLarge ? builder.False : Or(Two(half.Left!), Two(half.Right!), Two(half.Left!, half.Right!));

    /// <summary>One in each half.</summary>
    private int Two(Half a, Half b)
    {
        if (a.SharesOneWith(b) || IsTooLarge)
        {
            return builder.False;
        }

        if (!crossed.TryGetValue((a, b), out var gate))
        {
            var (split, other) = a.Count >= b.Count ? (a, b) : (b, a);
            gate = a.IsApartFrom(b) ? And(a.One, b.One) : Or(Two(split.Left!, other), Two(split.Right!, other));
            crossed.Add((a, b), gate);
        }

        return gate;
    }

    private int Three(Half half) => half.IsOneOrigin || IsTooLarge
        ? builder.False
        : Or(Three(half.Left!), Three(half.Right!), TwoAndOne(half.Left!, half.Right!), TwoAndOne(half.Right!, half.Left!));

    /// <summary>Two in the one half and one in the other.</summary>
    private int TwoAndOne(Half two, Half one) =>
        two.IsOneOrigin || IsTooLarge ? builder.False
        : two.IsApartFrom(one) ? And(Two(two), one.One)
        : Or(TwoAndOne(two.Left!, one), TwoAndOne(two.Right!, one), Three(two.Left!, two.Right!, one));

    /// <summary>One in each of three.</summary>
    private int Three(Half a, Half b, Half c)
    {
        if (IsTooLarge || a.SharesOneWith(b) || a.SharesOneWith(c) || b.SharesOneWith(c))
        {
            return builder.False;
        }

        var (ab, ac, bc) = (a.IsApartFrom(b), a.IsApartFrom(c), b.IsApartFrom(c));
        if (ab && ac)
        {
            return And(a.One, Two(b, c));
        }

        if (ab && bc)
        {
            return And(b.One, Two(a, c));
        }

        if (ac && bc)
        {
            return And(c.One, Two(a, b));
        }

        // Single sources are apart or share one, so the largest can be split.
        return a.Count >= b.Count && a.Count >= c.Count ? Or(Three(a.Left!, b, c), Three(a.Right!, b, c))
            : b.Count >= c.Count ? Or(Three(a, b.Left!, c), Three(a, b.Right!, c))
            : Or(Three(a, b, c.Left!), Three(a, b, c.Right!));
    }

    private int And(int a, int b)
    {
        Gates++;
        return a == builder.False || b == builder.False ? builder.False : builder.And([a, b]);
    }

    private int Or(params ReadOnlySpan<int> inputs)
    {
        Gates++;
        var open = new List<int>(inputs.Length);
        foreach (var input in inputs)
        {
            if (input != builder.False)
            {
                open.Add(input);
            }
        }

        return open.Count == 0 ? builder.False : builder.Or(open);
    }

    /// <summary>Some sources that stand together; one alone has no halves.</summary>
    private sealed class Half(Half? left, Half? right, HashSet<int> any, HashSet<int> common, int count, int one)
    {
        public Half? Left => left;

        public Half? Right => right;

        /// <summary>Origins of any of them.</summary>
        public HashSet<int> Any => any;

        /// <summary>Origins of each of them.</summary>
        public HashSet<int> Common => common;

        public int Count => count;

        /// <summary>The gate that one of them holds.</summary>
        public int One => one;

        /// <summary>Whether no two of them are independent, because all share an origin or there is but one.</summary>
        public bool IsOneOrigin => count == 1 || common.Count > 0;

        public bool IsApartFrom(Half other) => any.Count <= other.Any.Count ? !other.Any.Overlaps(any) : !any.Overlaps(other.Any);

        public bool SharesOneWith(Half other) => common.Overlaps(other.Common);
    }
}

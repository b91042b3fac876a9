using System.Globalization;
using System.Text.RegularExpressions;
using Onus.Web.Ui.Frame;

namespace Onus.Web.Tests.Sound;

/// <summary>
/// Contrast by arithmetic: every ink of the style sheet is readable on every ground of it, in light, in dark and on paper, and no rule of it uses
/// anything else. What an ink stands on needs no looking at then. Ratios of WCAG 2.2: 4.5 for words (1.4.3), 3 for edges of fields (1.4.11).
/// </summary>
public sealed partial class ColoursTests
{
    private const string Light = "light", Dark = "dark", Paper = "paper";

    private static readonly string[] Inks = ["ink", "soft", "accent", "good", "mixed", "bad"];
    private static readonly string[] Grounds = ["paper", "sheet", "shade", "accent-wash", "good-wash", "mixed-wash", "bad-wash"];

    /// <summary>Inks with a ground of their own: a rule that uses one of the two uses both.</summary>
    private static readonly (string Ink, string Ground)[] Pairs = [("on-accent", "accent"), ("on-cite", "cite"), ("paper", "ink")];

    /// <summary>Names that stand for an ink or a ground, which rules set.</summary>
    private static readonly Dictionary<string, string[]> Stand = new(StringComparer.Ordinal) { ["state"] = Inks, ["wash"] = Grounds, ["under"] = Grounds };

    /// <summary>Rules beyond that, with what stands on their ground: nothing, or words of one colour.</summary>
    private static readonly Dictionary<string, string?> Own = new(StringComparer.Ordinal)
    {
        // How far a bar is: beside it, it stands in words.
        ["progress::-webkit-progress-value"] = null,
        ["progress::-moz-progress-bar"] = null,
        // What is behind a dialog.
        [".cite::backdrop"] = null,
        // A drawn page is black on white in every scheme, and so is what is chosen on it.
        [".page-drawing ::selection"] = null,
        // A button under the mouse keeps the ink of the button.
        [".button.primary:hover"] = "on-accent",
    };

    /// <summary>Marks words of a drawn page as a pen does: yellow over black on white, whatever the scheme.</summary>
    private const string Marker = ".cited-box";

    private static readonly string Sheet = Read();

    public static TheoryData<string, string, string, double> Readable
    {
        get
        {
            var all = new TheoryData<string, string, string, double>();
            foreach (var scheme in new[] { Light, Dark, Paper })
            {
                foreach (var ground in Grounds)
                {
                    foreach (var ink in Inks)
                    {
                        all.Add(scheme, ink, ground, 4.5);
                    }

                    all.Add(scheme, "edge", ground, 3);
                    all.Add(scheme, "focus", ground, 3);
                }

                foreach (var (ink, ground) in Pairs)
                {
                    all.Add(scheme, ink, ground, 4.5);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void An_ink_is_readable_on_every_ground(string scheme, string ink, string ground, double least) =>
        Assert.True(Ratio(Tokens(scheme)[ink], Tokens(scheme)[ground]) >= least, $"{ink} on {ground}, {scheme}: {Ratio(Tokens(scheme)[ink], Tokens(scheme)[ground]):0.00}");

    [Fact]
    public void No_rule_uses_anything_but_inks_on_grounds() => Assert.Empty(Faults(Sheet));

    [Theory]
    [InlineData(".x { color: #777; }")]
    [InlineData(".x { color: grey; }")]
    [InlineData(".x { color: var(--line); }")]
    [InlineData(".x { color: var(--sheet); }")]
    [InlineData(".x { color: var(--on-accent); }")]
    [InlineData(".x { background: var(--accent); }")]
    [InlineData(".x { background: #eee; }")]
    [InlineData(".x { background: var(--cite); color: var(--soft); }")]
    [InlineData(".x { background: #777; color: #888; }")]
    [InlineData(".x { opacity: .5; }")]
    [InlineData(".x { --state: var(--line); }")]
    [InlineData(".x { --wash: var(--accent); }")]
    [InlineData("@media (min-width: 1rem) { .x { color: var(--edge); } }")]
    [InlineData(".x { filter: contrast(.5); }")]
    [InlineData(".x { mix-blend-mode: multiply; }")]
    public void A_rule_with_another_colour_is_seen(string rule) => Assert.Single(Faults(rule));

    /// <summary>By the values of the recommendation: black on white is 21, and #767676 on white the lightest grey that passes.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#000", "#fff", 21)]
    public void The_ratio_is_that_of_the_recommendation(string one, string other, double ratio) => Assert.Equal(ratio, Ratio(one, other), 0.005);

    private static List<string> Faults(string sheet)
    {
        var faults = new List<string>();
        foreach (var (selector, declared) in Rules(sheet))
        {
            var ink = declared.GetValueOrDefault("color");
            var ground = declared.GetValueOrDefault("background") ?? declared.GetValueOrDefault("background-color");
            if (!Sound(selector, ink, ground))
            {
                faults.Add($"{selector}: color {ink ?? "unset"}, background {ground ?? "unset"}");
            }

            faults.AddRange(declared.Where(d => Stand.TryGetValue(d.Key.TrimStart('-'), out var may) && !may.Contains(Token(d.Value))).Select(d => $"{selector}: {d.Key} {d.Value}"));
            // What lets through what lies behind changes every contrast; the box that is drawn over by its own sign is not seen at all.
            faults.AddRange(declared.Where(d => d.Key is "opacity" or "filter" or "backdrop-filter" or "mix-blend-mode" && selector != Marker)
                .Where(d => d.Value is not ("0" or "1" or "none" or "normal") && !d.Value.StartsWith("drop-shadow(", StringComparison.Ordinal)).Select(d => $"{selector}: {d.Key} {d.Value}"));
        }

        return faults;
    }

    private static bool Sound(string selector, string? ink, string? ground)
    {
        ground = ground is null or "none" or "transparent" or "inherit" ? null : ground;
        ink = ink is null or "inherit" or "currentColor" ? null : ink;
        if (ground is not null && Literal(ground) is { } on && ink is not null && Literal(ink) is { } with)
        {
            return Ratio(with, on) >= 4.5;
        }

        if (ground is not null && Own.TryGetValue(selector, out var words))
        {
            return words is null || new[] { Light, Dark }.All(scheme => Ratio(Tokens(scheme)[words], Mixed(ground, Tokens(scheme))) >= 4.5);
        }

        var (of, at) = (ink is null ? null : Token(ink), ground is null ? null : Token(ground));
        if (Array.Exists(Pairs, pair => pair.Ink == of && pair.Ground == at))
        {
            return true;
        }

        return (ink is null || Inks.Contains(of) || of == "state") && (ground is null || Grounds.Contains(at) || at is "wash" || Gradient(ground));
    }

    /// <summary>A gradient that hides its own edge: made of grounds, shades of the edge and nothing.</summary>
    private static bool Gradient(string ground) =>
        ground.StartsWith("linear-gradient(", StringComparison.Ordinal) && Names().Matches(ground).All(m => m.Groups["name"].Value is "under" or "sheet" or "edge-shade") && !ground.Contains('#', StringComparison.Ordinal);

    /// <summary>The token that a value is, by itself or where nothing else is set.</summary>
    private static string? Token(string value) => Names().Match(value) is { Success: true } named && named.Index == 0 ? named.Groups["name"].Value : null;

    private static string? Literal(string value) => value.StartsWith('#') && value.Length is 4 or 7 ? value : null;

    private static string Mixed(string ground, Dictionary<string, string> tokens)
    {
        var mix = Mix().Match(ground);
        Assert.True(mix.Success, ground);
        var share = int.Parse(mix.Groups["share"].Value, CultureInfo.InvariantCulture) / 100.0;
        var (one, other) = (Parts(tokens[mix.Groups["one"].Value]), Parts(tokens[mix.Groups["other"].Value]));
        return "#" + string.Concat(one.Zip(other).Select(c => ((int)Math.Round((c.First * share) + (c.Second * (1 - share)))).ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The values of a scheme: what stands first, and what dark or paper change of it.</summary>
    private static Dictionary<string, string> Tokens(string scheme)
    {
        var roots = Rules(Sheet).Where(rule => rule.Selector == ":root").Select(rule => rule.Declared).ToList();
        Assert.Equal(3, roots.Count);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in roots[0].Concat(scheme == Light ? [] : scheme == Dark ? roots[1] : roots[2]))
        {
            if (Literal(value) is not null)
            {
                values[name[2..]] = value;
            }
        }

        return values;
    }

    /// <summary>The innermost blocks of a sheet: selector and declarations. Whatever is around them, such as a condition, changes no colour.</summary>
    private static List<(string Selector, Dictionary<string, string> Declared)> Rules(string sheet)
    {
        var rules = new List<(string, Dictionary<string, string>)>();
        foreach (Match block in Blocks().Matches(Comments().Replace(sheet, "")))
        {
            var declared = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in block.Groups["body"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                declared[part[..colon].Trim()] = part[(colon + 1)..].Replace("!important", "", StringComparison.Ordinal).Trim();
            }

            rules.Add((block.Groups["selector"].Value.Trim(), declared));
        }

        return rules;
    }

    private static double Ratio(string one, string other)
    {
        var (dark, light) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Parts(colour).Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static int[] Parts(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(c => $"{c}{c}")) : colour[1..];
        return [.. Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
    }

    private static string Read()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var parts = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".css", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(parts);
        return string.Join('\n', parts.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex(@"(?<selector>[^{};]*)\{(?<body>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"var\(--(?<name>[a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"^color-mix\(in srgb, var\(--(?<one>[a-z-]+)\) (?<share>\d+)%, var\(--(?<other>[a-z-]+)\)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mix();
}

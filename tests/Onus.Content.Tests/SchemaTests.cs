using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Onus.Content.Tests;

/// <summary>
/// The schemas that editors read are those that the readers ask for, and every content file keeps to them. What the schema is told by its reader, another
/// library holds against the files.
/// </summary>
public sealed partial class SchemaTests
{
    private static readonly string Folder = ContentFolder.Find();
    private static readonly Dictionary<string, JsonSchema> Known = ContentKinds.All.ToDictionary(kind => kind.Name, kind => JsonSchema.FromText(kind.Json()), StringComparer.Ordinal);

    public static TheoryData<string> Kinds => [.. ContentKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void The_committed_schema_is_what_its_reader_asks_for(string name) =>
        Assert.Equal(ContentKinds.All.Single(kind => kind.Name == name).Json(), File.ReadAllText(Path.Combine(Folder, ContentKinds.SchemaFolder, name + ".json")));

    [Fact]
    public void No_schema_is_left_of_a_kind_that_is_gone() => Assert.Equal(
        ContentKinds.All.Select(kind => kind.Name + ".json").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Folder, ContentKinds.SchemaFolder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_content_file_keeps_to_its_schema_and_names_it_in_its_first_line()
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, file) in ContentCheck.Files(Folder))
        {
            if (ContentKinds.Of(file) is not { } kind)
            {
                wrong.Add($"{file}: nothing reads it");
                continue;
            }

            seen.Add(kind.Name);
            if (File.ReadLines(path).First() != kind.FirstLine)
            {
                wrong.Add($"{file}: its first line is not {kind.FirstLine}; ./onus content schema writes it");
            }

            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, kind.FirstLine.Split('=')[1])), kind.FirstLine);
            wrong.AddRange(Faults(kind.Name, File.ReadAllText(path)).Select(fault => $"{file}: {fault}"));
        }

        Assert.Empty(wrong);
        // A kind without a file would be a schema that nothing was held against.
        Assert.Equal(ContentKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    /// <summary>What a schema refuses, its reader refuses too, and the other way round.</summary>
    [Theory]
    [InlineData("practice-answers", "files:\n  - match: a/*\n    from: officer-1\n    obtained: public\n", true)]
    [InlineData("practice-answers", "files:\n  - match: a/*\n    from: officer-1\n", false)]
    [InlineData("practice-answers", "files:\n  - {match: a/*, from: officer-1, obtained: public, date-order: dmy}\n", true)]
    [InlineData("practice-answers", "files:\n  - {match: a/*, from: officer-1, obtained: public, dateOrder: dmy}\n", false)]
    [InlineData("practice-answers", "files:\n  - {match: a/*, from: officer-1, obtained: public, date-order: dym}\n", false)]
    [InlineData("practice-answers", "files:\n  - {match: a/*, from: officer-1, obtained: public, scope: {from: 2025-01-02}}\n", true)]
    [InlineData("practice-answers", "files:\n  - {match: a/*, from: officer-1, obtained: public, scope: {from: 2.1.2025}}\n", false)]
    [InlineData("practice-answers", "files: none\n", false)]
    [InlineData("practice-case", "ref: A\ntitle: 1984\ncountry: us\n", true)]
    [InlineData("practice-case", "ref: A\ntitle: T\ncountry: us\npeople: [{key: a, pseudonym: A, roles: [survivor, witness], may-be-minor: true}]\n", true)]
    [InlineData("practice-case", "ref: A\ntitle: T\ncountry: us\npeople: [{key: a, pseudonym: A, roles: [boss]}]\n", false)]
    [InlineData("practice-case", "ref: A\ntitle: T\ncountry: us\npeople: [{key: a, pseudonym: A, mayBeMinor: true}]\n", false)]
    [InlineData("practice-work", "ties: [{key: t, fact: f, leaf: us.a.b, defendants: all, survivors: [survivor-a]}]\n", true)]
    [InlineData("practice-work", "ties: [{key: t, fact: f, leaf: us.a.b, defendants: some}]\n", false)]
    [InlineData("practice-work", "counts: [{number: 1, key: c, offence: us.a, defendant: d, from: 2024-01-01, to: 2024-02-01}]\n", true)]
    [InlineData("practice-work", "counts: [{number: one, key: c, offence: us.a, defendant: d, from: 2024-01-01, to: 2024-02-01}]\n", false)]
    [InlineData("practice-work", "counts: [{number: 1, key: c, offence: us.a, defendant: d, from: 2024-01-01}]\n", false)]
    [InlineData("practice-work", "facts: [{key: f, sentence: S, marks: [helpsDefence]}]\n", false)]
    [InlineData("practice-solution", "counts: [{count: count-1, holds: true, cells: {either: [us.a.b]}}]\n", true)]
    [InlineData("practice-solution", "counts: [{offence: us.a, defendant: d, from: 2024-01-01, to: 2024-02-01}]\n", true)]
    [InlineData("practice-solution", "counts: [{holds: true}]\n", false)]
    [InlineData("practice-solution", "counts: [{count: count-1, cells: {perhaps: [us.a.b]}}]\n", false)]
    [InlineData("retention", "clocks: [{country: us, holder: H, kind: k, days: 30, source: S}]\n", true)]
    [InlineData("retention", "clocks: [{country: us, holder: H, kind: k, days: 30}]\n", false)]
    [InlineData("law-topics", "topics: [{id: a, title: A, traps: [one]}]\n", true)]
    [InlineData("law-topics", "topics: [{id: a}]\n", false)]
    [InlineData("law-pack", "country: zz\ntitle: Z\nlanguage: en\nconsent: Never.\nterms: {general: victim}\nsources: [{title: A, read: all}]\n", true)]
    [InlineData("law-pack", "country: zz\ntitle: Z\nlanguage: en\nconsent: Never.\nterms: {general: person}\nsources: [{title: A, read: all}]\n", false)]
    [InlineData("texts", "a: {b-c: Text}\nd.e: Text\n", true)]
    [InlineData("texts", "a: {bC: Text}\n", false)]
    [InlineData("texts", "a: [Text]\n", false)]
    public void A_schema_and_its_reader_refuse_the_same(string kind, string yaml, bool sound)
    {
        Assert.Equal(sound, Faults(kind, yaml).Count == 0);
        Assert.Equal(sound, Read(kind, yaml).Count == 0);
    }

    [Theory]
    [InlineData("- leaf: a.b\n  text: T", true)]
    [InlineData("- {leaf: a.b, text: T, offence: a.c, by: anyone}", true)]
    [InlineData("- {ref: a.b}", true)]
    [InlineData("- {group: a.b, text: T, any: [{leaf: a.b.c, text: T}, {group: a.b.d, text: T, at-least: 1, of: [{ref: a.b.c}]}]}", true)]
    [InlineData("- {fact: a.b, text: T}", false)]
    [InlineData("- {ref: a.b, text: T}", false)]
    [InlineData("- {leaf: a.b}", false)]
    [InlineData("- {leaf: a.b, text: T, perDefendant: true}", false)]
    [InlineData("- {leaf: a.b, text: T, burden: defence}", false)]
    [InlineData("- {group: a.b, text: T, some: []}", false)]
    [InlineData("- {group: a.b, text: T, all: [{ref: a.c}], any: [{ref: a.c}]}", false)]
    [InlineData("- {group: a.b, text: T, any: [{leaf: a.b.c}]}", false)]
    public void A_tree_is_written_in_one_of_its_ways(string parts, bool sound)
    {
        var yaml = "id: a\ncitation: C\ntitle: T\nvalid: {from: 2020-01-01}\npenalty: P\nsources: [{title: A, read: all}]\nelements:\n  all:\n    " + parts.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n";
        Assert.Equal(sound, Faults("offence", yaml).Count == 0);
        Assert.Equal(sound, Read("offence", yaml).Count == 0);
    }

    private static List<ContentFault> Read(string kind, string yaml)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml);
            var faults = new List<ContentFault>();
            ContentKinds.All.Single(known => known.Name == kind).Check(path, faults);
            return faults;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<string> Faults(string kind, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var json = JsonDocument.Parse(Json(stream.Documents[0].RootNode)?.ToJsonString() ?? "null");
        var found = Known[kind].Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return found.IsValid ? [] : [.. Details(found).Where(one => one.Errors is { Count: > 0 }).Select(one => $"{one.InstanceLocation}: {string.Join(' ', one.Errors!.Values)}").DefaultIfEmpty("refused")];
    }

    private static IEnumerable<EvaluationResults> Details(EvaluationResults result) => (result.Details ?? []).Prepend(result);

    // The scalars of YAML 1.2 (core schema, 10.3.2) as an editor takes them.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain } number when Whole().IsMatch(number.Value!) => JsonValue.Create(long.Parse(number.Value!, CultureInfo.InvariantCulture)),
        YamlScalarNode { Style: ScalarStyle.Plain } number when Broken().IsMatch(number.Value!) => JsonValue.Create(double.Parse(number.Value!, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    [GeneratedRegex("^[-+]?[0-9]{1,18}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken();
}

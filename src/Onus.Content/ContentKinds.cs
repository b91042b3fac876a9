using System.IO.Enumeration;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>A kind of content file.</summary>
public sealed class ContentKind
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<JsonObject> schema;
    private readonly Action<string, List<ContentFault>> check;

    internal ContentKind(string name, string files, Func<JsonObject> schema, Action<string, List<ContentFault>> check)
    {
        Name = name;
        Files = files;
        this.schema = schema;
        this.check = check;
    }

    /// <summary>Name of its schema, without ending.</summary>
    public string Name { get; }

    /// <summary>Where such files lie below the content folder; <c>*</c> stands for any name. The first kind that fits counts.</summary>
    public string Files { get; }

    /// <summary>The first line of such a file: editors find the schema by it.</summary>
    public string FirstLine => $"# yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", Files.Count(c => c == '/')))}{ContentKinds.SchemaFolder}/{Name}.json";

    /// <summary>Its JSON Schema, as it lies in <c>content/schema</c>.</summary>
    public string Json() => schema().ToJsonString(Indented) + "\n";

    /// <summary>Reads a file of this kind by itself, and says what is wrong with it.</summary>
    internal void Check(string path, List<ContentFault> faults) => check(path, faults);

    internal bool Fits(string file)
    {
        var (pattern, parts) = (Files.Split('/'), file.Split('/'));
        return pattern.Length == parts.Length && pattern.Zip(parts).All(pair => FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: false));
    }
}

/// <summary>Every kind of content file, and the schemas that are made of their readers.</summary>
public static class ContentKinds
{
    /// <summary>Where the schemas lie below the content folder.</summary>
    public const string SchemaFolder = "schema";

    private static readonly Dictionary<string, EvidenceTopic> NoTopics = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContentKind> All { get; } =
    [
        Kind("law-pack", "A law pack", "law/*/pack.yaml", root => PackYaml.Read(root)),
        Kind("law-topics", "What tends to prove things", "law/*/topics.yaml", root => PackYaml.Topics(root)),
        Kind("law-modes", "Ways of taking part", "law/*/modes.yaml", root => PackYaml.Modes(root, NoTopics)),
        Kind("offence", "An offence", "law/*/*.yaml", root => OffenceYaml.Read(root, LawReview.None, NoTopics)),
        Kind("practice-case", "A practice case", "practice/*/case.yaml", root => PracticeCaseYaml.Case(root)),
        Kind("practice-answers", "Answers about the files of a case", "practice/*/answers.yaml", root => AnswersYaml.Files(root)),
        Kind("practice-work", "What a unit made of the files", "practice/*/work.yaml", root => PracticeWorkYaml.Work(root, "")),
        Kind("practice-solution", "The reference of a practice case", "practice/*/solution.yaml", root => PracticeSolutionYaml.Solution(root)),
        Kind("column-profile", "Which column of a bank’s table means what", "practice/*/profiles/*.yaml", root => ColumnProfileYaml.Profile(root)),
        Kind("retention", "How long holders keep what a unit may need", "guidance/retention.yaml", root => RetentionYaml.Clocks(root)),
        new("texts", "languages/*/*.yaml", () => TextFiles.Schema("Texts of a language"), TextFiles.Check),
    ];

    /// <summary>The kind of a file; null where nothing reads it.</summary>
    /// <param name="file">Its path below the content folder, parted by slashes.</param>
    public static ContentKind? Of(string file) => All.FirstOrDefault(kind => kind.Fits(file));

    private static ContentKind Kind(string name, string title, string files, Action<YamlMap> read) => new(
        name,
        files,
        () => YamlShape.Of(read).Schema(title),
        (path, faults) => YamlFile.Read(path, faults, 0, root =>
        {
            read(root);
            return 0;
        }));
}

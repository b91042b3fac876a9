using System.Text.Json.Nodes;
using Onus.Domain.Shared;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Onus.Content;

/// <summary>Reads the text files of one language: maps, flat or nested, whose leaves are texts; nesting is joined by dots.</summary>
internal static class TextFiles
{
    /// <summary>All texts of the folder's <c>*.yaml</c>, in the order of the file names.</summary>
    /// <exception cref="ContentFaultException">The folder is missing, or a file is broken or defines a key again.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ContentFaultException(folder, 0, "there is no such folder of texts.");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            ReadFile(file, texts, places);
        }

        return texts;
    }

    /// <summary>Reads one file by itself, and says what is wrong with it.</summary>
    public static void Check(string file, List<ContentFault> faults)
    {
        try
        {
            ReadFile(file, [], []);
        }
        catch (ContentFaultException fault)
        {
            faults.Add(new ContentFault(file, (int)fault.Line, "", Error.Invalid("content.texts", ("fault", fault.Fault))));
        }
    }

    private static void ReadFile(string file, Dictionary<string, string> texts, Dictionary<string, string> places)
    {
        using var reader = File.OpenText(file);
        try
        {
            ReadFile(file, new Parser(reader), texts, places);
        }
        catch (YamlException fault)
        {
            throw new ContentFaultException(file, fault.Start.Line, "this is not YAML: " + fault.Message);
        }
    }

    /// <summary>The JSON Schema of such a file: texts, or texts below a key.</summary>
    public static JsonObject Schema(string title) => new()
    {
        ["$schema"] = YamlShape.Draft,
        ["title"] = title,
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = ContentKey.Form },
        ["additionalProperties"] = new JsonObject { ["oneOf"] = new JsonArray(YamlShape.Text, new JsonObject { ["$ref"] = "#" }) },
    };

    private static void ReadFile(string file, Parser yaml, Dictionary<string, string> texts, Dictionary<string, string> places)
    {
        yaml.Consume<StreamStart>();
        if (yaml.Accept<StreamEnd>(out _))
        {
            return;
        }

        yaml.Consume<DocumentStart>();
        ReadMap(file, "", yaml, texts, places);
        yaml.Consume<DocumentEnd>();
        if (!yaml.Accept<StreamEnd>(out var more))
        {
            throw new ContentFaultException(file, yaml.Current?.Start.Line ?? more?.Start.Line ?? 0, "a file of texts holds one document.");
        }
    }

    private static void ReadMap(string file, string prefix, Parser yaml, Dictionary<string, string> texts, Dictionary<string, string> places)
    {
        if (!yaml.TryConsume<MappingStart>(out _))
        {
            throw new ContentFaultException(file, yaml.Current?.Start.Line ?? 0, "here should be a map of keys and texts.");
        }

        while (!yaml.TryConsume<MappingEnd>(out _))
        {
            var name = yaml.Consume<Scalar>();
            if (!ContentKey.IsOne(name.Value))
            {
                throw new ContentFaultException(file, name.Start.Line, $"the key '{name.Value}' is written '{ContentKey.Of(name.Value)}': keys are lower case with hyphens, joined by dots.");
            }

            var key = prefix + name.Value;
            if (!yaml.TryConsume<Scalar>(out var text))
            {
                ReadMap(file, key + ".", yaml, texts, places);
                continue;
            }

            if (!places.TryAdd(key, $"{Path.GetFileName(file)}, line {name.Start.Line}"))
            {
                throw new ContentFaultException(file, name.Start.Line, $"the key '{key}' is already in {places[key]}.");
            }

            texts.Add(key, text.Value);
        }
    }
}

using System.CommandLine;
using System.Text;
using Onus.Content;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>content check [PATH]</c>: reads every content file (law, practice cases, guidance, texts) and names each fault with file and line.
/// <c>content schema [PATH]</c>: writes the JSON Schemas of content files, made of what their readers ask for, into <c>schema</c>, and the name of its schema
/// into the first line of each file. PATH is a content folder; without it the program's own. Exit 0: done, no fault; 1: faults; 2: there is no content there, or it can't be read or written.
/// </summary>
public static class ContentVerbs
{
    private const string SchemaComment = "# yaml-language-server:";

    /// <summary>The command <c>content</c> with its verbs.</summary>
    public static Command Build() => new("content", "Law, practice cases, guidance and texts.")
    {
        Verb("check", "Reads every content file and names every fault with file and line.", Check),
        Verb("schema", "Writes the JSON Schemas of content files, for editors.", Write),
    };

    private static Command Verb(string name, string description, Func<string, Texts, InvocationConfiguration, int> work)
    {
        var path = new Argument<string?>("PATH") { Arity = ArgumentArity.ZeroOrOne, Description = "A content folder; without it the program's own." };
        var verb = new Command(name, description) { path };
        verb.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            Texts texts;
            string content;
            try
            {
                // The sentences are those of the program, whatever is looked at.
                var own = ContentFolder.Find();
                texts = Texts.Load(own, "en");
                content = parsed.GetValue(path) is { } given ? ContentFolder.Find(given) : own;
            }
            catch (Exception fault) when (fault is IOException or ContentFaultException)
            {
                console.Error.WriteLine(fault.Message);
                return Exit.Cannot;
            }

            try
            {
                return work(content, texts, console);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException)
            {
                console.Error.WriteLine(texts.Format("content.unreadable", ("path", content), ("reason", fault.Message)));
                return Exit.Cannot;
            }
        });
        return verb;
    }

    private static int Check(string content, Texts texts, InvocationConfiguration console)
    {
        var faults = ContentCheck.Of(content, out var seen);
        foreach (var fault in faults)
        {
            console.Output.WriteLine(FormattableString.Invariant($"{fault.File}:{fault.Line}: {texts.Of(fault.Why)}"));
        }

        if (faults.Count > 0)
        {
            return Exit.Invalid;
        }

        console.Output.WriteLine(texts.Format("content.all-well", ("count", seen)));
        return Exit.Done;
    }

    private static int Write(string content, Texts texts, InvocationConfiguration console)
    {
        var folder = Directory.CreateDirectory(Path.Combine(content, ContentKinds.SchemaFolder)).FullName;
        foreach (var kind in ContentKinds.All)
        {
            File.WriteAllText(Path.Combine(folder, kind.Name + ".json"), kind.Json());
        }

        var named = 0;
        foreach (var (path, file) in ContentCheck.Files(content))
        {
            var text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            if (ContentKinds.Of(file) is not { } kind || text.StartsWith(kind.FirstLine + "\n", StringComparison.Ordinal))
            {
                continue;
            }

            // A schema that was named before is named anew.
            var rest = text.StartsWith(SchemaComment, StringComparison.Ordinal) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
            File.WriteAllText(path, kind.FirstLine + "\n" + rest);
            named++;
        }

        console.Output.WriteLine(texts.Format("content.schemas-written", ("count", ContentKinds.All.Count), ("path", folder), ("files", named)));
        return Exit.Done;
    }
}

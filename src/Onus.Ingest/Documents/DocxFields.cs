using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>
/// The fields that are open at a place of a body (ECMA-376 part 1, 17.16.2). A field stands in its instruction until its separator and in its result
/// after it; a run is seen only where every open field stands in its result. Fields nest in instructions and in results, and go on over paragraphs.
/// </summary>
/// <param name="neverEnding">
/// Fields that no end closes, by number from 0 in the order of their beginnings: they are no fields, or all behind them would be lost.
/// </param>
internal sealed class DocxFields(IReadOnlySet<int> neverEnding)
{
    private readonly List<Field> open = [];
    private readonly HashSet<int> unclosed = [];
    private int begun;

    /// <summary>What is known when the body has ended: the fields that no end closed.</summary>
    public IReadOnlySet<int> Unclosed => unclosed;

    /// <summary>How many are open.</summary>
    public int Count => open.Count;

    /// <summary>Whether a run at this place is seen.</summary>
    public bool IsSeen => open.TrueForAll(f => f.InResult);

    /// <summary>A field begins; false where no end closes it, which a person has to know.</summary>
    public bool Begin(DocxFormField? form)
    {
        var number = begun++;
        if (neverEnding.Contains(number))
        {
            return false;
        }

        open.Add(new Field(number, form));
        return true;
    }

    /// <summary>The separator between instruction and result.</summary>
    public void Separate()
    {
        if (open.Count > 0)
        {
            open[^1].InResult = true;
        }
    }

    /// <summary>The field ends; null where none was open.</summary>
    public Field? End()
    {
        if (open.Count == 0)
        {
            return null;
        }

        var ended = open[^1];
        open.RemoveAt(open.Count - 1);
        return ended;
    }

    /// <summary>A story such as a text box, or the body, ends: fields that began in it and are still open have no end.</summary>
    /// <param name="count">Fields that were open when the story began.</param>
    public void Close(int count)
    {
        while (open.Count > count)
        {
            unclosed.Add(End()!.Number);
        }
    }

    /// <summary>Text of an instruction, or of a field inside it whose result is part of the instruction.</summary>
    public void Instruct(string part)
    {
        if (open.FindLast(f => !f.InResult) is { } field)
        {
            field.Instruction.Append(part);
        }
    }

    /// <summary>Text that is seen, which is part of the result of every open field.</summary>
    public void Show(string part)
    {
        foreach (var field in open)
        {
            // Enough to compare with an entry of a list.
            field.Text.Append(field.Text.Length < 1000 ? part : "");
        }
    }

    /// <summary>An open field.</summary>
    internal sealed class Field(int number, DocxFormField? form)
    {
        public int Number => number;

        /// <summary>State of a form field; null for another one.</summary>
        public DocxFormField? Form => form;

        public StringBuilder Instruction { get; } = new();

        public bool InResult { get; set; }

        /// <summary>What is seen of its result, or the beginning of it.</summary>
        public StringBuilder Text { get; } = new();
    }

    /// <summary>
    /// Where a HYPERLINK leads (17.16.5.25), or whence a picture or text is taken (17.16.5.26 to 17.16.5.29): the first argument, and behind a number sign
    /// that of the switch <c>\l</c>. Null for another field, and for a link to a place in the same document.
    /// </summary>
    public static string? Target(string instruction)
    {
        var words = Words(instruction);
        if (words.Count == 0 || words[0].Text.ToUpperInvariant() is not ("HYPERLINK" or "INCLUDEPICTURE" or "INCLUDETEXT" or "IMPORT" or "INCLUDE"))
        {
            return null;
        }

        string? address = null, place = null;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] is { IsQuoted: false, Text: ['\\', var letter, ..] })
            {
                if (letter is 'l' or 'L' or 'o' or 'O' or 't' or 'T' or 'c' or 'C' && i + 1 < words.Count)
                {
                    i++;
                    place = letter is 'l' or 'L' ? words[i].Text : place;
                }
            }
            else
            {
                address ??= words[i].Text;
            }
        }

        return string.IsNullOrWhiteSpace(address) ? null : place is null ? address : $"{address}#{place}";
    }

    private static List<(string Text, bool IsQuoted)> Words(string instruction)
    {
        var words = new List<(string, bool)>();
        for (var at = 0; at < instruction.Length;)
        {
            if (char.IsWhiteSpace(instruction[at]))
            {
                at++;
                continue;
            }

            var word = new StringBuilder();
            var quoted = instruction[at] is '"' or '\u201C';
            for (at += quoted ? 1 : 0; at < instruction.Length && !(quoted ? instruction[at] is '"' or '\u201D' : char.IsWhiteSpace(instruction[at])); at++)
            {
                // Inside quotation marks a backslash takes the next sign as it is.
                at += quoted && instruction[at] == '\\' && at + 1 < instruction.Length ? 1 : 0;
                word.Append(instruction[at]);
            }

            at += quoted ? 1 : 0;
            words.Add((word.ToString(), quoted));
        }

        return words;
    }
}

/// <summary>What a person ticked or chose in an old form field (ECMA-376 part 1, 17.16.6 to 17.16.9), which stands in no run.</summary>
/// <param name="Shown">The box, or the words of the entry; null where the field does not say.</param>
internal sealed record DocxFormField(string? Shown)
{
    /// <summary>A box that is ticked, and one that is not.</summary>
    public const string Ticked = "\u2612", Unticked = "\u2610";

    public static string Box(bool ticked) => ticked ? Ticked : Unticked;

    /// <summary>Reads the beginning of a field, on which the reader stands, and moves behind it. Null where it is no box and no list.</summary>
    public static DocxFormField? Read(XmlReader xml)
    {
        bool? ticked = null, untouched = null;
        string? kind = null, result = null, preset = null;
        var entries = new List<string>();
        foreach (var at in xml.Inside())
        {
            switch (at.LocalName)
            {
                case "checkBox" or "ddList":
                    kind = at.LocalName;
                    break;
                case "checked":
                    ticked = at.IsOn();
                    break;
                case "default" when kind == "checkBox":
                    untouched = at.IsOn();
                    break;
                case "default" when kind == "ddList":
                    preset = at.Word("val");
                    break;
                case "result":
                    result = at.Word("val");
                    break;
                case "listEntry":
                    entries.Add(at.Word("val") ?? "");
                    break;
            }
        }

        return kind switch
        {
            "checkBox" => new DocxFormField(Box(ticked ?? untouched ?? false)),
            "ddList" => new DocxFormField(
                int.TryParse(result ?? preset ?? "0", System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var chosen)
                && chosen < entries.Count ? entries[chosen] : null),
            _ => null,
        };
    }
}

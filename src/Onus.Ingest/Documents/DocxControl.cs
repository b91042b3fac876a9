using System.Buffers;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>A content control (ECMA-376 part 1, 17.5.2): a box to tick says itself whether it is ticked, whatever sign it shows.</summary>
internal sealed class DocxControl(int depth)
{
    private static readonly SearchValues<char> Ticks = SearchValues.Create("\u2611\u2612\u2713\u2714\u2717\u2718");
    private bool? ticked;
    private bool isPrompt, hasText, differs;

    /// <summary>Depth of its element.</summary>
    public int Depth => depth;

    /// <summary>Whether it is a box to tick.</summary>
    public bool IsBox => ticked is not null;

    /// <summary>The box as it stands; null for another control.</summary>
    public string? Box => ticked is { } t ? DocxFormField.Box(t) : null;

    /// <summary>What a person should know of it.</summary>
    public string? Warning => differs ? "form-field-says:" + Box : isPrompt && hasText ? "prompt-text" : null;

    /// <summary>Reads its properties, on which the reader stands, and moves behind them.</summary>
    public void Properties(XmlReader xml)
    {
        foreach (var at in xml.Inside())
        {
            // The box came with Word 2010, in a namespace of its own.
            if (at.LocalName == "checkbox" && !at.IsWord())
            {
                ticked ??= false;
            }
            else if (at.LocalName == "checked" && !at.IsWord())
            {
                ticked = at.Word("val") is null or "1" or "true" or "on";
            }
            else if (at.IsWord("showingPlcHdr"))
            {
                isPrompt = at.IsOn();
            }
        }
    }

    /// <summary>Text that it shows.</summary>
    public void Show(string part)
    {
        hasText |= !string.IsNullOrWhiteSpace(part);
        differs |= ticked == true ? part.Contains('\u2610') : ticked == false && part.AsSpan().ContainsAny(Ticks);
    }

    /// <summary>The box, where nothing was shown for it.</summary>
    public string? Missing => hasText ? null : Box;
}

using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>A paragraph of the body: its text as a person sees it with changes accepted, and what else stands in it.</summary>
/// <param name="Text">The text, unchanged; empty where there is none.</param>
/// <param name="Warnings">What is not in the text, or differs from what is seen.</param>
/// <param name="IsDocument">Not a paragraph: a whole document of another format embedded at this place, which is not read.</param>
internal sealed record DocxParagraph(string Text, IReadOnlyList<string> Warnings, bool IsDocument = false)
{
    // What is said of the looks of a paragraph does not make a record of an empty one.
    private static readonly HashSet<string> OfText =
        ["automatic-number", "shown-number", "tracked-insertion", "tracked-cell-merge", "hidden-text", "struck-text", "legacy-font", "text-box", "symbol-font"];

    /// <summary>Neither text nor anything else that a person would see, or that was there before it was deleted.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Warnings.All(w => OfText.Contains(w.Split(':')[0]));
}

/// <summary>
/// Reads the paragraphs of a body one by one, in body, tables and content controls, without holding more than one.
/// Text boxes belong to the paragraph that carries them, on lines of their own behind its text. Of alternative contents the first is read, as Word does.
/// </summary>
internal static class DocxParagraphs
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>The paragraphs in the order of the file.</summary>
    /// <exception cref="XmlException">The body is not well formed.</exception>
    public static IEnumerable<DocxParagraph> Of(XmlReader xml, DocxSides sides) =>
        Of(xml, sides, new DocxFields(sides.NeverEnding), new DocxRanges());

    /// <summary>The same, also of a comment; fields that were met, and what comments hang on, are known to the caller when it has ended.</summary>
    public static IEnumerable<DocxParagraph> Of(XmlReader xml, DocxSides sides, DocxFields fields, DocxRanges ranges)
    {
        var alternatives = new Stack<bool>();
        var place = new DocxPlace(sides, fields, new DocxChanges(), new DocxNumbers(sides.Lists), new Stack<DocxControl>(), ranges);
        DocxBuilding? paragraph = null;
        xml.MoveToContent();
        if (xml.LocalName is not ("document" or "comment") || !xml.IsWord())
        {
            throw new XmlException("The body is no word-processing document.");
        }

        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.NamespaceURI == Compatibility && xml.LocalName == "AlternateContent")
                {
                    alternatives.Pop();
                }
                else if (paragraph is not null && paragraph.Ends(xml))
                {
                    yield return paragraph.Done();
                    paragraph = null;
                    ranges.Next();
                }

                place.Leave(xml);
                xml.Read();
            }
            else if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (xml.NamespaceURI == Compatibility)
            {
                Choose(xml, alternatives);
            }
            else if (xml.IsWord("altChunk"))
            {
                yield return new DocxParagraph("", [], IsDocument: true);
                xml.Skip();
            }
            else if (paragraph is null && xml.IsWord("p"))
            {
                paragraph = new DocxBuilding(xml.Depth, place);
                if (xml.IsEmptyElement)
                {
                    yield return paragraph.Done();
                    paragraph = null;
                    ranges.Next();
                }

                xml.Read();
            }
            else if (paragraph is null)
            {
                place.Next(xml);
            }
            else
            {
                paragraph.Take(xml);
            }
        }

        fields.Close(0);
    }

    private static void Choose(XmlReader xml, Stack<bool> alternatives)
    {
        if (xml.LocalName == "AlternateContent" && !xml.IsEmptyElement)
        {
            alternatives.Push(false);
        }
        else if (xml.LocalName is "Choice" or "Fallback" && alternatives.TryPop(out var taken))
        {
            alternatives.Push(true);
            if (taken)
            {
                xml.Skip();
                return;
            }
        }

        xml.Read();
    }
}

/// <summary>What a paragraph needs to know of the body around it.</summary>
/// <param name="Sides">The parts beside the body.</param>
/// <param name="Fields">Fields that are open here.</param>
/// <param name="Changes">Tracked changes around this place.</param>
/// <param name="Numbers">Automatic numbers so far.</param>
/// <param name="Controls">Content controls around this place.</param>
/// <param name="Ranges">What comments hang on.</param>
internal sealed record DocxPlace(
    DocxSides Sides, DocxFields Fields, DocxChanges Changes, DocxNumbers Numbers, Stack<DocxControl> Controls, DocxRanges Ranges)
{
    /// <summary>Leaves the element at whose end the reader stands.</summary>
    public void Leave(XmlReader xml)
    {
        Changes.Leave(xml);
        if (Controls.TryPeek(out var control) && control.Depth == xml.Depth)
        {
            Controls.Pop();
        }
    }

    /// <summary>Moves on from an element whose text is not taken.</summary>
    public void Next(XmlReader xml)
    {
        if (!xml.IsWord())
        {
            xml.Read();
        }
        else if (xml.LocalName is "trPr" or "tcPr")
        {
            Changes.Properties(xml, Sides.Theme);
        }
        else if (xml.LocalName == "sdtPr" && Controls.TryPeek(out var control))
        {
            control.Properties(xml);
        }
        else if (xml.LocalName is "sectPr" or "tblPr" or "tblGrid" or "sdtPr" or "sdtEndPr" or "tblPrEx")
        {
            // Properties hold no text, but elements that look like text elsewhere (tab stops).
            xml.Skip();
        }
        else
        {
            Ranges.Take(xml);
            if (!xml.IsEmptyElement)
            {
                Changes.Enter(xml);
                if (xml.LocalName == "sdt")
                {
                    Controls.Push(new DocxControl(xml.Depth));
                }
            }

            xml.Read();
        }
    }
}

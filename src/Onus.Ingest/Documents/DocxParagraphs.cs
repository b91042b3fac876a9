using System.Globalization;
using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>A paragraph of the body: its text as a person sees it with changes accepted, and what else stands in it.</summary>
/// <param name="Text">The text, unchanged; empty where there is none.</param>
/// <param name="Warnings">What is not in the text, or differs from what is seen.</param>
/// <param name="IsDocument">Not a paragraph: a whole document of another format embedded at this place, which is not read.</param>
internal sealed record DocxParagraph(string Text, IReadOnlyList<string> Warnings, bool IsDocument = false)
{
    /// <summary>Neither text nor anything else that a person would see, or that was there before it was deleted.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text)
        && !Warnings.Any(w => w is "picture-not-read" or "drawing-not-read" or "equation-not-read" or "object-not-read" or "note-not-read" or "comment-not-read" or "tracked-deletion");
}

/// <summary>
/// Reads the paragraphs of a body one by one, in body, tables and content controls, without holding more than one.
/// Text boxes belong to the paragraph that carries them, on lines of their own. Of alternative contents the first is read, as Word does.
/// </summary>
internal static class DocxParagraphs
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string StrictDrawing = "http://purl.oclc.org/ooxml/drawingml/main";
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Equation = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictEquation = "http://purl.oclc.org/ooxml/officeDocument/math";

    /// <summary>The paragraphs in the order of the file.</summary>
    /// <exception cref="XmlException">The body is not well formed.</exception>
    public static IEnumerable<DocxParagraph> Of(XmlReader xml)
    {
        var alternatives = new Stack<bool>();
        Building? paragraph = null;
        xml.MoveToContent();
        if (xml.LocalName != "document" || !IsWord(xml))
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
                }

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
            else if (IsWord(xml) && xml.LocalName == "altChunk")
            {
                yield return new DocxParagraph("", [], IsDocument: true);
                xml.Skip();
            }
            else if (paragraph is null)
            {
                if (IsWord(xml) && xml.LocalName == "p")
                {
                    if (xml.IsEmptyElement)
                    {
                        yield return new DocxParagraph("", []);
                    }
                    else
                    {
                        paragraph = new Building(xml.Depth);
                    }
                }

                Next(xml);
            }
            else
            {
                paragraph.Take(xml);
            }
        }
    }

    // Properties hold no text, but elements that look like text elsewhere (tab stops).
    private static void Next(XmlReader xml)
    {
        if (IsWord(xml) && xml.LocalName is "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "sdtPr" or "sdtEndPr" or "tblPrEx")
        {
            xml.Skip();
        }
        else
        {
            xml.Read();
        }
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

    private static bool IsWord(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);

    /// <summary>The paragraph that is being read.</summary>
    private sealed class Building(int depth)
    {
        private readonly StringBuilder text = new();
        private readonly SortedSet<string> warnings = new(StringComparer.Ordinal);
        private int deleted;

        public bool Ends(XmlReader xml)
        {
            if (IsWord(xml) && xml.LocalName is "del" or "moveFrom")
            {
                deleted--;
            }

            return xml.Depth == depth;
        }

        public DocxParagraph Done() => new(text.ToString(), [.. warnings]);

        /// <summary>Takes the element on which the reader stands and moves on.</summary>
        public void Take(XmlReader xml)
        {
            if (!IsWord(xml))
            {
                if (NotRead(xml) is { } warning)
                {
                    warnings.Add(warning);
                }

                xml.Read();
                return;
            }

            switch (xml.LocalName)
            {
                case "t":
                    Append(xml);
                    return;
                case "pPr" or "rPr":
                    Properties(xml);
                    return;
                case "delText" or "delInstrText" or "instrText" or "rt":
                    // The instruction of a field is not seen, its result is; the reading aid of a ruby is no part of the sentence.
                    if (xml.LocalName == "delText")
                    {
                        warnings.Add("tracked-deletion");
                    }

                    xml.Skip();
                    return;
                case "del" or "moveFrom":
                    warnings.Add("tracked-deletion");
                    deleted += xml.IsEmptyElement ? 0 : 1;
                    break;
                case "ins" or "moveTo":
                    warnings.Add("tracked-insertion");
                    break;
                case "p" when text.Length > 0:
                    text.Append('\n');
                    break;
                case "txbxContent":
                    warnings.Add("text-box");
                    break;
                case "tab" or "ptab":
                    Append("\t");
                    break;
                case "br" or "cr":
                    Append("\n");
                    break;
                case "noBreakHyphen":
                    Append("\u2011");
                    break;
                case "softHyphen":
                    Append("\u00AD");
                    break;
                case "sym":
                    Symbol(Attribute(xml, "char"));
                    break;
                case "footnoteReference" or "endnoteReference":
                    warnings.Add("note-not-read");
                    break;
                case "commentReference":
                    warnings.Add("comment-not-read");
                    break;
                case "object":
                    warnings.Add("object-not-read");
                    break;
            }

            Next(xml);
        }

        /// <summary>What stands in the place of text: a picture, an equation, a drawing such as a chart, a diagram, letters as art or ink.</summary>
        private static string? NotRead(XmlReader xml) => (xml.LocalName, xml.NamespaceURI) switch
        {
            ("blip", Drawing or StrictDrawing) or ("imagedata", Vml) => "picture-not-read",
            ("textpath", Vml) => "drawing-not-read",
            ("graphicData", Drawing or StrictDrawing) when !IsReadInside(xml.GetAttribute("uri")) => "drawing-not-read",
            ("oMath", Equation or StrictEquation) => "equation-not-read",
            _ => null,
        };

        // A picture has its own warning; shapes, alone, grouped or on a canvas, hold text boxes, which are read.
        private static bool IsReadInside(string? uri) => uri is not null
            && (uri.EndsWith("/picture", StringComparison.Ordinal) || uri.Contains("/wordprocessing", StringComparison.Ordinal)) && !uri.EndsWith("Ink", StringComparison.Ordinal);

        private void Append(string part)
        {
            if (deleted == 0)
            {
                text.Append(part);
            }
        }

        private void Append(XmlReader xml)
        {
            var keep = xml.XmlSpace == XmlSpace.Preserve;
            var part = xml.ReadElementContentAsString();
            Append(keep ? part : part.Trim(' ', '\t', '\r', '\n'));
        }

        // A character of a symbol font: its number is known, its look is not.
        private void Symbol(string? code)
        {
            warnings.Add("symbol-font");
            var known = ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                && number >= 0x20 && !char.IsSurrogate((char)number);
            Append(known ? ((char)number).ToString() : "\uFFFD");
        }

        private void Properties(XmlReader xml)
        {
            var end = xml.Depth;
            if (xml.IsEmptyElement)
            {
                xml.Read();
                return;
            }

            while (xml.Read() && xml.Depth > end)
            {
                if (xml.NodeType != XmlNodeType.Element || !IsWord(xml))
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "numPr":
                        warnings.Add("automatic-number");
                        break;
                    case "vanish" when Attribute(xml, "val") is null or "1" or "true" or "on":
                        warnings.Add("hidden-text");
                        break;
                    case "del" or "moveFrom":
                        warnings.Add("tracked-deletion");
                        break;
                    case "ins" or "moveTo":
                        warnings.Add("tracked-insertion");
                        break;
                    case "rFonts" when (LegacyFonts.Find(Attribute(xml, "ascii")) ?? LegacyFonts.Find(Attribute(xml, "hAnsi"))) is { } font:
                        warnings.Add("legacy-font:" + font);
                        break;
                }
            }

            xml.Read();
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>The paragraph that is being read.</summary>
internal sealed class DocxBuilding(int depth, DocxPlace place)
{
    private readonly StringBuilder text = new(), boxes = new();
    private readonly List<string> warnings = [];
    private readonly DocxChanges.Words deleted = new();
    private readonly Stack<(int Depth, DocxLook Usual, DocxLook Run, int Fields)> hosts = new();
    private DocxLook usual = place.Sides.Styles.OfParagraph(null).Look, run;
    private bool counted, lastIsRaised;

    private bool IsInBox => hosts.Count > 0;

    private StringBuilder Target => IsInBox ? boxes : text;

    /// <summary>Leaves the element at whose end the reader stands; true where the paragraph ends with it.</summary>
    public bool Ends(XmlReader xml)
    {
        if (xml.IsWord("txbxContent") && hosts.TryPop(out var host))
        {
            place.Fields.Close(host.Fields);
            (usual, run, lastIsRaised) = (host.Usual, host.Run, false);
        }
        else if (place.Controls.TryPeek(out var control) && control.Depth == xml.Depth)
        {
            Finish(control);
        }

        return xml.Depth == depth;
    }

    public DocxParagraph Done()
    {
        Count(null, null, null);
        foreach (var around in place.Controls)
        {
            Finish(around);
        }

        warnings.AddRange(deleted.Warnings);
        return new DocxParagraph(text.Length == 0 || boxes.Length == 0 ? $"{text}{boxes}" : $"{text}\n{boxes}", warnings);
    }

    /// <summary>Takes the element on which the reader stands and moves on.</summary>
    public void Take(XmlReader xml)
    {
        if (!xml.IsWord())
        {
            Say(DocxNotRead.Warning(xml));
            if (xml.LocalName == "hlinkClick" && xml.Relation("id") is { Length: > 0 } picture)
            {
                Link(place.Sides.Links.GetValueOrDefault(picture), null);
            }

            xml.Read();
            return;
        }

        switch (xml.LocalName)
        {
            case "delText" when !place.Changes.IsDeleted:
                Say("tracked-deletion");
                deleted.Add("", xml.ReadElementContentAsString());
                return;
            case "t" or "delText":
                var keep = xml.XmlSpace == XmlSpace.Preserve;
                var part = xml.ReadElementContentAsString();
                Append(keep ? part : part.Trim(' ', '\t', '\r', '\n'));
                return;
            case "instrText":
                place.Fields.Instruct(xml.ReadElementContentAsString());
                return;
            case "delInstrText" or "rt":
                // The reading aid of a ruby is no part of the sentence.
                xml.Skip();
                return;
            case "pPr":
                ParagraphProperties(xml);
                return;
            case "rPr":
                RunProperties(xml);
                return;
            case "fldChar":
                Field(xml);
                return;
            case "fldSimple":
                Link(DocxFields.Target(xml.Word("instr") ?? ""), null);
                break;
            case "hyperlink" when xml.Relation("id") is { Length: > 0 } id:
                Link(place.Sides.Links.GetValueOrDefault(id), xml.Word("anchor"));
                break;
            case "r":
                run = default;
                break;
            case "del" or "moveFrom":
                Say("tracked-deletion");
                break;
            case "ins" or "moveTo":
                Say("tracked-insertion");
                break;
            case "p" when Target.Length > 0 && Target[^1] != '\n':
                Target.Append('\n');
                break;
            case "txbxContent" when !xml.IsEmptyElement:
                Say("text-box");
                hosts.Push((xml.Depth, usual, run, place.Fields.Count));
                (usual, run, lastIsRaised) = (place.Sides.Styles.OfParagraph(null).Look, default, false);
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
                Symbol(xml.Word("char"));
                break;
            case "footnoteReference" or "endnoteReference":
                Say("note-not-read");
                break;
            case "commentRangeStart" or "commentReference":
                Comment(xml.Word("id") ?? "", xml.LocalName == "commentReference");
                break;
            case "object" or "control" or "subDoc":
                Say("object-not-read");
                break;
            case "contentPart":
                Say("drawing-not-read");
                break;
        }

        place.Next(xml);
    }

    private void Finish(DocxControl control)
    {
        if (control.Missing is { } box)
        {
            Append(box);
        }

        Say(control.Warning);
    }

    private void Say(string? warning)
    {
        if (warning is not null && !warnings.Contains(warning))
        {
            warnings.Add(warning);
        }
    }

    private void Append(string part)
    {
        if (place.Changes.IsDeleted)
        {
            deleted.Add(place.Changes.Who, part);
            SayOfText(part);
        }
        else if (!place.Fields.IsSeen)
        {
            place.Fields.Instruct(part);
        }
        else
        {
            var look = run.Over(usual);
            Say(string.IsNullOrWhiteSpace(part) || look.Hidden != true ? null : "hidden-text");
            Say(string.IsNullOrWhiteSpace(part) || look.Struck != true ? null : "struck-text");
            SayOfText(part);
            place.Fields.Show(part);
            foreach (var control in place.Controls)
            {
                control.Show(part);
            }

            lastIsRaised = DocxFigures.Append(Target, part, look.Raised ?? 0, lastIsRaised);
        }
    }

    // Of rows and cells, which carry no text themselves.
    private void SayOfText(string part)
    {
        if (!string.IsNullOrWhiteSpace(part))
        {
            foreach (var warning in place.Changes.Warnings)
            {
                Say(warning);
            }
        }
    }

    private void Field(XmlReader xml)
    {
        var type = xml.Word("fldCharType");
        var form = DocxFormField.Read(xml);
        if (type == "begin" && !place.Fields.Begin(form))
        {
            Say("field-unclosed");
        }
        else if (type == "separate")
        {
            place.Fields.Separate();
        }
        else if (type == "end" && place.Fields.End() is { } field && place.Fields.IsSeen)
        {
            var instruction = field.Instruction.ToString();
            Link(DocxFields.Target(instruction), null);
            var isForm = instruction.Trim().ToUpperInvariant() is { } name
                && (name.StartsWith("FORMCHECKBOX", StringComparison.Ordinal) || name.StartsWith("FORMDROPDOWN", StringComparison.Ordinal));
            if (field.Form?.Shown is { } shown && !field.HasText)
            {
                Append(shown);
            }
            else if (field.Form?.Shown is { } other)
            {
                // Programs differ on which of the two they show.
                Say("form-field-says:" + other);
            }
            else if (field.Form is not null || (isForm && !field.HasText))
            {
                Say("form-field-not-read");
            }
        }
    }

    private void Link(string? address, string? anchor)
    {
        if (place.Fields.IsSeen && address is not null)
        {
            Say("link-target:" + (anchor is null ? address : $"{address}#{anchor}"));
        }
    }

    private void Comment(string id, bool isReference)
    {
        if (place.Sides.Comments.TryGetValue(id, out var comment))
        {
            if (place.Commented.Add(id))
            {
                Say("comment-text:" + comment);
            }
        }
        else if (isReference)
        {
            Say("comment-not-read");
        }
    }

    // A character of a symbol font: its number is known, its look is not, except in a box that says itself whether it is ticked.
    private void Symbol(string? code)
    {
        if (place.Controls.FirstOrDefault(c => c.IsBox) is { } box)
        {
            Append(box.Box!);
            return;
        }

        Say("symbol-font");
        var known = ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && number >= 0x20 && !char.IsSurrogate((char)number);
        Append(known ? ((char)number).ToString() : "\uFFFD");
    }

    private void RunProperties(XmlReader xml)
    {
        var own = default(DocxLook);
        string? style = null;
        foreach (var at in xml.Inside())
        {
            if (!at.IsWord())
            {
                continue;
            }

            own = own.With(at);
            style = at.LocalName == "rStyle" ? at.Word("val") : style;
            Font(at);
        }

        run = own.Over(place.Sides.Styles.Find(style).Look);
    }

    private void Font(XmlReader at)
    {
        if (at.LocalName == "rFonts" && (LegacyFonts.Find(at.Word("ascii")) ?? LegacyFonts.Find(at.Word("hAnsi"))) is { } font)
        {
            Say("legacy-font:" + font);
        }
    }

    private void ParagraphProperties(XmlReader xml)
    {
        string? style = null, list = null;
        int? level = null;
        var isGone = false;
        foreach (var at in xml.Inside())
        {
            if (!at.IsWord())
            {
                continue;
            }

            switch (at.LocalName)
            {
                case "pStyle":
                    style = at.Word("val");
                    break;
                case "numId":
                    list = at.Word("val");
                    break;
                case "ilvl":
                    level = DocxNumbers.Number(at.Word("val"));
                    break;
                case "del" or "moveFrom":
                    // The mark of the paragraph: its number goes with it.
                    Say("tracked-deletion");
                    isGone = true;
                    break;
                case "ins" or "moveTo":
                    Say("tracked-insertion");
                    break;
                default:
                    Font(at);
                    break;
            }
        }

        usual = place.Sides.Styles.OfParagraph(style).Look;
        if (!isGone)
        {
            Count(style, list, level);
        }

        counted |= !IsInBox;
    }

    // Once a paragraph: from its properties, or at its end where it has none. A box counts for itself, in an order that programs differ on.
    private void Count(string? style, string? list, int? level)
    {
        if (counted)
        {
            return;
        }

        var inherited = place.Sides.Styles.OfParagraph(style);
        var key = list ?? inherited.List;
        if (key is null or "0" || place.Changes.IsDeleted)
        {
            return;
        }

        var at = level ?? (list is null ? place.Sides.Lists.LevelOfStyle(key, style) : null) ?? inherited.Level ?? 0;
        var number = IsInBox ? null : place.Numbers.Next(key, at);
        if (number is not "")
        {
            Say("automatic-number");
            Say(number is null ? null : "shown-number:" + number);
        }
    }
}

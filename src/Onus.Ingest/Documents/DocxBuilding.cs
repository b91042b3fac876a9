using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>The paragraph that is being read.</summary>
internal sealed partial class DocxBuilding(int depth, DocxPlace place)
{
    // The paragraph, and the boxes that hang on it in the order in which they begin, also one inside another.
    private readonly List<StringBuilder> texts = [new()];
    private readonly List<string> warnings = [];
    private readonly DocxChanges.Words deleted = new();
    private readonly DocxUnseen unseen = new();
    private readonly Stack<(int Depth, DocxLook Usual, DocxLook Run, int Fields, StringBuilder Target)> hosts = new();
    private DocxLook usual = place.Sides.Styles.OfParagraph(null).Look, run;
    private string? symbols;
    private StringBuilder? target;
    private bool counted, lastIsRaised;

    private bool IsInBox => hosts.Count > 0;

    private StringBuilder Target => target ?? texts[0];

    /// <summary>Leaves the element at whose end the reader stands; true where the paragraph ends with it.</summary>
    public bool Ends(XmlReader xml)
    {
        if (xml.IsWord("txbxContent") && hosts.TryPop(out var host))
        {
            place.Fields.Close(host.Fields);
            deleted.Part();
            (usual, run, lastIsRaised, target) = (host.Usual, host.Run, false, host.Target);
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

        warnings.AddRange(unseen.Warnings);
        warnings.AddRange(deleted.Warnings);
        return new DocxParagraph(string.Join('\n', texts.Where(t => t.Length > 0)), warnings);
    }

    /// <summary>Takes the element on which the reader stands and moves on.</summary>
    public void Take(XmlReader xml)
    {
        if (!xml.IsWord())
        {
            Say(DocxNotRead.Warning(xml));
            if (xml.LocalName == "hlinkClick" && xml.Relation("id") is { Length: > 0 } picture)
            {
                Link(AddressOf(picture), null);
            }
            else if (xml.LocalName == "blip" && xml.Relation("link") is { Length: > 0 } kept)
            {
                // The picture itself is not in the file.
                Link(AddressOf(kept), null);
            }
            else if (DocxNotRead.IsVml(xml) && xml.GetAttribute("href") is { Length: > 0 } address)
            {
                Link(address, null);
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
                AppendLetters(keep ? part : part.Trim(' ', '\t', '\r', '\n'));
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
                Link(AddressOf(id), xml.Word("anchor"));
                break;
            case "r":
                (run, symbols) = (default, null);
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
                deleted.Part();
                hosts.Push((xml.Depth, usual, run, place.Fields.Count, Target));
                texts.Add(new StringBuilder());
                (usual, run, lastIsRaised, target) = (place.Sides.Styles.OfParagraph(null).Look, default, false, texts[^1]);
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
                Symbol(xml.Word("font"), xml.Word("char"));
                break;
            case "footnoteReference" or "endnoteReference" when place.Fields.IsSeen:
                Say("note-not-read");
                break;
            case "commentReference":
                Comment(xml.Word("id") ?? "");
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
            place.Ranges.Show(part, isDeleted: true);
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
            unseen.Add(part, look.Hidden == true ? null : DocxColours.WhyUnseen(string.IsNullOrEmpty(look.Shade) ? look with { Shade = place.Changes.CellShade } : look, !IsInBox && place.Changes.IsOnPaper));
            Say(string.IsNullOrWhiteSpace(part) || look.Struck != true ? null : "struck-text");
            SayOfText(part);
            place.Fields.Show(part);
            place.Ranges.Show(part, isDeleted: false);
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

    private void AppendLetters(string letters)
    {
        if (symbols is null)
        {
            Append(letters);
            return;
        }

        foreach (var letter in letters)
        {
            Sign(symbols, letter);
        }
    }

    private void Symbol(string? font, string? code)
    {
        if (DocxSymbols.Sign(code) is { } sign)
        {
            Sign(font, sign);
        }
        else if (!AppendBox())
        {
            SayOfSign("symbol-font");
            Append("\uFFFD");
        }
    }

    // A character of a symbol font: its number is known, its look only for boxes and ticks.
    private void Sign(string? font, char sign)
    {
        if (AppendBox())
        {
            return;
        }

        var box = DocxSymbols.Box(font, sign);
        SayOfSign(box is null && !char.IsWhiteSpace(sign) ? "symbol-font" : null);
        Append(box ?? sign.ToString());
    }

    // A box of a content control says itself whether it is ticked.
    private bool AppendBox()
    {
        if (place.Controls.FirstOrDefault(c => c.IsBox) is not { } box)
        {
            return false;
        }

        Append(box.Box!);
        return true;
    }

    private void SayOfSign(string? warning) => Say(place.Fields.IsSeen && !place.Changes.IsDeleted ? warning : null);
}

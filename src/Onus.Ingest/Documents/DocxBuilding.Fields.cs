using System.Xml;

namespace Onus.Ingest.Documents;

/// <content>Fields, and what hangs on the text without being part of it: links and comments.</content>
internal sealed partial class DocxBuilding
{
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
            var name = instruction.Trim().Split(' ')[0].ToUpperInvariant();
            var shown = field.Text.ToString().Trim();
            if (shown.Length == 0 && name is "AUTONUM" or "AUTONUMLGL" or "AUTONUMOUT" or "LISTNUM")
            {
                // Word counts these anew each time and keeps no result.
                Say("automatic-number");
            }
            else if (field.Form?.Shown is { } state && shown.Length == 0)
            {
                Append(state);
            }
            else if (field.Form?.Shown is { } other && other.Trim() != shown)
            {
                // Programs differ on which of the two they show.
                Say("form-field-says:" + other);
            }
            else if (field.Form is { Shown: null } || (name is "FORMCHECKBOX" or "FORMDROPDOWN" && field.Form is null && shown.Length == 0))
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

    // The words of the comment are a record of their own: see DocxComments.
    private void Comment(string id)
    {
        place.Ranges.Refer(id);
        Say(place.Sides.CommentIds.Contains(id) ? null : "comment-not-read");
    }

    /// <summary>An address outside the document; null, with a warning, where the document names a relationship that it does not have.</summary>
    private string? AddressOf(string relationship)
    {
        var found = place.Sides.Links.GetValueOrDefault(relationship);
        Say(found is null && place.Fields.IsSeen ? "link-target-missing" : null);
        return found;
    }
}

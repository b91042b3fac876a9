using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>What stands in the place of text: a picture, an equation, a drawing such as a chart, a diagram, letters as art or ink.</summary>
internal static class DocxNotRead
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string StrictDrawing = "http://purl.oclc.org/ooxml/drawingml/main";
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Equation = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictEquation = "http://purl.oclc.org/ooxml/officeDocument/math";

    /// <summary>The warning for the element on which the reader stands; null where there is none.</summary>
    public static string? Warning(XmlReader xml) => (xml.LocalName, xml.NamespaceURI) switch
    {
        ("blip", Drawing or StrictDrawing) or ("imagedata", Vml) => "picture-not-read",
        ("textpath", Vml) => "drawing-not-read",
        ("graphicData", Drawing or StrictDrawing) when !IsReadInside(xml.GetAttribute("uri")) => "drawing-not-read",
        ("oMath", Equation or StrictEquation) => "equation-not-read",
        _ => null,
    };

    /// <summary>Whether the reader stands on a shape of the older drawing language.</summary>
    public static bool IsVml(XmlReader xml) => xml.NamespaceURI == Vml;

    // A picture has its own warning; shapes, alone, grouped or on a canvas, hold text boxes, which are read.
    private static bool IsReadInside(string? uri) => uri is not null
        && (uri.EndsWith("/picture", StringComparison.Ordinal) || uri.Contains("/wordprocessing", StringComparison.Ordinal)) && !uri.EndsWith("Ink", StringComparison.Ordinal);
}

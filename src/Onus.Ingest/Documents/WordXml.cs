using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>Names and values of WordprocessingML (ECMA-376 part 1, 17), in its transitional and its strict form.</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsWord(this XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    /// <summary>Whether it may say how text looks: an element of the format, or of what Word added to it in 2010.</summary>
    public static bool IsLook(this XmlReader xml) => xml.IsWord() || xml.NamespaceURI is "http://schemas.microsoft.com/office/word/2010/wordml";

    public static bool IsWord(this XmlReader xml, string name) => xml.LocalName == name && xml.IsWord();

    /// <summary>An attribute in the namespace of its element.</summary>
    public static string? Word(this XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);

    /// <summary>A property that is on by standing there, unless its value says otherwise (17.17.4).</summary>
    public static bool IsOn(this XmlReader xml) => xml.Word("val") is null or "1" or "true" or "on";

    /// <summary>An attribute of relationships, in either form of the format.</summary>
    public static string? Relation(this XmlReader xml, string name) =>
        xml.GetAttribute(name, "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute(name, "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /// <summary>
    /// The elements inside the one on which the reader stands, at any depth; afterwards the reader stands behind it.
    /// What stood there before a tracked change of formatting is passed over: it holds no longer.
    /// </summary>
    public static IEnumerable<XmlReader> Inside(this XmlReader xml)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (!xml.EOF && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.IsWord()
                    && xml.LocalName is "pPrChange" or "rPrChange" or "trPrChange" or "tcPrChange" or "tblPrChange" or "sectPrChange" or "numberingChange")
                {
                    xml.Skip();
                    continue;
                }

                if (xml.NodeType == XmlNodeType.Element)
                {
                    yield return xml;
                }

                xml.Read();
            }
        }

        xml.Read();
    }
}

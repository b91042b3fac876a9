using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Onus.Casework.Documents;

/// <summary>Runs of a document as runs of a DOCX.</summary>
internal static class DocxText
{
    /// <summary>A run. Its language is marked for all scripts alike: Word asks by script, and one run has one language.</summary>
    public static Run Of(PrintRun run)
    {
        var properties = new RunProperties();
        if (run.Bold)
        {
            properties.Append(new Bold(), new BoldComplexScript());
        }

        if (run.Italic)
        {
            properties.Append(new Italic(), new ItalicComplexScript());
        }

        if (run.RightToLeft)
        {
            properties.Append(new RightToLeftText());
        }

        if (run.Language is { } language)
        {
            properties.Append(new Languages { Val = language, EastAsia = language, Bidi = language });
        }

        var element = properties.HasChildren ? new Run(properties) : new Run();
        Append(element, Clean(run.Text));
        return element;
    }

    /// <summary>Text without characters that XML cannot hold; evidence may bring them.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private static void Append(Run run, string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\t'))
            {
                continue;
            }

            if (i > start)
            {
                run.Append(new Text(text[start..i]) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (i < text.Length)
            {
                run.Append(text[i] == '\t' ? new TabChar() : new Break());
            }

            start = i + 1;
        }
    }
}

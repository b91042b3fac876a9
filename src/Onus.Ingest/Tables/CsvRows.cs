using System.Text;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Tables;

/// <summary>One row of a table with the place of its bytes.</summary>
/// <param name="Line">Its first line in the file, from 1.</param>
/// <param name="Start">First byte.</param>
/// <param name="Bytes">Its bytes without the final line end.</param>
/// <param name="Fields">Its cells, unquoted.</param>
/// <param name="HasOpenQuote">A quotation mark is never closed: the row ends with its line, marks and all.</param>
internal sealed record CsvRow(int Line, long Start, ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Fields, bool HasOpenQuote);

/// <summary>
/// Splits a table into rows and cells (RFC 4180, any delimiter) without losing a byte. A cell in quotation marks may hold line ends; a mark that is
/// not closed within 50 lines or 1 MiB is read as a plain character, so that one stray mark cannot swallow the statement.
/// </summary>
internal sealed class CsvRows(Stream stream, TextCharset charset, char delimiter)
{
    /// <summary>Bytes of the longest row.</summary>
    public const int LongestRow = 1024 * 1024;

    private const int MostLinesInRow = 50;
    private readonly ByteLines lines = new(stream, charset, LongestRow);
    private readonly Queue<SourceLine> waiting = new();

    private readonly record struct SourceLine(int Number, long Start, byte[] Content, byte[] End);

    /// <summary>Rows that are longer than is read; they are skipped.</summary>
    public long TooLong { get; private set; }

    /// <summary>A line before the table, its quotation marks as they stand; null at the end.</summary>
    public CsvRow? Line() => TryLine(out var line)
        ? new CsvRow(line.Number, line.Start, line.Content, Split(Decode(line.Content), respectQuotes: false)!, HasOpenQuote: false)
        : null;

    /// <summary>The next row, or null at the end. Empty lines are no rows.</summary>
    public CsvRow? Next()
    {
        while (TryLine(out var line))
        {
            if (line.Content.Length > 0)
            {
                return Row(line);
            }
        }

        return null;
    }

    private CsvRow Row(SourceLine first)
    {
        var text = Decode(first.Content);
        if (Split(text, respectQuotes: true) is { } fields)
        {
            return new CsvRow(first.Number, first.Start, first.Content, fields, HasOpenQuote: false);
        }

        // A cell goes on in the next line: try to close it, and give the lines back if that fails.
        var taken = new List<SourceLine>();
        var bytes = new List<byte>(first.Content);
        var whole = new StringBuilder(text);
        var end = first.End;
        while (taken.Count < MostLinesInRow && bytes.Count < LongestRow && TryLine(out var line))
        {
            taken.Add(line);
            bytes.AddRange(end);
            bytes.AddRange(line.Content);
            whole.Append('\n').Append(Decode(line.Content));
            end = line.End;

            // Only a line with a mark in it can close the cell.
            if (line.Content.AsSpan().Contains((byte)'"')
                && Split(whole.ToString(), respectQuotes: true) is { } joined)
            {
                return new CsvRow(first.Number, first.Start, bytes.ToArray(), joined, HasOpenQuote: false);
            }
        }

        SourceLine[] later = [.. taken, .. waiting];
        waiting.Clear();
        foreach (var line in later)
        {
            waiting.Enqueue(line);
        }

        return new CsvRow(first.Number, first.Start, first.Content, Split(text, respectQuotes: false)!, HasOpenQuote: true);
    }

    /// <summary>The text of a line. A zero byte is no character of any text.</summary>
    private string Decode(byte[] bytes) => charset.Encoding.GetString(bytes).Replace('\0', '\uFFFD');

    private bool TryLine(out SourceLine line)
    {
        if (waiting.TryDequeue(out line))
        {
            return true;
        }

        while (lines.Next())
        {
            if (lines.IsCut)
            {
                TooLong++;
                continue;
            }

            line = new SourceLine(lines.Number, lines.Start, lines.Content.ToArray(), charset.LineEnd(lines.EndLength).ToArray());
            return true;
        }

        return false;
    }

    /// <summary>The cells of a row, or null where a quotation mark is still open at its end.</summary>
    /// <remarks>
    /// Some databases write <c>\"</c> for a mark inside a cell, and some programs leave such a mark as it is: read so only where the row breaks the rule of
    /// RFC 4180 and keeps that one.
    /// </remarks>
    private List<string>? Split(string text, bool respectQuotes)
    {
        var fields = Split(text, respectQuotes, escape: '"', isLoose: false, out var isClean);
        return isClean ? fields
            : text.Contains("\\\"", StringComparison.Ordinal) && Split(text, respectQuotes, escape: '\\', isLoose: false, out var isCleaner) is { } escaped && isCleaner ? escaped
            : fields is not null && Split(text, respectQuotes, escape: '"', isLoose: true, out var isCleanest) is { } loose && isCleanest ? loose
            : fields;
    }

    /// <param name="text">The row.</param>
    /// <param name="respectQuotes">Whether a mark opens a cell.</param>
    /// <param name="escape">What stands before a mark that is part of a cell.</param>
    /// <param name="isLoose">Whether only a mark before a delimiter, or at the end, closes a cell.</param>
    /// <param name="isClean">Whether every mark stands where the rule has it.</param>
    private List<string>? Split(string text, bool respectQuotes, char escape, bool isLoose, out bool isClean)
    {
        isClean = true;
        var fields = new List<string>();
        var field = new StringBuilder();
        var i = 0;
        while (true)
        {
            field.Clear();
            if (respectQuotes && delimiter != ' ' && i > 0)
            {
                // Some writers put a space between the delimiter and the mark that opens a cell.
                var mark = i;
                while (mark < text.Length && text[mark] == ' ')
                {
                    mark++;
                }

                i = mark < text.Length && text[mark] == '"' ? mark : i;
            }

            var (quoted, wasQuoted) = (0, false);
            if (respectQuotes && i < text.Length && text[i] == '"')
            {
                i++;
                var bare = 0;
                while (true)
                {
                    if (i >= text.Length)
                    {
                        isClean = false;
                        return null;
                    }

                    if (isLoose && bare % 2 == 1 && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"' && IsBeforeDelimiter(text, i + 2))
                    {
                        // The first closes a mark inside the cell, the second the cell.
                        field.Append('"');
                        i += 2;
                        break;
                    }

                    if (text[i] == escape && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        field.Append('"');
                        i += 2;
                    }
                    else if (text[i] != '"' || (isLoose && !IsBeforeDelimiter(text, i + 1)))
                    {
                        // A mark behind a delimiter opens a cell: then this one was closed before.
                        isClean &= text[i] != '"' || text[i - 1] != delimiter;
                        bare += text[i] == '"' ? 1 : 0;
                        field.Append(text[i++]);
                    }
                    else
                    {
                        i++;
                        break;
                    }
                }

                quoted = field.Length;
                wasQuoted = true;
            }

            var end = text.IndexOf(delimiter, i);
            field.Append(text, i, (end < 0 ? text.Length : end) - i);
            if (respectQuotes && wasQuoted && field.Length > quoted && field.ToString(quoted, field.Length - quoted).AsSpan().Trim(' ').IsEmpty)
            {
                field.Length = quoted;
            }

            isClean &= !wasQuoted || field.Length == quoted;

            fields.Add(field.ToString());
            if (end < 0)
            {
                return fields;
            }

            i = end + 1;
        }
    }

    private bool IsBeforeDelimiter(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at == text.Length || text[at] == delimiter;
    }
}

using System.Buffers;
using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Mt940;

/// <summary>Walks the lines and emits the entries. One record is held back, because what follows says whether it is the last of its statement.</summary>
/// <param name="file">The file.</param>
/// <param name="charset">Its character set.</param>
/// <param name="emit">Gets every record.</param>
internal sealed class Mt940Pass(EvidenceFile file, TextCharset charset, Action<EvidenceRecord> emit)
{
    /// <summary>Bytes of the longest entry that is read.</summary>
    internal const int LongestEntry = 1024 * 1024;

    // So many accounts and names of statements are kept, however long a file is.
    private const int MostAccounts = 10_000;
    private const int MostNamed = 20;

    private readonly ArrayBufferWriter<byte> bytes = new(4096);
    private readonly Dictionary<string, Money> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> faults = new(StringComparer.Ordinal);
    private Statement statement = new();
    private EvidenceRecord? held;
    private Part part;
    private int line;
    private long start;
    private long length;
    private long solid;
    private List<string> entry = [];
    private List<string> details = [];

    private enum Part
    {
        None,
        Entry,
        Details,
    }

    /// <summary>Records that were emitted.</summary>
    public long Records { get; private set; }

    /// <summary>Entries too long to be read.</summary>
    public long TooLong { get; private set; }

    /// <summary>What a person should know about the file: each fault of a statement, with the numbers of the statements.</summary>
    public IReadOnlyList<string> OfFile => [.. faults.Select(fault => fault.Key + ":" + string.Join(", ", fault.Value))];

    /// <summary>Reads the file.</summary>
    public void Run()
    {
        using var stream = file.Open();
        var lines = new ByteLines(stream, charset, LongestEntry);
        var decoder = new LineDecoder(charset);
        ReadOnlySpan<byte> inner = [];
        while (lines.Next())
        {
            var text = decoder.Whole(lines.Content);
            if (Mt940Field.TryTag(text, out var tag, out var content))
            {
                if (tag == "86" && part != Part.None)
                {
                    part = Part.Details;
                    Keep(lines, inner);
                    Say(details, content);
                }
                else
                {
                    Flush();
                    Field(tag, content.ToString(), lines);
                }
            }
            else if (Mt940Field.EndsMessage(text))
            {
                Flush();
            }
            else if (part != Part.None)
            {
                Keep(lines, inner);
                Say(part == Part.Entry ? entry : details, text);
            }

            inner = charset.LineEnd(lines.EndLength);
        }

        Flush();
        End();
        Emit();
    }

    private void Field(string tag, string content, ByteLines lines)
    {
        switch (tag)
        {
            case "20":
                End();
                statement = new Statement { Reference = content.Trim() };
                break;
            case "25" or "25P":
                // The standard gives it 35 characters; what is much longer is no account, and would stand in every record.
                statement.Account = content.Trim() is { Length: <= 100 } account ? account : null;
                break;
            case "28" or "28C":
                statement.Number = content.Trim();
                break;
            case "60F" or "60M":
                Begin(Mt940Balance.Read(content));
                break;
            case "62F" or "62M":
                Close(Mt940Balance.Read(content));
                break;
            case "61" or "86":
                part = tag == "61" ? Part.Entry : Part.Details;
                (line, start, length, solid) = (lines.Number, lines.Start, 0, 0);
                bytes.ResetWrittenCount();
                entry = tag == "61" ? [content] : [];
                details = tag == "61" ? [] : [content];
                Keep(lines, []);
                break;
            default:
                break;
        }
    }

    private void Say(List<string> field, ReadOnlySpan<char> line)
    {
        if (length <= LongestEntry && (field.Count == 0 || !line.IsWhiteSpace()))
        {
            field.Add(line.ToString());
        }
    }

    private void Keep(ByteLines lines, ReadOnlySpan<byte> inner)
    {
        length += inner.Length + lines.Length;
        if (length <= LongestEntry)
        {
            bytes.Write(inner);
            bytes.Write(lines.Content);
        }

        solid = lines.Length > 0 ? length : solid;
    }

    private void Flush()
    {
        if (part == Part.None)
        {
            return;
        }

        part = Part.None;
        if (length > LongestEntry)
        {
            TooLong++;
            statement.IsWhole = false;
            return;
        }

        Emit();
        held = Record(bytes.WrittenSpan[..(int)solid]);
    }

    private void Emit()
    {
        if (held is not null)
        {
            emit(held);
            Records++;
            held = null;
        }
    }

    private EvidenceRecord Record(ReadOnlySpan<byte> slice)
    {
        var warnings = new List<string>();
        var said = Mt940Details.Of(details);
        var read = entry is [var first, ..] ? Mt940Entry.Read(first) : null;
        var text = string.Join('\n', new[] { said.Words }.Concat(entry.Skip(1)).Concat(read?.References ?? []).Where(words => words.Length > 0));
        Money? amount = null;
        var time = RecordTime.None;
        if (read is null)
        {
            // What a bank says of the whole statement stands in a field without an entry before it.
            warnings.Add(entry.Count > 0 ? Mt940Warnings.EntryUnreadable : ReadWarnings.RowNotAPayment);
            text = string.Join('\n', entry.Take(1).Append(text).Where(words => words.Length > 0));
            statement.IsWhole &= entry.Count == 0;
        }
        else
        {
            time = Time(read, warnings);
            amount = Amount(read, warnings);
            if (read.IsReversal)
            {
                warnings.Add(Mt940Warnings.Reversal);
            }
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            warnings.Add(ReadWarnings.CharactersUnreadable);
        }

        if (statement.Breaks is { } breaks)
        {
            warnings.Add(breaks);
            statement.Breaks = null;
        }

        statement.See(amount, isEntry: entry.Count > 0);
        var at = new TextPosition(line, start, solid);
        return new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at),
            read is null ? RecordKind.Row : RecordKind.Payment,
            new Locator(file.Blob, file.Chain, at, Sha256.Of(slice)),
            time,
            [
                .. statement.Account is { Length: > 0 } account ? [new Party(account, "holder")] : Array.Empty<Party>(),
                .. read is not null && said.Other is { } other ? [new Party(other, "counterparty")] : Array.Empty<Party>(),
            ],
            text.Length > 0 ? text : null,
            [],
            warnings,
            amount);
    }

    private static RecordTime Time(Mt940Entry read, List<string> warnings)
    {
        var day = read.Booked.Length > 0 ? read.BookedDay : read.ValueDay;
        if (day is null || read.ValueDay is null)
        {
            warnings.Add(ReadWarnings.DateImpossible);
        }
        else if (read.ValueDay != day)
        {
            warnings.Add(Mt940Warnings.ValueDay + ":" + read.ValueDay.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return RecordTime.None with { Raw = read.RawDays, Local = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
    }

    private Money? Amount(Mt940Entry read, List<string> warnings)
    {
        if (statement.Opening is not { Amount: var opening })
        {
            warnings.Add(ReadWarnings.CurrencyUnreadable);
            return null;
        }

        var amount = read.MoneyIn(opening.Currency, opening.Decimals);
        if (amount is null)
        {
            warnings.Add(ReadWarnings.AmountUnreadable);
        }

        return amount;
    }

    private void Begin(Mt940Balance? opening)
    {
        statement.Begin(opening);
        if (opening is not null && statement.Account is { Length: > 0 } account && ended.TryGetValue(account, out var before) && before != opening.Amount)
        {
            statement.Breaks = Fault(Mt940Warnings.NotContinued);
        }
    }

    private void Close(Mt940Balance? closing)
    {
        statement.IsClosed = true;
        if (closing is not null && statement.Account is { Length: > 0 } account && (ended.Count < MostAccounts || ended.ContainsKey(account)))
        {
            ended[account] = closing.Amount;
        }

        var last = statement.Entries > 0 ? held : null;
        if (closing is null || (statement.IsWhole && statement.Sum is { } sum && sum != closing.Amount))
        {
            var fault = Fault(Mt940Warnings.DoesNotAddUp);
            held = last is null ? held : last with { Warnings = [.. last.Warnings, fault] };
        }
        else if (last is { Kind: RecordKind.Payment, Amount: { } moved } && moved.Currency == closing.Amount.Currency)
        {
            held = last with { Balance = closing.Amount };
        }
    }

    /// <summary>The end of a statement: of its last part, where it has several.</summary>
    private void End()
    {
        if (statement is { HasBegun: true, IsClosed: false })
        {
            var fault = Fault(Mt940Warnings.CutOff);
            held = statement.Entries > 0 && held is not null ? held with { Warnings = [.. held.Warnings, fault] } : held;
        }
    }

    private string Fault(string code)
    {
        if (!faults.TryGetValue(code, out var numbers))
        {
            faults.Add(code, numbers = new(StringComparer.Ordinal));
        }

        if (numbers.Count < MostNamed)
        {
            numbers.Add(statement.Name);
        }
        else if (!numbers.Contains(statement.Name))
        {
            numbers.Add("…");
        }

        return code + ":" + statement.Name;
    }

    /// <summary>What is known of the statement that is being read.</summary>
    private sealed class Statement
    {
        public string? Reference { get; init; }

        public string? Account { get; set; }

        public string? Number { get; set; }

        public Mt940Balance? Opening { get; private set; }

        public bool HasBegun { get; private set; }

        public bool IsClosed { get; set; }

        /// <summary>Whether every entry so far has an amount that was read.</summary>
        public bool IsWhole { get; set; } = true;

        public string? Breaks { get; set; }

        public int Entries { get; private set; }

        public Money? Sum { get; private set; }

        /// <summary>By what people find it: its number, else its reference.</summary>
        public string Name => (Number is { Length: > 0 } ? Number : Reference is { Length: > 0 } ? Reference : "?") is var name && name.Length > 40 ? name[..40] : name;

        public void Begin(Mt940Balance? opening)
        {
            (Opening, Sum, HasBegun, IsClosed, IsWhole, Entries) = (opening, opening?.Amount, true, false, opening is not null, 0);
        }

        public void See(Money? amount, bool isEntry)
        {
            HasBegun |= isEntry;
            Entries += isEntry ? 1 : 0;
            IsWhole &= amount is not null || !isEntry;
            Int128 sum = Sum is { } so && amount is not null ? (Int128)so.Minor + amount.Minor : 0;
            Sum = Sum is not null && amount is not null && sum >= long.MinValue && sum <= long.MaxValue ? Sum with { Minor = (long)sum } : Sum;
        }
    }
}

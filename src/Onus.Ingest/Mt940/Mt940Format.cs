using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Mt940;

/// <summary>
/// Statements of accounts as banks send them to each other and to bookkeeping (SWIFT MT940): a record an entry, that is field 61 with what field 86 says about it. Several
/// statements, of several accounts, may stand in a file. Two passes: the first looks at the bytes, the second emits.
/// </summary>
public sealed class Mt940Format : IFormat
{
    private const int LinesToLookAt = 400;

    /// <inheritdoc/>
    public string Format => "mt940";

    /// <inheritdoc/>
    public string Parser => "onus.mt940/1";

    /// <inheritdoc/>
    public Family Family => Families.Ledger;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WarningGroup> Warnings => Mt940Warnings.Groups;

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "text";

    /// <summary>A statement has a reference and, behind it, a balance or an entry in the form that the standard gives them.</summary>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var charset = TextCharset.ToLookAt(file);
        if (!charset.CanBe(file.Prefix.Span))
        {
            return false;
        }

        using var prefix = new MemoryStream(file.Prefix.ToArray());
        var lines = new ByteLines(prefix, charset, EvidenceFile.PrefixLength);
        var decoder = new LineDecoder(charset);
        var begun = false;
        for (var seen = 0; seen < LinesToLookAt && lines.Next(); seen++)
        {
            var line = decoder.Whole(lines.Content);
            if (!Mt940Field.TryTag(line, out var tag, out var content))
            {
                continue;
            }

            if (begun && (Mt940Balance.IsOpening(tag) ? Mt940Balance.Read(content) is not null : tag is "61" && Mt940Entry.Read(content) is not null))
            {
                return true;
            }

            begun |= tag is "20";
        }

        return false;
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emit);
        var (charset, question) = TextCharset.Of(file, options.Charset);
        if (charset is null)
        {
            return Undecided(file, 1, question!);
        }

        if (charset.IsAssumed && options.Charset is null && NotUtf8(file, charset) is var (entries, fault))
        {
            return Undecided(file, Math.Max(1, entries), fault);
        }

        var pass = new Mt940Pass(file, charset, emit);
        pass.Run();
        Skipped[] skipped = pass.TooLong > 0 ? [new Skipped(SkipReasons.RowTooLong, pass.TooLong)] : [];
        if (pass.Records == 0 && skipped.Length == 0)
        {
            skipped = [new Skipped(SkipReasons.NoRows, 1)];
        }

        return new ReadSummary(file.Name, file.Blob, Format, Parser, pass.Records + skipped.Sum(s => s.Count), pass.Records, skipped, []) { Warnings = pass.OfFile };
    }

    private ReadSummary Undecided(EvidenceFile file, long seen, Decision question) =>
        new(file.Name, file.Blob, Format, Parser, seen, 0, [new Skipped(SkipReasons.NeedsDecision, seen)], [question]);

    /// <summary>The first line whose bytes are not UTF-8, as a question, and how many entries the file has; null where all are.</summary>
    private static (long Entries, Decision Question)? NotUtf8(EvidenceFile file, TextCharset charset)
    {
        using var stream = file.Open();
        var lines = new ByteLines(stream, charset, Mt940Pass.LongestEntry);
        Decision? question = null;
        long entries = 0;
        while (lines.Next())
        {
            entries += lines.Content.StartsWith(":61:"u8) ? 1 : 0;
            if (question is null && Utf8Check.Fault(lines.Content, out var isCutOff) is >= 0 and var at && !(isCutOff && lines.IsCut))
            {
                var bytes = lines.Content[at..Math.Min(lines.Content.Length, at + 4)];
                question = new Decision("charset", lines.Number, string.Join(' ', bytes.ToArray().Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))), []);
            }
        }

        return question is null ? null : (entries, question);
    }
}

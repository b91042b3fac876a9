using System.Buffers;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>
/// WhatsApp's text export, in the dash style of Android and the bracket style of iOS. Two passes: the first settles the style and checks the stated
/// date order against every line, the second emits. A message goes to the next line that begins one; its slice is all its bytes without the final
/// line end. A message longer than 4 MiB is skipped and counted.
/// </summary>
public sealed class WhatsAppText : IEvidenceReader
{
    /// <summary>Bytes of the longest message that is read.</summary>
    internal const int LongestMessage = 4 * 1024 * 1024;

    private const int LinesToLookAt = 50;

    /// <inheritdoc/>
    public string Format => "whatsapp-text";

    /// <inheritdoc/>
    public string Parser => "onus.whatsapp-text/2";

    /// <inheritdoc/>
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
        for (var seen = 0; seen < LinesToLookAt && lines.Next();)
        {
            seen += lines.Length > 0 ? 1 : 0;
            if (ChatHeader.TryRead(decoder.Head(lines.Content), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit) => Read(file, options, emit, this, ChatMedia.None);

    /// <summary>Reads a chat that may stand in a container with its media.</summary>
    internal static ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit, IEvidenceReader reader, ChatMedia media)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emit);
        var summary = new ReadSummary(file.Name, file.Blob, reader.Format, reader.Parser, 1, 0, [], []);
        var (charset, charsetQuestion) = TextCharset.Of(file, options.Charset);
        if (charset is null)
        {
            return summary with { Skipped = [new Skipped(SkipReasons.NeedsDecision, 1)], NeedsDecision = [charsetQuestion!] };
        }

        WhatsAppSurvey survey;
        using (var first = file.Open())
        {
            survey = WhatsAppSurvey.Of(first, charset);
        }

        if (survey.Style is not { } style)
        {
            return summary with { Format = null, Parser = null, Skipped = [new Skipped(Failures.NoKnownStyle, 1)], Failure = Failures.NoKnownStyle };
        }

        var questions = survey.Questions(options);
        if (questions.Count > 0)
        {
            return summary with { Seen = survey.Elements, Skipped = [new Skipped(SkipReasons.NeedsDecision, survey.Elements)], NeedsDecision = questions };
        }

        media.Load();
        using var second = file.Open();
        var pass = new Pass(file, charset, style, survey.Senders, options, media, emit);
        pass.Run(second);
        Skipped[] skipped =
        [
            .. pass.Before > 0 ? [new Skipped(SkipReasons.BeforeFirstMessage, pass.Before)] : Array.Empty<Skipped>(),
            .. pass.TooLong > 0 ? [new Skipped(SkipReasons.MessageTooLong, pass.TooLong)] : Array.Empty<Skipped>(),
        ];
        return summary with
        {
            Seen = pass.Records + pass.Before + pass.TooLong,
            Records = pass.Records,
            Skipped = skipped,
            Warnings = media.Warnings(),
        };
    }

    private sealed class Pass(
        EvidenceFile file, TextCharset charset, ChatStyle style, ChatSenders senders, ReadOptions options, ChatMedia media, Action<EvidenceRecord> emit)
    {
        private readonly ArrayBufferWriter<byte> message = new(4096);
        private readonly DecidedZone zone = DecidedZone.Find(options.Zone)!;
        private DateOnly? above;
        private int line;
        private long start;
        private long length;
        private long solid;
        private bool isMessage;
        private bool otherStyle;

        public long Records { get; private set; }

        public long Before { get; private set; }

        public long TooLong { get; private set; }

        public void Run(Stream stream)
        {
            var lines = new ByteLines(stream, charset, LongestMessage);
            var decoder = new LineDecoder(charset);
            ReadOnlySpan<byte> inner = [];
            while (lines.Next())
            {
                var begins = ChatHeader.TryRead(decoder.Head(lines.Content), out var header);
                if (begins && header.Style == style)
                {
                    Flush();
                    isMessage = true;
                    otherStyle = false;
                    (line, start, length, solid) = (lines.Number, lines.Start, lines.Length, lines.Length);
                    Keep(lines.Content);
                }
                else if (isMessage)
                {
                    otherStyle |= begins;
                    length += inner.Length + lines.Length;
                    Keep(inner);
                    Keep(lines.Content);
                    solid = lines.Length > 0 ? length : solid;
                }
                else
                {
                    Before = lines.Length > 0 ? 1 : Before;
                }

                inner = charset.LineEnd(lines.EndLength);
            }

            // Empty lines at the end of the file belong to the file, not to its last message.
            length = solid;
            Flush();
        }

        private void Keep(ReadOnlySpan<byte> bytes)
        {
            if (length <= LongestMessage)
            {
                message.Write(bytes);
            }
        }

        private void Flush()
        {
            if (!isMessage)
            {
                return;
            }

            if (length > LongestMessage)
            {
                TooLong++;
            }
            else
            {
                emit(Record());
                Records++;
            }

            message.ResetWrittenCount();
        }

        private EvidenceRecord Record()
        {
            var bytes = message.WrittenSpan[..(int)length];
            var whole = charset.Encoding.GetString(bytes);
            var end = whole.IndexOf('\n', StringComparison.Ordinal);
            var firstLine = whole.AsSpan(0, end < 0 ? whole.Length : end > 0 && whole[end - 1] == '\r' ? end - 1 : end);
            _ = ChatHeader.TryRead(firstLine, out var header);

            var warnings = new List<string>();
            var time = Time(header, whole[header.RawStart..header.RawEnd], warnings);
            var sender = senders.Split(firstLine[header.Rest..], out var textStart, out var longerName);
            var text = whole[Math.Min(whole.Length, header.Rest + textStart)..].Replace("\r\n", "\n", StringComparison.Ordinal);
            if (longerName is not null)
            {
                warnings.Add(ReadWarnings.SenderMayHaveColon + ":" + longerName);
            }

            if (otherStyle)
            {
                warnings.Add(ReadWarnings.LineLooksLikeAMessage);
            }

            if (text.Contains('\uFFFD'))
            {
                warnings.Add(ReadWarnings.CharactersUnreadable);
            }

            IReadOnlyList<Attachment> attachments = [];
            if (sender is not null)
            {
                WhatsAppPhrases.Warn(text, warnings);
                attachments = media.Attachments(WhatsAppPhrases.Files(text), warnings);
            }

            var at = new TextPosition(line, start, length);
            return new EvidenceRecord(
                RecordIdentity.Of(file.Blob, file.Chain, at),
                sender is null ? RecordKind.SystemLine : RecordKind.Message,
                new Locator(file.Blob, file.Chain, at, Sha256.Of(bytes)),
                time,
                sender is null ? [] : [new Party(sender, "from")],
                text,
                attachments,
                warnings);
        }

        private RecordTime Time(ChatHeader header, string raw, List<string> warnings)
        {
            if (header.Date.In(options.DateOrder) is not { } date)
            {
                warnings.Add(ReadWarnings.DateImpossible);
                return RecordTime.None with { Raw = raw };
            }

            if (header.Style.YearFirst && above is { } day && day > date.AddDays(1))
            {
                warnings.Add(ReadWarnings.EarlierThanLineAbove);
            }

            above = date;
            if (!DateNumbers.CalendarIsPlausible(date))
            {
                warnings.Add(ReadWarnings.CalendarUnknown);
                return RecordTime.None with { Raw = raw };
            }

            if (header.Time.Time is not { } time)
            {
                warnings.Add(header.Time.Part == DayPart.UnknownWord ? ReadWarnings.DayHalfUnknown : ReadWarnings.TimeImpossible);
                return RecordTime.None with { Raw = raw, Local = DecidedZone.Reading(date) };
            }

            var result = zone.At(raw, date, time, out var warning);
            if (warning is not null)
            {
                warnings.Add(warning);
            }

            return result;
        }
    }
}

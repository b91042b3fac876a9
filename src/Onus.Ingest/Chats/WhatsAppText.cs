using System.Buffers;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>
/// WhatsApp's text export, in the dash style of Android and the bracket style of iOS. Two passes: the first settles the style, checks the stated
/// date order against every line and finds the lines that the order of the times speaks against, the second emits. A message goes to the next line that begins one; its slice is all its bytes without the final
/// line end. A message longer than 4 MiB is skipped and counted.
/// </summary>
public sealed class WhatsAppText : IFormat
{
    /// <summary>Bytes of the longest message that is read.</summary>
    internal const int LongestMessage = 4 * 1024 * 1024;

    private const int LinesToLookAt = 50;

    /// <inheritdoc/>
    public string Format => "whatsapp-text";

    /// <inheritdoc/>
    public string Parser => "onus.whatsapp-text/5";

    /// <inheritdoc/>
    public Family Family => Families.Conversation;

    /// <inheritdoc/>
    public IReadOnlyList<string> FolderWords => ["whatsapp"];

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file) => "text";

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
    internal static ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit, IFormat reader, ChatMedia media)
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

        var survey = WhatsAppSurvey.Of(file.Open, charset, options.DateOrder);
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
        var zone = DecidedZone.Find(options.Zone)!;
        var (outOfOrder, ofFile) = survey.Order.Warnings(zone);
        using var second = file.Open();
        var pass = new Pass(file, charset, style, survey, options, zone, outOfOrder, media, emit);
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
            Warnings = ofFile is null ? media.Warnings() : [ofFile, .. media.Warnings()],
        };
    }

    private sealed class Pass(
        EvidenceFile file, TextCharset charset, ChatStyle style, WhatsAppSurvey survey, ReadOptions options, DecidedZone zone,
        IReadOnlyDictionary<int, string> outOfOrder, ChatMedia media, Action<EvidenceRecord> emit)
    {
        private readonly ArrayBufferWriter<byte> message = new(4096);
        private readonly IReadOnlySet<string> strangers = survey.Senders.Strangers(file.Name);
        private bool isLoose;
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
            for (var endAbove = 0; lines.Next(); endAbove = lines.EndLength)
            {
                var begins = ChatHeader.TryRead(decoder.Head(lines.Content), out var header);
                var isBehindLineFeed = endAbove == charset.Unit;
                if (begins && header.Style == style && !(isMessage && isBehindLineFeed && survey.Loose == LooseBeginnings.Pasted))
                {
                    Flush();
                    isLoose = isBehindLineFeed && survey.Loose == LooseBeginnings.Doubtful;
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
            var whole = charset.Encoding.GetString(bytes).Replace('\0', '\uFFFD');
            var end = whole.IndexOf(charset.EndsWithReturn ? '\r' : '\n', StringComparison.Ordinal);
            var firstLine = whole.AsSpan(0, end < 0 ? whole.Length : end > 0 && whole[end - 1] == '\r' ? end - 1 : end);
            _ = ChatHeader.TryRead(firstLine, out var header);

            var warnings = new List<string>();
            var time = Time(header, whole[header.RawStart..header.RawEnd], warnings);
            var sender = survey.Senders.Split(firstLine[header.Rest..]);
            var text = whole[Math.Min(whole.Length, header.Rest + sender.Text)..].Replace("\r\n", "\n", StringComparison.Ordinal);
            text = charset.EndsWithReturn ? text.Replace('\r', '\n') : text;
            if (sender.OtherName is { } other)
            {
                warnings.Add(ReadWarnings.SenderMayHaveColon + ":" + other);
            }

            if (sender.HasNoSpace)
            {
                warnings.Add(ReadWarnings.SenderWithoutSpace);
            }

            if (isLoose)
            {
                warnings.Add(ReadWarnings.MayBePasted);
            }

            if (otherStyle || ChatHeader.StandsBehindReturn(text))
            {
                warnings.Add(ReadWarnings.LineLooksLikeAMessage);
            }

            if (text.Contains('\uFFFD'))
            {
                warnings.Add(ReadWarnings.CharactersUnreadable);
            }

            IReadOnlyList<Attachment> attachments = [];
            var (kind, isParty) = ChatAuthor.Of(survey.Senders, sender.Name, text, warnings);
            if (kind == RecordKind.Message)
            {
                if (isParty && strangers.Contains(WhatsAppSystem.Plain(sender.Name!)))
                {
                    warnings.Add(ReadWarnings.ThirdName);
                }

                WhatsAppPhrases.Warn(text, warnings);
                attachments = media.Attachments(text, warnings);
            }

            var at = new TextPosition(line, start, length);
            return new EvidenceRecord(
                RecordIdentity.Of(file.Blob, file.Chain, at),
                kind,
                new Locator(file.Blob, file.Chain, at, Sha256.Of(bytes)),
                time,
                isParty ? [new Party(sender.Name!, "from")] : [],
                text,
                attachments,
                warnings);
        }

        /// <summary>The name of a file without its ending, and without the number that a second download of it gets.</summary>
        private RecordTime Time(ChatHeader header, string raw, List<string> warnings)
        {
            if (header.Date.In(options.DateOrder) is not { } date)
            {
                warnings.Add(ReadWarnings.DateImpossible);
                return RecordTime.None with { Raw = raw };
            }

            if (outOfOrder.TryGetValue(line, out var odd))
            {
                warnings.Add(odd);
            }

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

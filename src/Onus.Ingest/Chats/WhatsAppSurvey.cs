using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>The first pass over a chat: its style, how many elements it has, and what a person has to decide before it can be read.</summary>
/// <param name="dateOrder">The date order that a person stated; null for none.</param>
internal sealed class WhatsAppSurvey(string? dateOrder)
{
    private readonly DateOrderSurvey orders = new(linesFollowTime: true);
    private (int Line, string Value)? firstTime;
    private (int Line, string Value)? notUtf8;

    /// <summary>How messages begin; null where no line begins one.</summary>
    public ChatStyle? Style { get; private set; }

    /// <summary>Messages and system lines, and 1 for what stands before the first of them.</summary>
    public long Elements { get; private set; }

    /// <summary>Names that hold a colon.</summary>
    public ChatSenders Senders { get; } = new();

    /// <summary>What the order of the lines says about their times.</summary>
    public ChatOrder Order { get; } = new();

    /// <summary>What the ends of lines say about beginnings of messages.</summary>
    public LooseBeginnings Loose { get; private init; }

    /// <summary>Walks the whole file once, after its line ends.</summary>
    public static WhatsAppSurvey Of(Func<Stream> open, TextCharset charset, string? dateOrder)
    {
        var survey = new WhatsAppSurvey(dateOrder) { Loose = ChatLineEnds.Of(open, charset) };
        using var stream = open();
        var lines = new ByteLines(stream, charset, WhatsAppText.LongestMessage);
        var decoder = new LineDecoder(charset);
        for (var above = 0; lines.Next(); above = lines.EndLength)
        {
            survey.See(lines, decoder, charset, isPasted: survey.Loose == LooseBeginnings.Pasted && above == charset.Unit);
        }

        return survey;
    }

    /// <summary>Open questions under these options, in a fixed order.</summary>
    public IReadOnlyList<Decision> Questions(ReadOptions options)
    {
        var questions = new List<Decision>();
        if (notUtf8 is { } fault && options.Charset is null)
        {
            questions.Add(new Decision("charset", fault.Line, fault.Value, []));
        }

        if (orders.Question(options.DateOrder) is { } order)
        {
            questions.Add(order);
        }

        if (firstTime is { } time && DecidedZone.Find(options.Zone) is null)
        {
            questions.Add(new Decision("zone", time.Line, options.Zone ?? time.Value, []));
        }

        return questions;
    }

    private void See(ByteLines lines, LineDecoder decoder, TextCharset charset, bool isPasted)
    {
        if (charset.IsAssumed && notUtf8 is null && !lines.IsCut && Utf8Check.Fault(lines.Content, out var isCutOff) is >= 0 and var at
            && !(isCutOff && lines.EndLength == 0))
        {
            notUtf8 = (lines.Number, "0x" + lines.Content[at].ToString("X2", CultureInfo.InvariantCulture));
        }

        var head = decoder.Head(lines.Content);
        if (!ChatHeader.TryRead(head, out var header) || (Style is { } style && (isPasted || header.Style != style)))
        {
            // Lines before the first message are one element that belongs to nothing; later ones continue a message.
            Elements += Elements == 0 && lines.Length > 0 ? 1 : 0;
            return;
        }

        Style ??= header.Style;
        Elements++;
        var raw = head[header.RawStart..header.RawEnd].ToString();
        firstTime ??= (lines.Number, raw);
        orders.See(header.Date, lines.Number, raw);
        Order.See(lines.Number, header, dateOrder);
        Senders.Learn(decoder.Whole(lines.Content)[header.Rest..]);
    }
}

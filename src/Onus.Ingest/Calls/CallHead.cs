using Onus.Ingest.Contract;
using Onus.Ingest.Tables;
using Onus.Ingest.Texts;

namespace Onus.Ingest.Calls;

/// <summary>The head of an operator's table of calls: which column means what, by the words that operators write there. Columns count from 1; 0 means there is none.</summary>
/// <param name="Delimiter">What parts the cells.</param>
/// <param name="Cells">The cells of the head.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Called">Who is called.</param>
/// <param name="Start">When it begins: a day, with its time or without.</param>
/// <param name="Time">The time of day, where it has a column of its own.</param>
/// <param name="Duration">How long it was.</param>
/// <param name="Kind">Whether it is a call or a text message.</param>
internal sealed record CallHead(char Delimiter, IReadOnlyList<string> Cells, int Caller, int Called, int Start, int Time, int Duration, int Kind)
{
    private const int RowsToLookAt = 60;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private static readonly string[] CallerWords =
    [
        "caller", "caller id", "caller number", "calling", "calling number", "calling party", "calling party number", "a number", "a party", "a party number", "a subscriber", "a msisdn", "msisdn a", "from number",
        "originating number", "originator", "anrufer", "rufnummer a", "a rufnummer", "llamante", "numero llamante", "numero origen", "appelant", "numero appelant", "chiamante", "numero chiamante", "arayan",
        "вызывающий", "номер а", "المتصل", "主叫号码",
    ];

    private static readonly string[] CalledWords =
    [
        "called", "called id", "called number", "called party", "called party number", "callee", "callee number", "dialled number", "dialed number", "recipient number", "b number", "b party", "b party number", "b subscriber",
        "b msisdn", "msisdn b", "to number", "terminating number", "angerufener", "rufnummer b", "b rufnummer", "llamado", "numero llamado", "numero destino", "appele", "numero appele", "chiamato", "numero chiamato",
        "aranan", "вызываемый", "номер б", "المتصل به", "被叫号码",
    ];

    private static readonly string[] StartWords =
    [
        "start", "call start", "start time", "start date", "start date time", "start datetime", "call date", "call date time", "date time", "datetime", "date and time", "timestamp", "call time", "begin", "begin time",
        "setup time", "date", "datum", "beginn", "startzeit", "datum uhrzeit", "fecha", "fecha hora", "fecha y hora", "fecha inicio", "date heure", "date et heure", "data", "data ora", "baslangic", "tarih",
        "дата", "дата и время", "начало", "التاريخ", "开始时间", "通话时间",
    ];

    private static readonly string[] TimeWords = ["time", "call time", "start time", "uhrzeit", "hora", "heure", "ora", "saat", "время", "الوقت"];

    private static readonly string[] DurationWords =
    [
        "duration", "duration s", "duration sec", "duration secs", "duration seconds", "duration in seconds", "call duration", "seconds", "secs", "dauer", "dauer s", "dauer sek", "duracion", "duracion s", "duree", "duree s",
        "durata", "sure", "длительность", "المدة", "通话时长",
    ];

    private static readonly string[] KindWords = ["type", "call type", "event type", "record type", "service", "service type", "kind", "art", "dienst", "tipo", "tipo de llamada", "type d appel", "тип", "النوع", "通话类型"];

    /// <summary>The head of a file; null where none of its first rows is one: callers, called and the start have a column each, and so has the length or the kind.</summary>
    public static CallHead? Of(EvidenceFile file)
    {
        var charset = TextCharset.ToLookAt(file);
        return charset.CanBe(file.Prefix.Span)
            ? Delimiters.Select(delimiter => TableShape.FirstRows(file, charset, delimiter, RowsToLookAt).Select(row => In(row.Fields, delimiter)).FirstOrDefault(head => head is not null)).FirstOrDefault(head => head is not null)
            : null;
    }

    private static CallHead? In(IReadOnlyList<string> fields, char delimiter)
    {
        var folded = fields.Select(ProfileSuggestion.Fold).ToList();
        int Column(string[] words, params ReadOnlySpan<int> taken)
        {
            foreach (var word in words)
            {
                if (folded.IndexOf(word) is >= 0 and var at && !taken.Contains(at + 1))
                {
                    return at + 1;
                }
            }

            return 0;
        }

        var (caller, called, start) = (Column(CallerWords), Column(CalledWords), Column(StartWords));
        var (duration, kind) = (Column(DurationWords), Column(KindWords));
        return caller > 0 && called > 0 && start > 0 && (duration > 0 || kind > 0)
            ? new(delimiter, fields, caller, called, start, Column(TimeWords, start), duration, kind) : null;
    }
}

using Onus.Ingest.Contract;

namespace Onus.Ingest.Chats;

/// <summary>
/// What was sent and is in no export: pictures and recordings that can be seen once, and messages that had not arrived. Also polls and places, which are
/// the sender's though WhatsApp writes their head.
/// </summary>
internal static class NotExported
{
    // Said by the whole text. Sentences of WhatsApp that are long enough that nobody types them.
    private static readonly string[] ViewOnceSentences =
    [
        "You received a view once ", "You sent a view once ", "Recibiste una foto de una sola vez", "Recibiste un video de una sola vez", "Recibiste un mensaje de voz de una sola vez",
        "Você recebeu uma foto de visualização única", "Você recebeu um vídeo de visualização única", "Você recebeu uma mensagem de voz de visualização única",
        "Vous avez reçu une photo à vue unique", "Vous avez reçu une vidéo à vue unique", "Vous avez reçu un message vocal à vue unique",
        "Du hast ein Foto zur Einmalansicht", "Du hast ein Video zur Einmalansicht", "Du hast eine Sprachnachricht zur Einmalansicht",
        "Hai ricevuto una foto visualizzabile una volta", "Hai ricevuto un video visualizzabile una volta",
    ];

    // Part of the words in the languages' names for it; looked for only in what WhatsApp marks as its own or writes in angle brackets.
    private static readonly string[] ViewOnceWords =
    [
        "view once", "view-once", "una sola visualización", "de una sola vez", "visualización única", "ver una vez", "visualização única", "ver uma vez", "vue unique", "voir une fois", "einmalansicht",
        "einmal-ansicht", "visualizza una volta", "visualizzazione singola", "visualizzabile una volta", "eenmalige weergave", "eenmaal weergeven", "однократн", "одноразов", "wyświetl raz", "jednorazow", "o singură vizualizare",
        "tek görünümlük", "bir kez görüntüle", "tek seferlik", "sekali lihat", "العرض لمرة واحدة", "لمرة واحدة", "یک‌بار مشاهده", "एक बार देख", "व्यू वन्स", "एक पटक हेर्ने", "একবার দেখ", "xem một lần", "ดูได้ครั้งเดียว",
        "一次性", "阅后即焚", "僅限檢視一次", "한 번 보기", "1回表示", "一度だけ表示", "angalia mara moja",
    ];

    private static readonly string[] Waiting =
    [
        "Waiting for this message", "Esperando este mensaje", "Esperando el mensaje", "Aguardando mensagem", "Aguardando esta mensagem", "A aguardar esta mensagem", "En attente de ce message",
        "En attente du message", "Warte auf diese Nachricht", "Warten auf diese Nachricht", "In attesa di questo messaggio", "In attesa del messaggio", "Wachten op dit bericht", "Ожидание сообщения",
        "Ожидание этого сообщения", "Очікування повідомлення", "Oczekiwanie na tę wiadomość", "În așteptarea acestui mesaj", "Bu mesaj bekleniyor", "Menunggu pesan ini", "في انتظار هذه الرسالة", "در انتظار این پیام",
        "इस मैसेज का इंतज़ार", "इस संदेश की प्रतीक्षा", "यो सन्देशको प्रतीक्षा", "এই মেসেজের জন্য অপেক্ষা", "Đang chờ tin nhắn này", "กำลังรอข้อความนี้", "正在等待此消息", "正在等待這則訊息", "このメッセージを待っています",
    ];

    private static readonly string[] Polls =
    [
        "POLL:", "ENCUESTA:", "ENQUETE:", "SONDAGEM:", "SONDAGE:", "SONDAGE :", "UMFRAGE:", "SONDAGGIO:", "PEILING:", "ОПРОС:", "ОПИТУВАННЯ:", "ANKIETA:", "SONDAJ:", "ANKET:", "POLLING:", "JAJAK PENDAPAT:",
        "استطلاع:", "استطلاع رأي:", "نظرسنجی:", "पोल:", "मतदान:", "पोल :", "পোল:", "CUỘC BÌNH CHỌN:", "投票：", "投票:", "アンケート:", "투표:",
    ];

    private static readonly string[] Places =
    [
        "Location:", "Live location", "location:", "live location", "Ubicación:", "ubicación:", "Localização:", "localização:", "Localisation :", "Localisation:", "Position :", "Standort:", "Posizione:", "Locatie:",
        "Местоположение:", "Konum:", "Lokasi:", "الموقع:", "लोकेशन:", "स्थान:", "位置：", "位置:",
    ];

    /// <summary>Which warning says what is not in the export; null where the text is in it.</summary>
    public static string? Of(string text)
    {
        var bare = WhatsAppPhrases.Bare(text);
        if (bare.Length == 0 || bare == "null")
        {
            return ReadWarnings.NothingExported;
        }

        if (bare.Length > 300 || bare.Contains('\n'))
        {
            return null;
        }

        if (Waiting.Any(sentence => bare.StartsWith(sentence, StringComparison.Ordinal) && EndsAt(bare, sentence.Length)))
        {
            return ReadWarnings.NotArrived;
        }

        var isOwn = ChatSenders.IsMarked(text) || bare is ['<', .., '>'];
        return ViewOnceSentences.Any(sentence => bare.StartsWith(sentence, StringComparison.Ordinal))
            || (isOwn && ViewOnceWords.Any(word => bare.Contains(word, StringComparison.OrdinalIgnoreCase)))
            ? ReadWarnings.ViewOnce
            : null;
    }

    /// <summary>Whether a sentence ends at a place, if need be behind a verb: what goes on without a full stop was typed.</summary>
    private static bool EndsAt(string bare, int at) => at == bare.Length || bare[at] is '.' or '।' or '。' or ',' or '，'
        || (bare[at] == ' ' && bare.AsSpan(at).IndexOfAny('.', '।', '。') >= 0);

    /// <summary>Whether a text begins as a poll does, its question on the next line.</summary>
    public static bool IsPoll(string bare) => Polls.Any(head => bare.StartsWith(head, StringComparison.Ordinal)) && bare.Contains('\n');

    /// <summary>Whether a text is a place that somebody sent.</summary>
    public static bool IsPlace(string bare) => Places.Any(head => bare.StartsWith(head, StringComparison.Ordinal));
}

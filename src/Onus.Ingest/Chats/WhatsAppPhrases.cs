using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>
/// What WhatsApp writes into a message in place of something else: files, left-out media, deleted and edited messages. Exports are in the language
/// of the phone; what stands in a language that is not listed stays what it is, a text, and nothing is lost.
/// </summary>
internal static class WhatsAppPhrases
{
    private static readonly HashSet<string> AttachedWords = new(StringComparer.Ordinal)
    {
        "attached", "adjunto", "archivo adjunto", "anexado", "anexo", "pièce jointe", "Anhang", "allegato", "bijgevoegd", "bifogad", "bifogat",
        "vedhæftet", "vedlagt", "liite", "załączono", "прикреплено", "вкладено", "вложение", "atașat", "eklendi", "terlampir", "lampiran", "đính kèm",
        "nakalakip", "imeambatishwa", "مرفق", "المرفق", "پیوست", "संलग्न", "संलग्न गरिएको", "সংযুক্ত", "แนบ", "附件", "附加", "添付ファイル", "첨부",
    };

    private static readonly HashSet<string> FileAttached = new(StringComparer.Ordinal)
    {
        "file attached", "archivo adjunto", "arquivo anexado", "ficheiro anexado", "fichier joint", "Datei angehängt", "file allegato", "bestand bijgevoegd",
        "bifogad fil", "fil bifogad", "fil vedhæftet", "fil vedlagt", "tiedosto liitetty", "plik załączony", "plik dołączony", "файл добавлен", "файл прикреплён", "файл додано",
        "fișier atașat", "dosya ekli", "file terlampir", "tệp đính kèm", "faili imeambatishwa", "الملف مرفق", "ملف مرفق", "فایل پیوست شد", "फ़ाइल संलग्न है", "फाइल संलग्न",
        "फाइल संलग्न गरियो", "ফাইল সংযুক্ত", "ไฟล์แนบ", "文件附件", "檔案已附加", "ファイル添付", "파일 첨부됨",
    };

    private static readonly HashSet<string> Omitted = new(StringComparer.Ordinal)
    {
        "<Media omitted>", "<Multimedia omitido>", "<Archivo omitido>", "<Mídia oculta>", "<Arquivo de mídia oculto>", "<Mídia omitida>", "<Ficheiro não revelado>",
        "<Médias omis>", "<Fichier omis>", "<Medien ausgeschlossen>", "<Media omessi>", "<Media weggelaten>", "<Media utelämnat>", "<Media utelatt>", "<Medier udeladt>",
        "<Mediatiedosto poistettu>", "<Media poistettu>", "<pominięto multimedia>", "<Без медиафайлов>", "<Медіа пропущено>", "<Медиафайл пропущен>", "<Conținut media omis>",
        "<Medya dahil edilmedi>", "<Media tidak disertakan>", "<Bỏ qua media>", "<File phương tiện đã bị bỏ qua>", "<Media haijajumuishwa>", "<تم استبعاد الوسائط>",
        "<پیوست نشده است>", "<मीडिया शामिल नहीं किया गया>", "<मीडिया हटाइयो>", "<मिडिया समावेश गरिएको छैन>", "<মিডিয়া বাদ দেওয়া হয়েছে>", "<ไม่รวมสื่อ>", "<媒体文件已省略>", "<省略多媒體檔>", "<メディアは含まれていません>",
        "<미디어 파일 제외됨>",
        "image omitted", "video omitted", "audio omitted", "GIF omitted", "sticker omitted", "document omitted", "Contact card omitted", "video note omitted",
        "imagen omitida", "audio omitido", "sticker omitido", "Video omitido", "documento omitido", "imagem ocultada", "vídeo omitido", "áudio ocultado", "figurinha omitida",
        "image absente", "vidéo absente", "audio omis", "document manquant", "Bild weggelassen", "Video weggelassen", "Audio weggelassen", "Sticker weggelassen", "Dokument weggelassen",
        "immagine omessa", "video omesso", "audio omesso", "afbeelding weggelaten", "изображение отсутствует", "видео отсутствует", "аудиофайл отсутствует", "تم استبعاد الصورة",
        "तस्वीर हटाई गई", "छवि छोड़ी गई",
    };

    // How the names of other things that were left out end, behind U+200E or in angle brackets: "voice message omitted".
    private static readonly string[] OmittedEnds =
    [
        " omitted", " omitido", " omitida", " omitidos", " ocultado", " ocultada", " oculta", " weggelassen", " ausgeschlossen", " absent", " absente", " omis", " omise", " manquant", " manquante", " omesso", " omessa", " omessi",
        " weggelaten", " utelämnad", " udeladt", " utelatt", " отсутствует", " пропущено", " pominięto", " omis", " dahil edilmedi", " tidak disertakan", " बाद दिए गए",
    ];

    private static readonly HashSet<string> DeletedWhole = new(StringComparer.Ordinal)
    {
        "This message was deleted", "You deleted this message", "This message was deleted by admin", "Se eliminó este mensaje", "Este mensaje fue eliminado", "Eliminaste este mensaje",
        "Mensagem apagada", "Esta mensagem foi apagada", "Você apagou esta mensagem", "Ce message a été supprimé", "Vous avez supprimé ce message", "Ce message a été effacé",
        "Diese Nachricht wurde gelöscht", "Du hast diese Nachricht gelöscht", "Questo messaggio è stato eliminato", "Hai eliminato questo messaggio", "Dit bericht is verwijderd",
        "Данное сообщение удалено", "Вы удалили данное сообщение", "Это сообщение удалено", "Acest mesaj a fost șters", "Bu mesaj silindi", "Bu mesajı sildiniz", "Pesan ini telah dihapus",
        "Tin nhắn này đã bị xóa", "Ujumbe huu umefutwa", "تم حذف هذه الرسالة", "لقد حذفت هذه الرسالة", "این پیام حذف شده است", "यह संदेश हटा दिया गया", "यह मैसेज हटाया गया", "आपने यह संदेश हटा दिया",
        "यो सन्देश मेटाइयो", "यो सन्देश मेटिएको छ", "तपाईंले यो सन्देश मेटाउनुभयो", "এই মেসেজটি মুছে ফেলা হয়েছে", "ข้อความนี้ถูกลบ", "此消息已删除", "此訊息已刪除", "このメッセージは削除されました",
        "이 메시지는 삭제되었습니다",
    };

    // The name of whoever deleted it follows.
    private static readonly string[] DeletedByAdmin =
    [
        "This message was deleted by admin ", "El administrador eliminó este mensaje", "Se eliminó este mensaje por el administrador", "Esta mensagem foi apagada pelo admin", "Ce message a été supprimé par l’admin",
        "Diese Nachricht wurde von Admin ", "Questo messaggio è stato eliminato dall’amministratore",
    ];

    private static readonly string[] EditedAtEnd =
    [
        "<This message was edited>", "<Se editó este mensaje.>", "<Se editó este mensaje>", "<Mensagem editada>", "<Ce message a été modifié>", "<Diese Nachricht wurde bearbeitet.>",
        "<Diese Nachricht wurde bearbeitet>", "<Questo messaggio è stato modificato>", "<Dit bericht is bewerkt>", "<Сообщение изменено>", "<Данное сообщение изменено>", "<Bu mesaj düzenlendi>",
        "<Pesan ini diedit>", "<تم تعديل هذه الرسالة>", "<यह संदेश एडिट किया गया>", "<यह मैसेज एडिट किया गया है>", "<यो सन्देश सम्पादन गरिएको थियो>",
    ];

    /// <summary>What the text says about itself, as warnings.</summary>
    public static void Warn(string text, List<string> warnings)
    {
        var bare = Bare(text);
        if (NotExported.Of(text) is { } kind)
        {
            warnings.Add(kind);
        }
        else if (IsOmitted(text))
        {
            warnings.Add(ReadWarnings.MediaOmitted);
        }
        else if (bare.Length < 120 && IsDeleted(bare))
        {
            warnings.Add(ReadWarnings.Deleted);
        }

        if (NotExported.IsPoll(bare))
        {
            warnings.Add(ReadWarnings.Poll);
        }

        if (bare.EndsWith('>') && EditedAtEnd.Any(end => bare.EndsWith(end, StringComparison.Ordinal)))
        {
            warnings.Add(ReadWarnings.Edited);
        }
    }

    /// <summary>Whether a text stands in place of something that the sender sent, or names it: nobody types this, whoever sent it.</summary>
    public static bool IsWrittenByApp(string text)
    {
        var bare = Bare(text);
        return IsOmitted(text) || IsDeleted(bare) || NotExported.Of(text) is not null and not ReadWarnings.NothingExported || NotExported.IsPoll(bare) || NotExported.IsPlace(bare)
            || (bare.EndsWith('>') && EditedAtEnd.Any(end => bare.EndsWith(end, StringComparison.Ordinal)))
            || (Files(text).Any() && (ChatSenders.IsMarked(text) || bare.EndsWith(')') || bare.StartsWith('<') || bare.EndsWith('>')))
            || (ChatSenders.IsMarked(text) && WhatsAppSystem.Of(text, typedToo: true) is not null)
            || (ChatSenders.IsMarked(text) && WhatsAppSystem.IsCall(text));
    }

    /// <summary>Whether a whole text stands in angle brackets, as what WhatsApp puts in place of something, in words that are not known.</summary>
    public static bool IsUnknownStub(string text) => Bare(text) is ['<', .., '>'] bare && bare.Contains(' ') && !bare.Contains('\n') && bare.Count(c => c == '<') == 1 && !IsWrittenByApp(text);

    /// <summary>Whether something was left out here: alone, before a caption on the next line, or at the end behind the mark of what WhatsApp writes.</summary>
    private static bool IsOmitted(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        var mark = text.LastIndexOf('\u200E');
        return IsStub(first, isOwn: end < 0 || ChatSenders.IsMarked(first) || Bare(first).StartsWith('<')) || (mark > 0 && IsStub(text[mark..], isOwn: true));

        static bool IsStub(string part, bool isOwn) => isOwn && Bare(part) is var bare
            && (Omitted.Contains(bare) || (bare.Length < 60 && (ChatSenders.IsMarked(part) || bare is ['<', .., '>']) && OmittedEnds.Any(bare.TrimEnd('>').EndsWith)));
    }

    private static bool IsDeleted(string bare) => DeletedWhole.Contains(bare.TrimEnd('.', '。', '।')) || DeletedByAdmin.Any(start => bare.StartsWith(start, StringComparison.Ordinal));

    /// <summary>
    /// Names of the files that a text names: <c>&lt;attached: X&gt;</c> or, by older programs, <c>X &lt;attached&gt;</c> on any line, <c>X (file attached)</c>
    /// on its first.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="cameAlong">Whether a file of a name came with the chat: then no ending is needed to know it for one. Null where nothing came.</param>
    public static IEnumerable<string> Files(string text, Func<string, bool>? cameAlong = null)
    {
        if (text.Contains('>') || text.Contains(')'))
        {
            var first = true;
            foreach (var line in text.Split('\n'))
            {
                if ((InAngles(line, cameAlong) ?? (first ? InWords(line, cameAlong) : null)) is { } name)
                {
                    yield return name;
                }

                first = false;
            }
        }
    }

    private static string? InAngles(string line, Func<string, bool>? cameAlong)
    {
        var open = line.LastIndexOf('<');
        var bare = Bare(line);
        if (open < 0 || !bare.EndsWith('>'))
        {
            return null;
        }

        var inner = line[(open + 1)..line.LastIndexOf('>')];
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return AttachedWords.Contains(Bare(inner)) ? Named(Bare(line[..open]), isKnown: true, cameAlong) : null;
        }

        var isMarked = open > 0 && Digits.IsMark(line[open - 1]);
        return Named(Bare(inner[(colon + 1)..]), isMarked || AttachedWords.Contains(Bare(inner[..colon])), cameAlong);
    }

    private static string? InWords(string line, Func<string, bool>? cameAlong)
    {
        var bare = Bare(line);
        var open = bare.LastIndexOf(" (", StringComparison.Ordinal);
        if (open <= 0 || !bare.EndsWith(')'))
        {
            return null;
        }

        var isMarked = line.Length > 0 && line[0] == '\u200E';
        return Named(Bare(bare[..open]), isMarked || FileAttached.Contains(bare[(open + 2)..^1]), cameAlong);
    }

    /// <summary>A name that words state to be a file's, or the part of it behind a colon where that is what came with the chat.</summary>
    private static string? Named(string name, bool isKnown, Func<string, bool>? cameAlong)
    {
        if (cameAlong is not null && !cameAlong(name))
        {
            for (var colon = name.IndexOf(": ", StringComparison.Ordinal); colon >= 0; colon = name.IndexOf(": ", colon + 1, StringComparison.Ordinal))
            {
                if (cameAlong(name[(colon + 2)..]))
                {
                    return name[(colon + 2)..];
                }
            }
        }

        return cameAlong?.Invoke(name) == true || (isKnown && IsFileName(name)) ? name : null;
    }

    private static bool IsFileName(string name)
    {
        // WhatsApp keeps a document without an ending as "DOC-20250930-WA0000.".
        var dot = name.LastIndexOf('.');
        return IsCounted(name) || (dot > 0 && name.Length - dot is >= 2 and <= 6 && name.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', 'z') < 0);
    }

    private static bool IsCounted(string name) =>
        name.TrimEnd('.') is { Length: > 8 } trimmed && trimmed[^7..^4] == "-WA" && !trimmed.AsSpan(trimmed.Length - 4).ContainsAnyExceptInRange('0', '9');

    internal static string Bare(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && (Digits.IsMark(text[start]) || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        while (end > start && (Digits.IsMark(text[end - 1]) || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return text[start..end];
    }
}

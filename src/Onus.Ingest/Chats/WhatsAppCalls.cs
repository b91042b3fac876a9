namespace Onus.Ingest.Chats;

/// <summary>What WhatsApp writes about a call, one a line; the length, or what to press, may follow.</summary>
internal static class WhatsAppCalls
{
    public const string Calls =
        """
        Missed voice call
        Missed video call
        Missed group voice call
        Missed group video call
        Missed call
        Silenced voice call
        Silenced video call
        Voice call
        Video call
        Group voice call
        Group call
        Group video call
        Llamada perdida
        Llamada de voz perdida
        Videollamada perdida
        Llamada de voz
        Videollamada
        Llamada grupal
        Chamada perdida
        Chamada de voz perdida
        Chamada de vídeo perdida
        Ligação de voz perdida
        Ligação de vídeo perdida
        Chamada de voz
        Chamada de vídeo
        Ligação de voz
        Ligação de vídeo
        Appel manqué
        Appel vocal manqué
        Appel vidéo manqué
        Appel vocal
        Appel de groupe
        Appel vidéo
        Verpasster Anruf
        Verpasster Sprachanruf
        Verpasster Videoanruf
        Verpasster Gruppenanruf
        Sprachanruf
        Gruppenanruf
        Videoanruf
        Chiamata vocale persa
        Videochiamata persa
        Chiamata vocale
        Videochiamata
        Gemiste spraakoproep
        Gemiste video-oproep
        Spraakoproep
        Video-oproep
        Пропущенный звонок
        Пропущенный аудиозвонок
        Пропущенный голосовой вызов
        Пропущенный видеозвонок
        Аудиозвонок
        Видеозвонок
        Пропущений голосовий дзвінок
        Пропущений аудіодзвінок
        Пропущений відеодзвінок
        Nieodebrane połączenie głosowe
        Nieodebrane połączenie wideo
        Apel vocal pierdut
        Apel vocal nepreluat
        Apel video pierdut
        Apel video nepreluat
        Cevapsız sesli arama
        Cevapsız görüntülü arama
        Sesli arama
        Görüntülü arama
        Panggilan suara tak terjawab
        Panggilan video tak terjawab
        مكالمة صوتية فائتة
        مكالمة فيديو فائتة
        مكالمة لم يرد عليها
        مكالمة صوتية
        مكالمة فيديو
        تماس صوتی بی‌پاسخ
        تماس تصویری بی‌پاسخ
        मिस्ड वॉइस कॉल
        मिस्ड वीडियो कॉल
        छूटी हुई वॉइस कॉल
        छूटी हुई वीडियो कॉल
        वॉइस कॉल
        वीडियो कॉल
        छुटेको भ्वाइस कल
        छुटेको भिडियो कल
        मिस्ड भ्वाइस कल
        मिस्ड भिडियो कल
        মিসড ভয়েস কল
        মিস করা ভয়েস কল
        মিস করা ভিডিও কল
        Cuộc gọi thoại nhỡ
        Cuộc gọi video nhỡ
        สายเรียกเข้าที่ไม่ได้รับ
        未接语音通话
        未接视频通话
        未接語音通話
        未接視訊通話
        音声通話の不在着信
        부재중 음성 통화
        부재중 영상 통화
        """;
}

namespace Onus.Ingest.Chats;

/// <summary>
/// The sentences themselves, one a line, with plain quotation marks and apostrophes, without full stop and without vowel marks. A star stands for a
/// name, or for what follows. A tilde marks a sentence that people type too: it counts only where something else says that WhatsApp wrote it.
/// </summary>
internal static class WhatsAppSentences
{
    public const string Sentences =
        """
        Messages and calls are end-to-end encrypted*
        Messages to this chat and calls are now secured with end-to-end encryption*
        Messages to this group are now secured with end-to-end encryption*
        Messages you send to this *are now secured with end-to-end encryption*
        Your security code with * changed*
        *'s security code changed*
        You're now an admin
        You're no longer an admin
        ~* is now an admin
        ~* is no longer an admin
        * created group "*"
        You created group "*"
        * created this group
        * created community "*"
        ~You were added*
        ~You left
        ~You joined *
        ~You were removed*
        ~Te añadieron*
        ~Você foi adicionado*
        ~Vous avez été ajouté*
        ~Du wurdest hinzugefügt*
        ~Sei stato aggiunto*
        ~Вас добавили*
        ~تمت إضافتك*
        ~आपको जोड़ा गया*
        ~* added *
        ~* added you
        ~* removed *
        ~* left
        ~* was added
        ~* was removed
        ~* joined
        ~* joined *
        * joined using this group's invite link
        * joined using your invite*
        * changed the subject from "*" to "*"
        * changed the subject to "*"
        * changed the group name from "*" to "*"
        * changed the group name to "*"
        * changed this group's icon
        * deleted this group's icon
        * changed the group icon
        * changed the group description
        * deleted the group description
        * changed this group's settings*
        * changed the settings so *
        * changed the group settings*
        * changed their phone number*
        ~* changed to *
        * turned on disappearing messages*
        * turned off disappearing messages*
        * updated the message timer*
        * set messages to disappear*
        Disappearing messages were turned o*
        ~* pinned a message
        You blocked this contact*
        You unblocked this contact*
        This chat is with a business account*
        This business *uses *
        ~* is a contact*
        ~* started a call
        ~* started a video call
        * requested to join*
        Los mensajes y las llamadas están cifrados de extremo a extremo*
        Tu código de seguridad con * cambió*
        Cambió tu código de seguridad con *. *
        Cambió tu código de seguridad con *
        * creó el grupo "*"
        Creaste el grupo "*"
        ~* añadió a *
        ~* te añadió
        ~* eliminó a *
        ~* salió
        * salió del grupo
        * cambió el ícono de este grupo
        * cambió el icono de este grupo
        * cambió la imagen del grupo
        * cambió el asunto de "*" a "*"
        * cambió el asunto a "*"
        * cambió el nombre del grupo*
        * cambió la descripción del grupo
        * se unió usando el enlace de invitación*
        * activó los mensajes temporales*
        * desactivó los mensajes temporales*
        * cambió su número de teléfono*
        As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta*
        As mensagens e as chamadas são encriptadas de ponta a ponta*
        As mensagens e ligações são protegidas com a criptografia de ponta a ponta*
        Seu código de segurança com * mudou*
        O seu código de segurança com * mudou*
        * criou o grupo "*"
        Você criou o grupo "*"
        ~* adicionou *
        ~* removeu *
        ~* saiu
        * mudou a imagem do grupo
        * mudou a imagem deste grupo
        * alterou a imagem do grupo
        * mudou o nome de "*" para "*"
        * mudou o nome do grupo*
        * mudou a descrição do grupo
        * entrou usando o link de convite*
        * ativou as mensagens temporárias*
        * desativou as mensagens temporárias*
        Les messages et les appels sont chiffrés de bout en bout*
        Votre code de sécurité avec * a changé*
        * a créé le groupe "*"
        Vous avez créé le groupe "*"
        ~* a ajouté *
        ~* vous a ajouté
        ~* a retiré *
        ~* est parti*
        ~* a quitté
        * a quitté le groupe
        * a changé l'icône de ce groupe
        * a modifié l'icône de ce groupe
        * a changé l'icône du groupe
        * a modifié l'image du groupe
        * a changé le sujet de "*" à "*"
        * a changé le sujet pour "*"
        * a changé le nom du groupe*
        * a modifié la description du groupe
        * a rejoint *lien d'invitation*
        * a activé les messages éphémères*
        * a désactivé les messages éphémères*
        Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt*
        Deine Sicherheitsnummer für * hat sich geändert*
        Die Sicherheitsnummer von * hat sich geändert*
        * hat die Gruppe "*" erstellt
        Du hast die Gruppe "*" erstellt
        ~* hat * hinzugefügt
        ~* hat dich hinzugefügt
        ~* hat * entfernt
        * hat die Gruppe verlassen
        * hat das Gruppenbild geändert
        * hat das Bild dieser Gruppe geändert
        * hat das Bild der Gruppe geändert
        * hat den Betreff von "*" zu "*" geändert
        * hat den Betreff zu "*" geändert
        * hat den Gruppennamen * geändert
        * hat die Gruppenbeschreibung geändert
        * ist *mit dem Einladungslink *beigetreten
        * hat selbstlöschende Nachrichten aktiviert*
        * hat selbstlöschende Nachrichten deaktiviert*
        I messaggi e le chiamate sono crittografati end-to-end*
        Il tuo codice di sicurezza con * è cambiato*
        * ha creato il gruppo "*"
        Hai creato il gruppo "*"
        ~* ha aggiunto *
        ~* ha rimosso *
        ~* ha abbandonato
        * ha abbandonato il gruppo
        * ha cambiato l'immagine del gruppo
        * ha cambiato l'icona di questo gruppo
        * ha cambiato l'oggetto da "*" a "*"
        * ha cambiato il nome del gruppo*
        Berichten en oproepen worden end-to-end versleuteld*
        Berichten en gesprekken zijn end-to-end versleuteld*
        Berichten en oproepen zijn end-to-end versleuteld*
        Je beveiligingscode met * is gewijzigd*
        * heeft de groep "*" gemaakt
        * heeft groep "*" gemaakt
        ~* heeft * toegevoegd
        * heeft de groep verlaten
        * heeft de groepsafbeelding gewijzigd
        * heeft de afbeelding van deze groep gewijzigd
        * heeft het onderwerp gewijzigd*
        Сообщения и звонки защищены сквозным шифрованием*
        Сообщения и звонки в этом чате защищены сквозным шифрованием*
        Ваш код безопасности с * изменился*
        Код безопасности * изменился*
        * создал группу "*"
        * создала группу "*"
        * создал(-а) группу "*"
        * создал(а) группу "*"
        Вы создали группу "*"
        ~* добавил* *
        ~* удалил* *
        ~* вышел*
        ~* вышла*
        * покинул* группу
        * изменил* картинку группы
        * изменил* иконку группы
        * изменил* изображение группы
        * изменил* тему *
        * изменил* название группы*
        * изменил* описание группы
        Повідомлення та дзвінки захищено наскрізним шифруванням*
        Повідомлення й виклики захищено наскрізним шифруванням*
        * створив* групу "*"
        * змінив* значок групи
        Wiadomości i połączenia są w pełni szyfrowane*
        Wiadomości i połączenia są szyfrowane metodą end-to-end*
        * utworzył* grupę "*"
        * zmienił* ikonę grupy
        ~* dodał* *
        Mesajele și apelurile sunt criptate integral*
        * a creat grupul "*"
        * a schimbat pictograma acestui grup
        ~* a adăugat *
        Mesajlar ve aramalar uçtan uca şifrelidir*
        Mesajlar ve aramalar uçtan uca şifrelenmiştir*
        * "*" grubunu oluşturdu
        * grubun simgesini değiştirdi
        * bu grubun simgesini değiştirdi
        ~* kişisini ekledi
        Pesan dan panggilan dienkripsi secara end-to-end*
        Pesan dan panggilan terenkripsi secara end-to-end*
        * membuat grup "*"
        * mengubah ikon grup ini
        ~* menambahkan *
        ~* keluar
        الرسائل والمكالمات مشفرة تماما بين الطرفين*
        الرسائل والمكالمات محمية بالتشفير التام بين الطرفين*
        تغير رمز الأمان الخاص بك مع *
        قام * بإنشاء المجموعة "*"
        أنشأ * المجموعة "*"
        * أنشأ المجموعة "*"
        * أنشأ مجموعة "*"
        ~أضاف * *
        ~* أضاف *
        ~غادر *
        قام * بتغيير أيقونة هذه المجموعة
        * غير أيقونة المجموعة
        * غير أيقونة هذه المجموعة
        پیام‌ها و تماس‌ها به‌صورت سرتاسر رمزگذاری*
        * گروه "*" را ایجاد کرد
        मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं*
        संदेश और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं*
        * के साथ आपका सुरक्षा कोड बदल गया*
        * ने ग्रुप "*" बनाया
        * ने "*" ग्रुप बनाया
        ~* ने * को जोड़ा
        * ने इस ग्रुप का आइकन बदला
        * ने इस ग्रुप का आइकॉन बदला
        * ने ग्रुप का आइकॉन बदला
        * ने ग्रुप छोड़ दिया
        सन्देश र कलहरू एन्ड-टु-एन्ड इन्क्रिप्टेड छन्*
        सन्देशहरू र कलहरू एन्ड-टु-एन्ड इन्क्रिप्टेड छन्*
        म्यासेज र कलहरू एन्ड-टु-एन्ड इन्क्रिप्टेड छन्*
        * ले समूह "*" सिर्जना गर्नुभयो
        * ले "*" समूह सिर्जना गर्नुभयो
        ~* ले * लाई थप्नुभयो
        * ले यस समूहको आइकन परिवर्तन गर्नुभयो
        মেসেজ ও কল এন্ড-টু-এন্ড এনক্রিপ্ট করা*
        * "*" গ্রুপটি তৈরি করেছেন
        Tin nhắn và cuộc gọi được mã hóa đầu cuối*
        * đã tạo nhóm "*"
        ข้อความและการโทรมีการเข้ารหัส*
        消息和通话已进行端到端加密*
        訊息和通話皆受端對端加密*
        メッセージと通話はエンドツーエンド暗号化*
        메시지와 통화는 종단간 암호화*
        """;
}

using System.Collections.Frozen;

namespace Onus.Ingest.Tables;

/// <summary>The names of months in the languages of the header words: whole, or their first letters with three at least.</summary>
internal static class MonthWords
{
    // Folded as header words are. A beginning that two months of a language share names neither.
    private static readonly string[][] Languages =
    [
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        ["janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia", "pazdziernika", "listopada", "grudnia"],
        ["ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie", "noiembrie", "decembrie"],
        ["ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik"],
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ["يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر"],
    ];

    private static readonly FrozenDictionary<string, int> Known = Beginnings();

    /// <summary>The month, 1 to 12; 0 where a word is none, or one in one language and another in another.</summary>
    public static int Find(string word) => Known.GetValueOrDefault(ProfileSuggestion.Fold(word));

    private static FrozenDictionary<string, int> Beginnings()
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            foreach (var (index, name) in language.Index())
            {
                for (var letters = Math.Min(3, name.Length); letters <= name.Length; letters++)
                {
                    var beginning = name[..letters];
                    if (letters == name.Length || language.Count(other => other.StartsWith(beginning, StringComparison.Ordinal)) == 1)
                    {
                        all[beginning] = all.GetValueOrDefault(beginning, index + 1) == index + 1 ? index + 1 : 0;
                    }
                }
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

namespace Onus.Ingest.Documents;

/// <summary>
/// Letters and the accents painted over them, as the one letter that people type and search for. The tables of the system are not asked: the reading program
/// runs without them.
/// </summary>
internal static class Accents
{
    // Each letter without its accent, followed by the one with it.
    private static readonly Dictionary<char, string> Pairs = new()
    {
        ['\u0300'] = "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù",
        ['\u0301'] = "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzź",
        ['\u0302'] = "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ",
        ['\u0303'] = "AÃIĨNÑOÕUŨaãiĩnñoõuũ",
        ['\u0304'] = "AĀEĒIĪOŌUŪaāeēiīoōuū",
        ['\u0306'] = "AĂGĞaăgğ",
        ['\u0307'] = "CĊEĖGĠIİZŻcċeėgġzż",
        ['\u0308'] = "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        ['\u030A'] = "AÅUŮaåuů",
        ['\u030B'] = "OŐUŰoőuű",
        ['\u030C'] = "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž",
        ['\u0327'] = "CÇSŞTŢcçsştţ",
        ['\u0328'] = "AĄEĘIĮUŲaąeęiįuų",
    };

    /// <summary>A text whose last letter takes an accent; null where there is no such letter.</summary>
    public static string? Joined(string text, char accent)
    {
        if (text.Length == 0 || !Pairs.TryGetValue(accent, out var pairs))
        {
            return null;
        }

        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == text[^1])
            {
                return text[..^1] + pairs[i + 1];
            }
        }

        return null;
    }
}

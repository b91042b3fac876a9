using System.Collections.Frozen;
using System.Text;

namespace Onus.Domain.Shared;

/// <summary>
/// Letters with their marks taken apart and put together, as Unicode's forms D, C and KD have them for letters and digits of the first plane but those of
/// Korean and Chinese. The system's own tables are not asked: the programs run without them, and there normalising changes nothing.
/// </summary>
/// <remarks>Source: Unicode Character Database 15, decomposition mappings and composition exclusions.</remarks>
public static class LetterForms
{
    // Under each mark: a letter without it, followed by the letter with it.
    private static readonly (char Mark, string Letters)[] Pairs =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳἀἂἁἃἈἊἉἋἐἒἑἓἘἚἙἛἠἢἡἣἨἪἩἫἰἲἱἳἸἺἹἻὀὂὁὃὈὊὉὋὐὒὑὓὙὛὠὢὡὣὨὪὩὫαὰεὲηὴιὶοὸυὺωὼΑᾺΕῈΗῊ᾿῍ϊῒΙῚ῾῝ϋῢΥῪ¨῭ΟῸΩῺ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ¨΅ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứἀἄἁἅἈἌἉἍἐἔἑἕἘἜἙἝἠἤἡἥἨἬἩἭἰἴἱἵἸἼἹἽὀὄὁὅὈὌὉὍὐὔὑὕὙὝὠὤὡὥὨὬὩὭ᾿῎῾῞"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
        ('\u030A', "AÅaåUŮuůwẘyẙ"),
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝαᾱΑᾹιῑΙῙυῡΥῩ"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặαᾰΑᾸιῐΙῘυῠΥῨ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
        ('\u030B', "OŐoőUŰuűУӲуӳ"),
        ('\u031B', "OƠoơUƯuư"),
        ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"),
        ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
        ('\u0326', "SȘsșTȚtț"),
        ('\u0653', "\u0627\u0622"),
        ('\u0654', "\u0627\u0623\u0648\u0624\u064A\u0626\u06D5\u06C0\u06C1\u06C2\u06D2\u06D3"),
        ('\u0655', "\u0627\u0625"),
        ('\u093C', "नऩरऱळऴ"),
        ('\u09BE', "\u09C7\u09CB"),
        ('\u09D7', "\u09C7\u09CC"),
        ('\u0B56', "\u0B47\u0B48"),
        ('\u0B3E', "\u0B47\u0B4B"),
        ('\u0B57', "\u0B47\u0B4C"),
        ('\u0BD7', "ஒஔ\u0BC6\u0BCC"),
        ('\u0BBE', "\u0BC6\u0BCA\u0BC7\u0BCB"),
        ('\u0C56', "\u0C46\u0C48"),
        ('\u0CD5', "\u0CBF\u0CC0\u0CC6\u0CC7\u0CCA\u0CCB"),
        ('\u0CD6', "\u0CC6\u0CC8"),
        ('\u0CC2', "\u0CC6\u0CCA"),
        ('\u0D3E', "\u0D46\u0D4A\u0D47\u0D4B"),
        ('\u0D57', "\u0D46\u0D4C"),
        ('\u0DCA', "\u0DD9\u0DDA\u0DDC\u0DDD"),
        ('\u0DCF', "\u0DD9\u0DDC"),
        ('\u0DDF', "\u0DD9\u0DDE"),
        ('\u102E', "ဥဦ"),
        ('\u1B35', "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u1B3A\u1B3B\u1B3C\u1B3D\u1B3E\u1B40\u1B3F\u1B41\u1B42\u1B43"),
        ('\u0325', "AḀaḁ"),
        ('\u0323', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
        ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
        ('\u032D', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
        ('\u0330', "EḚeḛIḬiḭUṴuṵ"),
        ('\u032E', "HḪhḫ"),
        ('\u0324', "UṲuṳ"),
        ('\u0309', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
        ('\u0313', "αἀΑἈεἐΕἘηἠΗἨιἰΙἸοὀΟὈυὐωὠΩὨρῤ"),
        ('\u0314', "αἁΑἉεἑΕἙηἡΗἩιἱΙἹοὁΟὉυὑΥὙωὡΩὩρῥΡῬ"),
        ('\u0342', "ἀἆἁἇἈἎἉἏἠἦἡἧἨἮἩἯἰἶἱἷἸἾἹἿὐὖὑὗὙὟὠὦὡὧὨὮὩὯαᾶ¨῁ηῆ᾿῏ιῖϊῗ῾῟υῦϋῧωῶ"),
        ('\u0345', "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἈᾈἉᾉἊᾊἋᾋἌᾌἍᾍἎᾎἏᾏἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗἨᾘἩᾙἪᾚἫᾛἬᾜἭᾝἮᾞἯᾟὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὨᾨὩᾩὪᾪὫᾫὬᾬὭᾭὮᾮὯᾯὰᾲαᾳάᾴᾶᾷΑᾼὴῂηῃήῄῆῇΗῌὼῲωῳώῴῶῷΩῼ"),
        ('\u0338', "←↚→↛↔↮⇐⇍⇔⇎⇒⇏∃∄∈∉∋∌∣∤∥∦∼≁≃≄≅≇≈≉=≠≡≢≍≭<≮>≯≤≰≥≱≲≴≳≵≶≸≷≹≺⊀≻⊁⊂⊄⊃⊅⊆⊈⊇⊉⊢⊬⊨⊭⊩⊮⊫⊯≼⋠≽⋡⊑⋢⊒⋣⊲⋪⊳⋫⊴⋬⊵⋭"),
        ('\u3099', "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
        ('\u309A', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
    ];

    // The same for letters that are taken apart and never put together again.
    private static readonly (char Mark, string Letters)[] Breaks =
    [
        ('\u0301', "\u0308\u0344"),
        ('\u093C', "कक़खख़गग़जज़डड़ढढ़फफ़यय़"),
        ('\u09BC', "ডড়ঢঢ়যয়"),
        ('\u0A3C', "ਲਲ਼ਸਸ਼ਖਖ਼ਗਗ਼ਜਜ਼ਫਫ਼"),
        ('\u0B3C', "ଡଡ଼ଢଢ଼"),
        ('\u0FB7', "གགྷཌཌྷདདྷབབྷཛཛྷ\u0F92\u0F93\u0F9C\u0F9D\u0FA1\u0FA2\u0FA6\u0FA7\u0FAB\u0FAC"),
        ('\u0FB5', "ཀཀྵ\u0F90\u0FB9"),
        ('\u0F72', "\u0F71\u0F73"),
        ('\u0F74', "\u0F71\u0F75"),
        ('\u0F80', "\u0FB2\u0F76\u0FB3\u0F78\u0F71\u0F81"),
        ('\u0338', "⫝⫝̸"),
        ('\u05B4', "\u05D9\uFB1D"),
        ('\u05B7', "\u05F2\uFB1F\u05D0\uFB2E"),
        ('\u05C1', "\u05E9\uFB2A\uFB49\uFB2C"),
        ('\u05C2', "\u05E9\uFB2B\uFB49\uFB2D"),
        ('\u05B8', "\u05D0\uFB2F"),
        ('\u05BC', "\u05D0\uFB30\u05D1\uFB31\u05D2\uFB32\u05D3\uFB33\u05D4\uFB34\u05D5\uFB35\u05D6\uFB36\u05D8\uFB38\u05D9\uFB39\u05DA\uFB3A\u05DB\uFB3B\u05DC\uFB3C\u05DE\uFB3E\u05E0\uFB40\u05E1\uFB41\u05E3\uFB43\u05E4\uFB44\u05E6\uFB46\u05E7\uFB47\u05E8\uFB48\u05E9\uFB49\u05EA\uFB4A"),
        ('\u05B9', "\u05D5\uFB4B"),
        ('\u05BF', "\u05D1\uFB4C\u05DB\uFB4D\u05E4\uFB4E"),
    ];

    // A letter, followed by the one that it only repeats.
    private const string Same = "\u0340\u0300\u0341\u0301\u0343\u0313ʹʹ;;··άάέέήήίίόόύύώώΆΆιιΈΈΉΉΐΐΊΊΰΰΎΎ΅΅``ΌΌΏΏ´´    ΩΩKKÅÅ〈〈〉〉";

    // A plain form, a space, and the forms that only look otherwise: ligatures, forms by place in the word, raised and lowered figures.
    private static readonly string[] Shapes =
    [
        "ff ﬀ",
        "fi ﬁ",
        "fl ﬂ",
        "ffi ﬃ",
        "ffl ﬄ",
        "st ﬅﬆ",
        "\u0671 \uFB50\uFB51",
        "\u067B \uFB52\uFB53\uFB54\uFB55",
        "\u067E \uFB56\uFB57\uFB58\uFB59",
        "\u0680 \uFB5A\uFB5B\uFB5C\uFB5D",
        "\u067A \uFB5E\uFB5F\uFB60\uFB61",
        "\u067F \uFB62\uFB63\uFB64\uFB65",
        "\u0679 \uFB66\uFB67\uFB68\uFB69",
        "\u06A4 \uFB6A\uFB6B\uFB6C\uFB6D",
        "\u06A6 \uFB6E\uFB6F\uFB70\uFB71",
        "\u0684 \uFB72\uFB73\uFB74\uFB75",
        "\u0683 \uFB76\uFB77\uFB78\uFB79",
        "\u0686 \uFB7A\uFB7B\uFB7C\uFB7D",
        "\u0687 \uFB7E\uFB7F\uFB80\uFB81",
        "\u068D \uFB82\uFB83",
        "\u068C \uFB84\uFB85",
        "\u068E \uFB86\uFB87",
        "\u0688 \uFB88\uFB89",
        "\u0698 \uFB8A\uFB8B",
        "\u0691 \uFB8C\uFB8D",
        "\u06A9 \uFB8E\uFB8F\uFB90\uFB91",
        "\u06AF \uFB92\uFB93\uFB94\uFB95",
        "\u06B3 \uFB96\uFB97\uFB98\uFB99",
        "\u06B1 \uFB9A\uFB9B\uFB9C\uFB9D",
        "\u06BA \uFB9E\uFB9F",
        "\u06BB \uFBA0\uFBA1\uFBA2\uFBA3",
        "\u06C1 \uFBA6\uFBA7\uFBA8\uFBA9",
        "\u06BE \uFBAA\uFBAB\uFBAC\uFBAD",
        "\u06D2 \uFBAE\uFBAF",
        "\u06AD \uFBD3\uFBD4\uFBD5\uFBD6",
        "\u06C7 \uFBD7\uFBD8",
        "\u06C6 \uFBD9\uFBDA",
        "\u06C8 \uFBDB\uFBDC",
        "\u06C7\u0674 \uFBDD",
        "\u06CB \uFBDE\uFBDF",
        "\u06C5 \uFBE0\uFBE1",
        "\u06C9 \uFBE2\uFBE3",
        "\u06D0 \uFBE4\uFBE5\uFBE6\uFBE7",
        "\u0649 \uFBE8\uFBE9\uFEEF\uFEF0",
        "\u06CC \uFBFC\uFBFD\uFBFE\uFBFF",
        "\u0621 \uFE80",
        "\u0627 \uFE8D\uFE8E",
        "\u0628 \uFE8F\uFE90\uFE91\uFE92",
        "\u0629 \uFE93\uFE94",
        "\u062A \uFE95\uFE96\uFE97\uFE98",
        "\u062B \uFE99\uFE9A\uFE9B\uFE9C",
        "\u062C \uFE9D\uFE9E\uFE9F\uFEA0",
        "\u062D \uFEA1\uFEA2\uFEA3\uFEA4",
        "\u062E \uFEA5\uFEA6\uFEA7\uFEA8",
        "\u062F \uFEA9\uFEAA",
        "\u0630 \uFEAB\uFEAC",
        "\u0631 \uFEAD\uFEAE",
        "\u0632 \uFEAF\uFEB0",
        "\u0633 \uFEB1\uFEB2\uFEB3\uFEB4",
        "\u0634 \uFEB5\uFEB6\uFEB7\uFEB8",
        "\u0635 \uFEB9\uFEBA\uFEBB\uFEBC",
        "\u0636 \uFEBD\uFEBE\uFEBF\uFEC0",
        "\u0637 \uFEC1\uFEC2\uFEC3\uFEC4",
        "\u0638 \uFEC5\uFEC6\uFEC7\uFEC8",
        "\u0639 \uFEC9\uFECA\uFECB\uFECC",
        "\u063A \uFECD\uFECE\uFECF\uFED0",
        "\u0641 \uFED1\uFED2\uFED3\uFED4",
        "\u0642 \uFED5\uFED6\uFED7\uFED8",
        "\u0643 \uFED9\uFEDA\uFEDB\uFEDC",
        "\u0644 \uFEDD\uFEDE\uFEDF\uFEE0",
        "\u0645 \uFEE1\uFEE2\uFEE3\uFEE4",
        "\u0646 \uFEE5\uFEE6\uFEE7\uFEE8",
        "\u0647 \uFEE9\uFEEA\uFEEB\uFEEC",
        "\u0648 \uFEED\uFEEE",
        "\u064A \uFEF1\uFEF2\uFEF3\uFEF4",
        "\u0644\u0627 \uFEFB\uFEFC",
    ];

    private static readonly FrozenDictionary<char, string> Canonical = Taken().ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    private static readonly FrozenDictionary<char, string> Looks = Shapes
        .SelectMany(shape => shape[(shape.IndexOf(' ', StringComparison.Ordinal) + 1)..].Select(form => (Form: form, Plain: shape[..shape.IndexOf(' ', StringComparison.Ordinal)])))
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Plain);

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Joined = Pairs
        .SelectMany(group => group.Letters.Chunk(2).Select(pair => (Key: (pair[0], group.Mark), With: pair[1])))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.With);

    /// <summary>Whether a letter is of a script that parts no words by blanks, or joins endings to them: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.</summary>
    public static bool IsRunning(char letter) => letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u11FF') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');

    /// <summary>A text with every letter apart from its marks, and in its plain form.</summary>
    public static string Apart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var apart = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            Take(letter, apart);
        }

        return apart.ToString();
    }

    /// <summary>A text with every letter and the mark behind it as the one letter that people type.</summary>
    public static string Together(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var together = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (together.Length > 0 && Joined.TryGetValue((together[^1], letter), out var one))
            {
                together[^1] = one;
            }
            else
            {
                together.Append(letter);
            }
        }

        return together.ToString();
    }

    // Marks of marks are few, so what is taken apart is looked at once more.
    private static void Take(char letter, StringBuilder apart)
    {
        // Letters as wide as Chinese ones.
        if (letter is >= '\uFF01' and <= '\uFF5E')
        {
            apart.Append((char)(letter - 0xFEE0));
        }
        else if (Canonical.TryGetValue(letter, out var parts) || Looks.TryGetValue(letter, out parts))
        {
            foreach (var part in parts)
            {
                Take(part, apart);
            }
        }
        else
        {
            apart.Append(letter);
        }
    }

    private static IEnumerable<(char Key, string Value)> Taken() => Pairs.Concat(Breaks)
        .SelectMany(group => group.Letters.Chunk(2).Select(pair => (pair[1], string.Concat(pair[0], group.Mark))))
        .Concat(Same.Chunk(2).Select(pair => (pair[0], pair[1].ToString())));
}

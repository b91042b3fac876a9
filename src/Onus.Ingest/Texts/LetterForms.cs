using System.Text;

namespace Onus.Ingest.Texts;

/// <summary>
/// Letters with marks in one form, for comparing names: macOS writes the names in a ZIP file with letter and mark apart (NFD), a phone writes them
/// joined (NFC). By a table, because a program without culture data does not take letters apart. Source: the canonical pairs of UnicodeData.txt 15 of
/// the basic plane without CJK, and the arithmetic of Hangul (Unicode, section 3.12).
/// </summary>
internal static class LetterForms
{
    // The mark, and pairs of a joined letter and what is left of it without the mark.
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0300', "ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnЀЕЍИѐеѝиḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềêỒÔồôỜƠờơỪƯừưỲYỳyἂἀἃἁἊἈἋἉἒἐἓἑἚἘἛἙἢἠἣἡἪἨἫἩ"),
        ('\u0300', "ἲἰἳἱἺἸἻἹὂὀὃὁὊὈὋὉὒὐὓὑὛὙὢὠὣὡὪὨὫὩὰαὲεὴηὶιὸοὺυὼωᾺΑῈΕῊΗ῍᾿ῒϊῚΙ῝῾ῢϋῪΥ῭¨ῸΟῺΩ"),
        ('\u0301', "ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻåǼÆǽæǾØǿø΅¨ΆΑΈΕΉΗΊΙΌΟΎΥΏΩΐϊάαέεήηίιΰϋόούυ"),
        ('\u0301', "ώωϓϒЃГЌКѓгќкḈÇḉçḖĒḗēḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓōṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐÔốôỚƠớơỨƯứưἄἀἅἁἌἈἍἉἔἐἕἑἜἘἝἙἤἠἥἡἬἨἭἩ"),
        ('\u0301', "ἴἰἵἱἼἸἽἹὄὀὅὁὌὈὍὉὔὐὕὑὝὙὤὠὥὡὬὨὭὩ῎᾿῞῾"),
        ('\u0302', "ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹỘỌộọ"),
        ('\u0303', "ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy"),
        ('\u0304', "ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyӢИӣиӮУӯуḠGḡgḸḶḹḷṜṚṝṛᾱαᾹΑῑιῙΙῡυῩΥ"),
        ('\u0306', "ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuЎУЙИйиўуӁЖӂжӐАӑаӖЕӗеḜȨḝȩẶẠặạᾰαᾸΑῐιῘΙῠυῨΥ"),
        ('\u0307', "ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠSṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ"),
        ('\u0308', "ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYΪΙΫΥϊιϋυϔϒЁЕЇІёеїіӒАӓаӚӘӛәӜЖӝжӞЗӟзӤИӥиӦОӧоӪӨӫөӬЭӭэӰУӱуӴЧӵчӸЫӹыḦHḧhṎÕṏõṺŪṻūẄW"),
        ('\u0308', "ẅwẌXẍxẗt"),
        ('\u0309', "ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy"),
        ('\u030A', "ÅAåaŮUůuẘwẙy"),
        ('\u030B', "ŐOőoŰUűuӲУӳу"),
        ('\u030C', "ČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧgǨKǩkǮƷǯʒǰjȞHȟh"),
        ('\u030F', "ȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕuѶѴѷѵ"),
        ('\u0311', "ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu"),
        ('\u0313', "ἀαἈΑἐεἘΕἠηἨΗἰιἸΙὀοὈΟὐυὠωὨΩῤρ"),
        ('\u0314', "ἁαἉΑἑεἙΕἡηἩΗἱιἹΙὁοὉΟὑυὙΥὡωὩΩῥρῬΡ"),
        ('\u031B', "ƠOơoƯUưu"),
        ('\u0323', "ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹeỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy"),
        ('\u0324', "ṲUṳu"),
        ('\u0325', "ḀAḁa"),
        ('\u0326', "ȘSșsȚTțt"),
        ('\u0327', "ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh"),
        ('\u0328', "ĄAąaĘEęeĮIįiŲUųuǪOǫo"),
        ('\u032D', "ḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu"),
        ('\u032E', "ḪHḫh"),
        ('\u0330', "ḚEḛeḬIḭiṴUṵu"),
        ('\u0331', "ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh"),
        ('\u0338', "↚←↛→↮↔⇍⇐⇎⇔⇏⇒∄∃∉∈∌∋∤∣∦∥≁∼≄≃≇≅≉≈≠=≢≡≭≍≮<≯>≰≤≱≥≴≲≵≳≸≶≹≷⊀≺⊁≻⊄⊂⊅⊃⊈⊆⊉⊇⊬⊢⊭⊨⊮⊩⊯⊫⋠≼⋡≽⋢⊑⋣⊒⋪⊲⋫⊳⋬⊴⋭⊵⫝̸⫝"),
        ('\u0342', "ἆἀἇἁἎἈἏἉἦἠἧἡἮἨἯἩἶἰἷἱἾἸἿἹὖὐὗὑὟὙὦὠὧὡὮὨὯὩᾶα῁¨ῆη῏᾿ῖιῗϊ῟῾ῦυῧϋῶω"),
        ('\u0345', "ᾀἀᾁἁᾂἂᾃἃᾄἄᾅἅᾆἆᾇἇᾈἈᾉἉᾊἊᾋἋᾌἌᾍἍᾎἎᾏἏᾐἠᾑἡᾒἢᾓἣᾔἤᾕἥᾖἦᾗἧᾘἨᾙἩᾚἪᾛἫᾜἬᾝἭᾞἮᾟἯᾠὠᾡὡᾢὢᾣὣᾤὤᾥὥᾦὦᾧὧᾨὨᾩὩᾪὪᾫὫᾬὬᾭὭᾮὮᾯὯᾲὰᾳα"),
        ('\u0345', "ᾴάᾷᾶᾼΑῂὴῃηῄήῇῆῌΗῲὼῳωῴώῷῶῼΩ"),
        ('\u05B4', "יִי"),
        ('\u05B7', "ײַײאַא"),
        ('\u05B8', "אָא"),
        ('\u05B9', "וֹו"),
        ('\u05BC', "אּאבּבגּגדּדהּהוּוזּזטּטיּיךּךכּכלּלמּמנּנסּסףּףפּפצּצקּקרּרשּשתּת"),
        ('\u05BF', "בֿבכֿכפֿפ"),
        ('\u05C1', "שׁששּׁשּ"),
        ('\u05C2', "שׂששּׂשּ"),
        ('\u0653', "آا"),
        ('\u0654', "أاؤوئيۀەۂہۓے"),
        ('\u0655', "إا"),
        ('\u093C', "ऩनऱरऴळक़कख़खग़गज़जड़डढ़ढफ़फय़य"),
        ('\u09BC', "ড়ডঢ়ঢয়য"),
        ('\u09BE', "\u09CB\u09C7"),
        ('\u09D7', "\u09CC\u09C7"),
        ('\u0A3C', "ਲ਼ਲਸ਼ਸਖ਼ਖਗ਼ਗਜ਼ਜਫ਼ਫ"),
        ('\u0B3C', "ଡ଼ଡଢ଼ଢ"),
        ('\u0B3E', "\u0B4B\u0B47"),
        ('\u0B56', "\u0B48\u0B47"),
        ('\u0B57', "\u0B4C\u0B47"),
        ('\u0BBE', "\u0BCA\u0BC6\u0BCB\u0BC7"),
        ('\u0BD7', "ஔஒ\u0BCC\u0BC6"),
        ('\u0C56', "\u0C48\u0C46"),
        ('\u0CC2', "\u0CCA\u0CC6"),
        ('\u0CD5', "\u0CC0\u0CBF\u0CC7\u0CC6\u0CCB\u0CCA"),
        ('\u0CD6', "\u0CC8\u0CC6"),
        ('\u0D3E', "\u0D4A\u0D46\u0D4B\u0D47"),
        ('\u0D57', "\u0D4C\u0D46"),
        ('\u0DCA', "\u0DDA\u0DD9\u0DDD\u0DDC"),
        ('\u0DCF', "\u0DDC\u0DD9"),
        ('\u0DDF', "\u0DDE\u0DD9"),
        ('\u0F80', "\u0F76\u0FB2\u0F78\u0FB3"),
        ('\u0FB5', "ཀྵཀ\u0FB9\u0F90"),
        ('\u0FB7', "གྷགཌྷཌདྷདབྷབཛྷཛ\u0F93\u0F92\u0F9D\u0F9C\u0FA2\u0FA1\u0FA7\u0FA6\u0FAC\u0FAB"),
        ('\u102E', "ဦဥ"),
        ('\u1B35', "ᬆᬅᬈᬇᬊᬉᬌᬋᬎᬍᬒᬑ\u1B3B\u1B3A\u1B3D\u1B3C\u1B40\u1B3E\u1B41\u1B3F\u1B43\u1B42"),
        ('\u3099', "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほゔうゞゝガカギキグクゲケゴコザサジシズスゼセゾソダタヂチヅツデテドトバハビヒブフベヘボホヴウヷワヸヰヹヱヺヲヾヽ"),
        ('\u309A', "ぱはぴひぷふぺへぽほパハピヒプフペヘポホ"),
    ];

    private static readonly Dictionary<char, (char Base, char Mark)> Joined = Table
        .SelectMany(row => Enumerable.Range(0, row.Pairs.Length / 2).Select(i => (Letter: row.Pairs[2 * i], Base: row.Pairs[(2 * i) + 1], row.Mark)))
        .ToDictionary(pair => pair.Letter, pair => (pair.Base, pair.Mark));

    /// <summary>The text with every mark behind its letter. Two names are the same where this is the same; it is never shown or kept.</summary>
    public static string Apart(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return text;
        }

        var apart = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            Add(letter, apart);
        }

        return apart.ToString();
    }

    private static void Add(char letter, StringBuilder apart)
    {
        const int Syllables = 0xAC00, Leading = 0x1100, Vowels = 0x1161, Trailing = 0x11A7, VowelCount = 21, TrailingCount = 28;
        if (letter is >= '\uAC00' and <= '\uD7A3')
        {
            var index = letter - Syllables;
            apart.Append((char)(Leading + (index / (VowelCount * TrailingCount))));
            apart.Append((char)(Vowels + (index % (VowelCount * TrailingCount) / TrailingCount)));
            if (index % TrailingCount > 0)
            {
                apart.Append((char)(Trailing + (index % TrailingCount)));
            }
        }
        else if (Joined.TryGetValue(letter, out var parts))
        {
            Add(parts.Base, apart);
            apart.Append(parts.Mark);
        }
        else
        {
            apart.Append(letter);
        }
    }
}

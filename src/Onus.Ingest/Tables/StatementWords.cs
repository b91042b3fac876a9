namespace Onus.Ingest.Tables;

/// <summary>
/// The words of a line that says for which days a statement is. A line is believed only where it is made of them and of nothing else: one word of a period
/// also stands in lines about an overdraft, a card or the next statement.
/// </summary>
internal static class StatementWords
{
    /// <summary>What a run of words is made of.</summary>
    [Flags]
    internal enum Parts
    {
        /// <summary>Nothing but numbers and signs.</summary>
        None = 0,

        /// <summary>Names the statement itself.</summary>
        Statement = 1,

        /// <summary>A period, or entries, of whatever the lines above are about.</summary>
        Period = 2,

        /// <summary>From when.</summary>
        Begin = 4,

        /// <summary>Until when.</summary>
        End = 8,

        /// <summary>Joins the others and says nothing of its own.</summary>
        Link = 16,

        /// <summary>What statements say beside it: account, balance, page, day of printing.</summary>
        Beside = 32,

        /// <summary>What stands in the lines above: whose account it is, and where.</summary>
        Label = 64,
    }

    private static readonly string[] Ends = Folded(
    [
        "to", "to date", "date to", "end date", "period to", "period end", "until", "through", "closing date", "bis", "datum bis", "zeitraum bis", "hasta", "fecha hasta", "fecha final", "fecha fin", "au", "date de fin",
        "periode au", "al", "data fine", "data final", "ate", "a", "do", "data do", "pana la", "tot", "tot en met", "datum tot", "по", "дата окончания", "конец периода", "إلى", "الى", "إلى تاريخ", "الى تاريخ", "सम्म", "bitis tarihi", "结束日期", "截止日期", "终止日期", "đến ngày", "đến", "t/m",
    ]);

    // What stands between two days of one line, besides signs.
    private static readonly string[] Joints = Folded([.. Ends, "", "till", "and", "und", "et", "y", "e", "до", "至", "到", "から", "부터", "से", "देखि", "ile", "bis zum", "to the", "al dia"]);

    private static readonly (string Word, Parts Part)[] Words =
    [
        .. new (Parts Part, string[] Words)[]
        {
            (Parts.Statement,
            [
                "statement", "statements", "statement period", "account statement", "bank statement", "statement of account", "statement no", "kontoauszug", "auszug", "kontoauszug nr", "auszug nr", "auszugszeitraum", "extracto", "estado de cuenta", "releve",
                "releve de compte", "estratto conto", "estratto", "extrato", "extrato de conta", "wyciag", "extras de cont", "ekstre", "hesap ekstresi", "afschrift", "rekeningafschrift", "afschriftperiode", "выписка", "выписка по счету",
                "выписка по счёту", "كشف حساب", "كشف", "खाता विवरण", "账单", "账单期间", "账单周期", "对账单", "對帳單", "明細", "取引明細", "거래내역", "sao kê",
            ]),
            (Parts.Period,
            [
                "period", "periods", "dates", "date range", "transactions", "account transactions", "zeitraum", "buchungszeitraum", "berichtszeitraum", "umsatzzeitraum", "umsatze", "kontoumsatze", "buchungen", "periodo", "periodo de", "movimientos",
                "movimenti", "periode", "operations", "okres", "za okres", "perioada", "donem", "tarih araligi", "период", "за период", "операции", "الفترة", "للفترة", "عن الفترة", "अवधि", "विवरण", "期间", "期間", "周期", "기간", "kỳ",
            ]),
            (Parts.Begin,
            [
                "from", "from date", "date from", "start date", "period from", "period start", "begin date", "opening date", "between", "von", "vom", "datum von", "zeitraum von", "desde", "del", "fecha desde", "fecha inicial", "fecha inicio",
                "du", "date de debut", "periode du", "dal", "data inizio", "data inicial", "de", "od", "data od", "de la", "van", "datum van", "с", "дата начала", "начало периода", "من", "من تاريخ", "देखि", "baslangic tarihi", "开始日期",
                "起始日期", "từ ngày", "từ", "自",
            ]),
            (Parts.End, Ends),
            (Parts.Link, ["for", "for the", "the", "of", "of the", "end of", "account", "bank", "all", "month", "fur", "fur den", "des", "der", "monat", "mes", "mes de", "mois", "mois de", "mese", "mese di", "pentru", "за", "عن"]),
            (Parts.Beside,
            [
                "account", "account no", "account number", "number", "nr", "iban", "bic", "currency", "balance", "opening balance", "closing balance", "page", "of", "printed", "printed on", "created", "created on", "issued on", "generated",
                "generated on", "konto", "kontonummer", "wahrung", "saldo", "anfangssaldo", "endsaldo", "seite", "von", "erstellt", "erstellt am", "gedruckt am", "cuenta", "numero de cuenta", "moneda", "saldo inicial", "saldo final", "pagina",
                "compte", "numero de compte", "devise", "solde", "imprime le", "conto", "valuta", "rachunek", "waluta", "cont", "hesap", "rekening", "счет", "счёт", "валюта", "остаток", "رقم الحساب", "الحساب", "العملة", "الرصيد", "खाता", "账号", "账户",
                "币种", "余额", "सम्म", "까지", "まで", "止",
            ]),
            (Parts.Label,
            [
                "account holder", "account name", "holder", "name", "customer", "client", "customer number", "bank", "branch", "sort code", "begin", "kontoinhaber", "inhaber", "kunde", "blz", "titular", "cliente", "titulaire", "client", "intestatario",
                "wlasciciel", "titular cont", "rekeninghouder", "владелец", "صاحب الحساب", "户名",
            ]),
        }
        .SelectMany(group => Folded(group.Words).Select(word => (word, group.Part))).OrderByDescending(word => word.word.Length),
    ];

    /// <summary>What some words are made of; null where one of them is of none of the parts that may stand there.</summary>
    /// <param name="text">The words.</param>
    /// <param name="allowed">What may stand there.</param>
    internal static Parts? Of(string text, Parts allowed)
    {
        var folded = ProfileSuggestion.Fold(text);
        var parts = Parts.None;
        for (var at = 0; at < folded.Length;)
        {
            if (IsSign(folded[at]))
            {
                at++;
                continue;
            }

            var rest = folded[at..];
            var (word, part) = Array.Find(Words, known => allowed.HasFlag(known.Part) && Begins(rest, known.Word));
            if (word is not null)
            {
                parts |= part;
                at += word.Length;
                continue;
            }

            // Numbers of accounts, sums and pages.
            var end = rest.TakeWhile(letter => !IsSign(letter)).Count();
            if (!rest[..end].Any(letter => Times.Digits.Value(letter) >= 0) && !(allowed.HasFlag(Parts.Beside) && Currencies.IsCode(rest[..end].ToUpperInvariant())))
            {
                return null;
            }

            at += end;
        }

        return parts;
    }

    /// <summary>Whether words say until when, and nothing else.</summary>
    internal static bool AreEnd(string text) => Ends.Contains(ProfileSuggestion.Fold(text));

    /// <summary>Whether words, or signs alone, join two days to a period.</summary>
    internal static bool Join(string text) => Joints.Contains(ProfileSuggestion.Fold(text));

    // Scripts that write no spaces end no word.
    private static bool Begins(string rest, string word) =>
        rest.StartsWith(word, StringComparison.Ordinal) && (word[0] >= '\u2E80' || rest.Length == word.Length || IsSign(rest[word.Length]));

    private static bool IsSign(char letter) => char.IsSeparator(letter) || char.IsPunctuation(letter) || char.IsSymbol(letter) || char.IsControl(letter);

    private static string[] Folded(string[] words) => [.. words.Select(ProfileSuggestion.Fold)];
}

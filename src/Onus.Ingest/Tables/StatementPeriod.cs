using Onus.Domain.Evidence;

namespace Onus.Ingest.Tables;

/// <summary>
/// The days that a statement says it is about, in a line before, behind or between its rows: words for a period and two days, or a month; or a line that
/// says from when and the next one that says until when. A line that leaves anything open says nothing, and no row that is a payment is looked at.
/// </summary>
/// <param name="order">The order of day, month and year that was decided for the file.</param>
internal sealed class StatementPeriod(string order)
{
    private const int LongestLine = 400;

    // Words of six letters or more also stand inside longer ones, as all do in scripts that write no spaces.
    private static readonly string[] Words = Folded(
    [
        "period", "periods", "statement", "date range", "dates", "from", "between", "transactions", "zeitraum", "auszug", "kontoauszug", "umsatze", "vom", "von", "periodo", "extracto", "estado de cuenta", "movimientos",
        "desde", "del", "periode", "releve", "du", "operations", "dal", "estratto", "movimenti", "extrato", "periodo de", "okres", "wyciag", "za okres", "perioada", "extras de cont", "donem", "ekstre", "tarih araligi",
        "afschrift", "van", "период", "выписка", "за период", "الفترة", "للفترة", "كشف", "अवधि", "विवरण", "期间", "期間", "周期", "账单", "对账单", "기간", "kỳ", "từ ngày", "sao kê", "от",
    ]);

    // A month alone is said of the statement only where nothing says that it is the day of printing.
    private static readonly string[] Printed = Folded(["date", "printed", "created", "issued", "generated", "erstellt", "datum", "fecha", "emis", "imprime", "data", "дата", "tarihi", "تاريخ"]);

    private static readonly string[] Begins = Folded(
    [
        "from", "from date", "date from", "start date", "period from", "period start", "begin date", "opening date", "von", "vom", "datum von", "zeitraum von", "desde", "fecha desde", "fecha inicial", "fecha inicio", "du",
        "date de debut", "periode du", "dal", "data inizio", "data inicial", "de", "od", "data od", "de la", "van", "datum van", "с", "дата начала", "начало периода", "من", "من تاريخ", "देखि", "baslangic tarihi", "开始日期", "起始日期", "từ ngày",
    ]);

    private static readonly string[] Ends = Folded(
    [
        "to", "to date", "date to", "end date", "period to", "period end", "until", "through", "closing date", "bis", "datum bis", "zeitraum bis", "hasta", "fecha hasta", "fecha final", "fecha fin", "au", "date de fin",
        "periode au", "al", "data fine", "data final", "ate", "a", "do", "data do", "pana la", "tot", "tot en met", "datum tot", "по", "дата окончания", "конец периода", "إلى", "الى", "إلى تاريخ", "الى تاريخ", "सम्म", "bitis tarihi", "结束日期", "截止日期", "终止日期", "đến ngày", "đến", "t/m",
    ]);

    // What stands between two days of one line, besides signs.
    private static readonly string[] Joints = Folded([.. Ends, "", "till", "and", "und", "et", "y", "e", "до", "至", "到", "から", "부터", "से", "देखि", "ile", "bis zum", "to the", "al dia"]);

    private readonly List<StatedPeriod> found = [];
    private readonly Dictionary<DateOnly, long> days = [];
    private readonly HashSet<string> holders = new(StringComparer.Ordinal);
    private DateOnly? begun;

    /// <summary>Looks at a line that is no payment.</summary>
    public void See(CsvRow row)
    {
        var line = string.Join(' ', Enumerable.Range(1, row.Fields.Count).Select(cell => BankRow.Cell(row.Fields, cell).Trim()).Where(cell => cell.Length > 0));
        var waiting = begun;
        begun = null;
        if (line.Length > LongestLine)
        {
            return;
        }

        line = StatementPatterns.Signs().Replace(line, match => $"{match.Groups["year"].Value}-{match.Groups["month"].Value}{(match.Groups["day"].Success ? "-" + match.Groups["day"].Value : "")}");
        var stated = StatementDays.In(line, order);
        if (Between(line, stated) is { } period)
        {
            Add(period.From, period.Until, row.Line);
        }
        else if (stated is [{ IsMonth: false } one] && line[one.End..].Trim().Length == 0)
        {
            var word = ProfileSuggestion.Fold(line[..one.Start]);
            if (waiting is { } first && first <= one.From && Ends.Contains(word))
            {
                Add(first, one.From, row.Line);
            }
            else if (Begins.Contains(word))
            {
                begun = one.From;
            }
        }
    }

    /// <summary>Learns from a payment on which day it is and whose account it is of.</summary>
    public void Learn(BankRow.Payment payment)
    {
        if (payment.Time.Local is { Length: >= 10 } local && DateOnly.TryParseExact(local[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
        {
            days[day] = days.GetValueOrDefault(day) + 1;
        }

        if (holders.Count < 2 && payment.Parties.FirstOrDefault(party => party.Role == "holder") is { } holder)
        {
            holders.Add(holder.Raw);
        }
    }

    /// <summary>Payments on days of which the statement says that it is not about them; then it is not believed.</summary>
    public long Outside => found.Count == 0 ? 0 : days.Where(day => !found.Exists(period => period.From <= day.Key && day.Key <= period.Until)).Sum(day => day.Value);

    /// <summary>What the statement says; nothing where its own rows say otherwise.</summary>
    /// <param name="holder">Whose account the profile says it is.</param>
    public IReadOnlyList<StatedPeriod> Of(string? holder) => Outside > 0 ? []
        : [.. found.Select(period => period with { Holder = holder is { Length: > 0 } ? holder : holders.Count == 1 ? holders.Single() : null })];

    private void Add(DateOnly from, DateOnly until, int line)
    {
        if (!found.Exists(period => period.From == from && period.Until == until))
        {
            found.Add(new StatedPeriod(from, until, line, null));
        }
    }

    private (DateOnly From, DateOnly Until)? Between(string line, List<StatementDays> stated)
    {
        for (var i = 0; i < stated.Count; i++)
        {
            var behind = i == 0 ? 0 : stated[i - 1].End;
            var before = line[behind..stated[i].Start];
            if (i == stated.Count - 1 && !stated[i].IsMonth && StatementDays.Shortened(before, stated[i], order) is { } shortened && Says(before[..shortened.Start]))
            {
                return (shortened.From, stated[i].Until);
            }

            if (!Says(before))
            {
                continue;
            }

            if (i + 1 < stated.Count && stated[i].IsMonth == stated[i + 1].IsMonth && stated[i].From <= stated[i + 1].From
                && Joints.Contains(ProfileSuggestion.Fold(line[stated[i].End..stated[i + 1].Start])))
            {
                return (stated[i].From, stated[i + 1].Until);
            }

            if (stated.Count == 1 && stated[i].IsMonth && !Has(Printed, ProfileSuggestion.Fold(before)))
            {
                return (stated[i].From, stated[i].Until);
            }
        }

        return null;
    }

    private static string[] Folded(string[] words) => [.. words.Select(ProfileSuggestion.Fold)];

    private static bool Says(string before) => ProfileSuggestion.Fold(before) is { Length: > 0 } folded && (Has(Words, folded) || Begins.Contains(folded));

    private static bool Has(string[] words, string folded) =>
        words.Any(word => word.Length >= 6 || word[0] > '\u02FF' ? folded.Contains(word, StringComparison.Ordinal) : $" {folded} ".Contains($" {word} ", StringComparison.Ordinal));
}

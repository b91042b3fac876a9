using Onus.Domain.Law;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Law;

public sealed class OffenceAtTests
{
    private static readonly LawPacks Law = Packs(
        Offence(Leaf("old")).Valid(new DateOnly(2010, 1, 1), new DateOnly(2015, 12, 31)),
        Offence(Leaf("new")).Valid(new DateOnly(2017, 1, 1), new DateOnly(2020, 6, 30)));

    [Theory]
    [InlineData("2010-01-01", "zz.act.old")]
    [InlineData("2015-12-31", "zz.act.old")]
    [InlineData("2017-01-01", "zz.act.new")]
    [InlineData("2020-06-30", "zz.act.new")]
    public void The_law_of_the_offence_date_applies(string day, string leaf) => Assert.Equal(leaf, Law.OffenceAt("zz.act", Day(day)).Value.Leaves().Single().Id);

    [Theory]
    [InlineData("zz.act", "2009-12-31", "law.not-yet-in-force")]
    [InlineData("zz.act", "2016-05-05", "law.not-in-force")]
    [InlineData("zz.act", "2020-07-01", "law.no-longer-in-force")]
    [InlineData("zz.other", "2015-01-01", "law.unknown-offence")]
    public void Where_no_law_applies_the_answer_says_why(string offence, string day, string key) => Assert.Equal(key, Law.OffenceAt(offence, Day(day)).Error?.Key);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

namespace Onus.Content.Tests;

public sealed class LanguageTests
{
    /// <summary>The sample numbers that CLDR prints beside each rule (integers).</summary>
    [Theory]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0 2 16 100 1000 10000 1000000")]
    [InlineData("ne", "one", "1")]
    [InlineData("ne", "other", "0 2 16 100 1000 1000000")]
    [InlineData("fr", "one", "0 1")]
    [InlineData("fr", "many", "1000000 2000000")]
    [InlineData("fr", "other", "2 17 100 1000 10000 100000 1000001")]
    [InlineData("pt", "one", "0 1")]
    [InlineData("pt", "many", "1000000")]
    [InlineData("pt", "other", "2 17 100 1000")]
    [InlineData("es", "one", "1")]
    [InlineData("es", "many", "1000000")]
    [InlineData("es", "other", "0 2 16 100 1000")]
    [InlineData("ru", "one", "1 21 31 41 101 1001")]
    [InlineData("ru", "few", "2 3 4 22 23 24 32 102 1002")]
    [InlineData("ru", "many", "0 5 6 11 12 13 14 19 100 111 112 1000000")]
    [InlineData("ar", "zero", "0")]
    [InlineData("ar", "one", "1")]
    [InlineData("ar", "two", "2")]
    [InlineData("ar", "few", "3 4 10 103 110 1003")]
    [InlineData("ar", "many", "11 12 26 99 111 1011")]
    [InlineData("ar", "other", "100 101 102 200 202 1000 1000000")]
    public void A_count_takes_the_form_that_CLDR_gives_it(string code, string form, string samples)
    {
        var language = Language.Of(code);

        Assert.All(samples.Split(' ').Select(n => long.Parse(n, System.Globalization.CultureInfo.InvariantCulture)), n => Assert.Equal(form, language.FormFor(n)));
        Assert.Contains(form, language.Forms);
    }

    [Fact]
    public void Every_form_of_a_language_is_used_by_some_count()
    {
        Assert.All(Language.All, language => Assert.Equal(
            language.Forms.Where(f => f != "other" || language.Code != "ru").Order(StringComparer.Ordinal),
            Enumerable.Range(0, 2_000).Select(n => (long)n).Append(1_000_000).Select(language.FormFor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("en", "1,234,567")]
    [InlineData("fr", "1\u202F234\u202F567")]
    public void Digits_are_grouped_as_readers_of_the_language_expect(string code, string written) =>
        Assert.Equal(written, Language.Of(code).Number(1_234_567));

    [Fact]
    public void The_sign_of_a_count_does_not_choose_the_form()
    {
        Assert.Equal("one", Language.Of("en").FormFor(-1));
        Assert.Equal("other", Language.Of("en").FormFor(long.MinValue));
    }

    [Fact]
    public void A_language_without_a_rule_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Language.Of("tlh"));
}

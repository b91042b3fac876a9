using System.CommandLine;
using System.Text.Json;
using Onus.Cli.Verbs;

namespace Onus.Cli.Tests.Verbs;

public sealed class LawShowTests
{
    [Fact]
    public void An_offence_is_a_numbered_outline_with_sections_and_says_how_it_is_known()
    {
        var (exit, output, errors) = Run("law", "show", "ke.trafficking");
        Assert.Equal((0, ""), (exit, errors));
        Assert.StartsWith("Counter-Trafficking in Persons Act 2010, section 3(1) as read with 3(5): Trafficking in persons [ke.trafficking]\n", output, StringComparison.Ordinal);
        Assert.Contains("known from another source than the law itself", output, StringComparison.Ordinal);
        Assert.Contains("\nunreviewed\n", output, StringComparison.Ordinal);
        Assert.Contains("    2.4  Deception (section 3(1)(d); the defendant's own) [ke.trafficking.means.deception]\n", output, StringComparison.Ordinal);
        Assert.Contains("not needed where ke.trafficking.child is proved", output, StringComparison.Ordinal);
        Assert.Contains("Another way to be guilty: Financing, controlling, aiding or abetting", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2014-05-01", "2.1.7", "23 December 2008 to 28 May 2015")]
    [InlineData("2005-05-01", "2.1.6", "19 December 2003 to 26 July 2006")]
    public void The_text_of_a_day_is_shown_and_the_others_are_named(string day, string last, string days)
    {
        var (exit, output, _) = Run("law", "show", "us.1591-a-1", "--on", day);
        Assert.Equal(0, exit);
        Assert.Contains($"Text of {days}.", output, StringComparison.Ordinal);
        Assert.Contains("      " + last + "  ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Advertised the person", output, StringComparison.Ordinal);
        Assert.Equal(4, output.Split("Another text: ").Length - 1);
    }

    [Fact]
    public void The_same_as_json_and_nothing_else()
    {
        var (exit, output, errors) = Run("law", "show", "us.1592-a", "--json");
        Assert.Equal((0, ""), (exit, errors));
        using var document = JsonDocument.Parse(output);
        var elements = document.RootElement.GetProperty("elements").EnumerateArray().ToList();
        Assert.Equal(("onus.law-show/1", "2000-10-28"), (document.RootElement.GetProperty("schema").GetString(), document.RootElement.GetProperty("from").GetString()));
        Assert.Equal("us.1589-a", elements.Single(e => e.GetProperty("id").GetString() == "us.1592-a.in-the-course.of.1589-a").GetProperty("offence").GetString());
        Assert.Equal("defence-negated", elements.Single(e => e.GetProperty("id").GetString() == "us.1592-a.not-a-victim").GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(1, "There is no offence \"us.9999\"", "us.9999")]
    [InlineData(1, "This pack has no text of 18 USC 1589(a) for 1 January 2000; the oldest it has begins on 28 October 2000.", "us.1589-a", "--on", "2000-01-01")]
    [InlineData(1, "the newest it has ends on 31 August 2025", "texas.20a-02-a-3", "--on", "2026-01-01")]
    [InlineData(2, "is not a date", "us.1589-a", "--on", "1.1.2000")]
    public void What_cannot_be_shown_is_said_in_a_sentence(int code, string sentence, params string[] args)
    {
        var (exit, output, errors) = Run(["law", "show", .. args]);
        Assert.Equal((code, ""), (exit, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_offence_all_are_listed_with_their_days() =>
        Assert.Contains("us.1589-a  18 USC 1589, until 22 December 2008: Forced labor (28 October 2000 to 22 December 2008)\n", Run("law", "show").Output, StringComparison.Ordinal);

    private static (int Exit, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = new RootCommand { LawCheck.Build() }.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }
}

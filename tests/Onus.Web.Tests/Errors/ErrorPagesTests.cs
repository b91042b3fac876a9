using System.Net;

namespace Onus.Web.Tests.Errors;

public sealed class ErrorPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/nothing-here", 404, "There is nothing here for you")]
    [InlineData("/accident/not-theirs", 404, "There is nothing here for you")]
    [InlineData("/accident/conflict", 409, "Somebody else changed this first")]
    [InlineData("/accident/invalid", 400, "There are 3 things to put right")]
    [InlineData("/accident/bug", 500, "Something went wrong in Onus")]
    [InlineData("/ui?errors=neither-true-nor-false", 500, "Something went wrong in Onus")] // breaks while the page is drawn
    public async Task What_went_wrong_is_a_page_that_says_what_to_do(string address, int status, string said)
    {
        var (answer, page) = await Get(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("""<html lang="en" dir="ltr">""", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/cases\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_shows_a_reference_and_nothing_else_of_itself()
    {
        var (_, page) = await Get("/accident/bug");

        Assert.Matches("<code>[0-9A-Z]+:[0-9]+</code>", page);
        Assert.DoesNotContain(Accidents.Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_theirs_read_alike_to_the_letter()
    {
        var (_, absent) = await Get("/nothing-here");
        var (_, hidden) = await Get("/accident/not-theirs");

        Assert.Equal(absent, hidden);
    }

    [Fact]
    public async Task A_form_without_its_token_is_said_to_be_expired()
    {
        using var form = new FormUrlEncodedContent([new("x", Accidents.Secret)]);
        using var answer = await site.Visitor().PostAsync("/ui", form, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form was open too long", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Accidents.Secret, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ui")]
    [InlineData("/accident/body")]
    public async Task More_than_two_megabytes_are_too_much_for_a_form(string address)
    {
        using var form = new FormUrlEncodedContent([new("x", new string('a', 3 * 1024 * 1024))]);
        using var answer = await site.Visitor().PostAsync(address, form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("more than fits", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gallery_is_not_there_where_it_is_closed()
    {
        await using var closed = new ClosedSite();
        using var answer = await closed.Visitor().GetAsync("/ui", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here for you", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Answer, string Page)> Get(string address)
    {
        var answer = await site.Visitor().GetAsync(address, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class ClosedSite : Site
    {
        protected override bool Gallery => false;
    }
}

using Microsoft.AspNetCore.Components;
using Onus.Web.CaseShell;

namespace Onus.Web.Tests.CaseShell;

/// <summary>A page that is added says where it stands, and finds its place without an edit elsewhere.</summary>
public sealed class CasePagesTests
{
    private static readonly Type[] Own = typeof(CasePages).Assembly.GetTypes();

    [Fact]
    public void A_page_that_is_added_stands_where_it_says()
    {
        var pages = new CasePages([.. Own, typeof(Bundle), typeof(OneBundle)]);
        Assert.Equal(["/requests", "/bundles", "/clocks"], pages.All.Where(page => page.Place == CasePlace.Work).Take(3).Select(page => page.Part));
        Assert.Equal((Audience.Counsel, false), (pages.Of(typeof(Bundle)).OpenTo, pages.Of(typeof(Bundle)).IsBelow));
        Assert.Equal(("/bundles", Audience.Record, true), (pages.Of(typeof(OneBundle)).At.Part, pages.Of(typeof(OneBundle)).OpenTo, pages.Of(typeof(OneBundle)).IsBelow));
    }

    [Theory]
    [InlineData(typeof(SaysNothing), "SaysNothing says neither")]
    [InlineData(typeof(SaysBoth), "SaysBoth says both")]
    [InlineData(typeof(BelowNothing), "BelowNothing stands below /nowhere")]
    [InlineData(typeof(OfOneThing), "OfOneThing has a link (InPlace), and its address needs more")]
    [InlineData(typeof(WhereAnotherIs), "2 pages of Work stand at 10")]
    public void A_page_that_does_not_say_where_it_stands_stops_the_start(Type page, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => new CasePages([.. Own, page])).Message, StringComparison.Ordinal);

    [Route("/cases/{Ref}/bundles"), InPlace(CasePlace.Work, 15, "pages.papers"), OpenTo(Audience.Counsel)]
    private sealed class Bundle : CaseHeadPage;

    [Route("/cases/{Ref}/bundles/{Id:guid}"), Below("/bundles")]
    private sealed class OneBundle : CaseHeadPage;

    [Route("/cases/{Ref}/nothing")]
    private sealed class SaysNothing : CaseHeadPage;

    [Route("/cases/{Ref}/both"), InPlace(CasePlace.Work, 15, "pages.papers"), Below("/files")]
    private sealed class SaysBoth : CaseHeadPage;

    [Route("/cases/{Ref}/below"), Below("/nowhere")]
    private sealed class BelowNothing : CaseHeadPage;

    [Route("/cases/{Ref}/things/{Id:guid}"), InPlace(CasePlace.Work, 15, "pages.papers")]
    private sealed class OfOneThing : CaseHeadPage;

    [Route("/cases/{Ref}/another"), InPlace(CasePlace.Work, 10, "pages.papers")]
    private sealed class WhereAnotherIs : CaseHeadPage;
}

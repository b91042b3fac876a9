using Microsoft.AspNetCore.DataProtection;
using Onus.Casework.Proof;
using Onus.Domain.Requests;
using Onus.Web.CaseShell;

namespace Onus.Web.Tests.Requests;

public sealed class SealedAskTests
{
    private static readonly Ask Draft = new(Addressee.ThirdParty, "Gate log of May", "Gate company", "It is needed.", "") { Element = "18 USC 1589(a): force", Count = 2, From = new(2025, 5, 1) };

    [Fact]
    public void A_draft_comes_back_from_an_address_in_which_nobody_can_read_it()
    {
        var drafts = new SealedAsk(new EphemeralDataProtectionProvider());

        var address = drafts.Href("FARM-T", Draft);

        Assert.DoesNotContain("Gate", address, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Draft, drafts.Open("FARM-T", address.Split("draft=")[1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAA")]
    public void What_was_not_sealed_here_opens_an_empty_form(string? draft) =>
        Assert.Null(new SealedAsk(new EphemeralDataProtectionProvider()).Open("FARM-T", draft));

    [Fact]
    public void A_draft_of_another_folder_opens_an_empty_form()
    {
        var elsewhere = new SealedAsk(new EphemeralDataProtectionProvider()).Href("FARM-T", Draft);

        Assert.Null(new SealedAsk(new EphemeralDataProtectionProvider()).Open("FARM-T", elsewhere.Split("draft=")[1]));
    }

    [Fact]
    public void A_draft_of_another_case_opens_an_empty_form()
    {
        var drafts = new SealedAsk(new EphemeralDataProtectionProvider());

        Assert.Null(drafts.Open("CLUB-T", drafts.Href("FARM-T", Draft).Split("draft=")[1]));
    }
}

using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Cases;

public sealed class TakingBackTests
{
    [Theory]
    [InlineData(Bearing.Supports, false, false, false, false)]
    [InlineData(Bearing.Supports, true, false, false, true)]
    [InlineData(Bearing.Supports, false, true, false, true)]
    [InlineData(Bearing.Undermines, false, false, true, true)]
    [InlineData(Bearing.Undermines, true, true, true, true)]
    public void Whose_act_it_is_and_whether_it_asks_why_follows_from_what_is_taken_back(Bearing bearing, bool fact, bool passage, bool counsels, bool asksWhy)
    {
        var cite = new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = new(Guid.CreateVersion7()), Exhibit = new(Guid.CreateVersion7()), Fact = new(Guid.CreateVersion7()), Bearing = bearing };

        var asked = TakingBack.Of(cite, new Marks(HelpsDefence: fact), passage ? new Marks(HelpsDefence: true) : null);

        Assert.Equal(new TakingBack(counsels, asksWhy), asked);
        Assert.Equal(counsels ? Acts.ChallengeRuled : Acts.CitationTakenBack, asked.Needs);
    }
}

using Onus.Casework.Tests.Practice;
using Onus.Domain.People;

namespace Onus.Casework.Tests.People;

public sealed class ShippedPeopleTests
{
    [Theory]
    [InlineData("the-farm")]
    [InlineData("the-club")]
    [InlineData("new-case")]
    public void Pseudonyms_that_the_files_of_a_practice_case_write_are_not_taken_for_names(string name)
    {
        var people = PracticeStore.Shipped(name).Case.People;
        Assert.NotEmpty(people);
        Assert.Empty(people.Where(p => Pseudonyms.IsReal(p.Pseudonym, people.Select(other => other.Pseudonym))).Select(p => p.Pseudonym));
    }
}

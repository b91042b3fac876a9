using Onus.Domain.People;

namespace Onus.Domain.Tests.People;

public sealed class LikelySpellingTests
{
    [Theory]
    [InlineData("+44 7700 900123", "447700900123")]
    [InlineData("+44 7700 900123", "07700 900123")]
    [InlineData("+44 7700 900123", "0044-7700-900123")]
    [InlineData("+44 7700 900123", "7700900123")]
    [InlineData("07700 900123", "+44 (7700) 900123")]
    [InlineData("+39 06 5550 1234", "06 5550 1234")]
    [InlineData("+44 7700 900123", "+٤٤ ٧٧٠٠ ٩٠٠١٢٣")]
    [InlineData("José Q.", "JOSE Q")]
    public void A_name_written_otherwise_is_likely_the_same(string known, string written) =>
        Assert.Equal(0, Who(written, [known], ["Someone else"]));

    [Theory]
    [InlineData("+44 7700 900123", "+49 7700 900123")]
    [InlineData("+44 7700 900123", "07700 900124")]
    [InlineData("0555 0101", "0555 0102")]
    [InlineData("+44 7700 900123", "900123")]
    [InlineData("1234", "01234")]
    [InlineData("Jose Q", "Jose R")]
    [InlineData("GB29 7700 900123", "7700900123")]
    [InlineData("…", "!")]
    public void Another_name_is_nobodys(string known, string written) =>
        Assert.Null(Who(written, [known], ["Someone else"]));

    [Fact]
    public void What_could_be_two_people_is_nobodys() =>
        Assert.Null(Who("07700 900123", ["+44 7700 900123"], ["+49 7700 900123"]));

    private static int? Who(string written, params string[][] known)
    {
        List<Person> people = [.. known.Select((names, at) => new Person { Id = new(Guid.CreateVersion7()), CaseId = new(Guid.CreateVersion7()), Pseudonym = $"Defendant {at + 1}", Roles = [PersonRole.Defendant], Aliases = names })];
        return new LikelySpelling(people).Of(written) is { } found ? people.FindIndex(person => person.Id == found) : null;
    }
}

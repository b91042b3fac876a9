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

    [Theory]
    [InlineData("99887766", "HARBUS33/99887766")]
    [InlineData("99887766", "HARBUS33XXX/9988 7766")]
    [InlineData("99887766", "harbus33 99887766")]
    [InlineData("9988-7766", "HARBUS33-99887766")]
    [InlineData("HARBUS33/99887766", "HARBUS33XXX/99887766")]
    [InlineData("99887766", "HARBUS33/99887766USD")]
    [InlineData("99887766USD", "99887766")]
    [InlineData("0532013000", "DE89 3704 0044 0532 0130 00")]
    [InlineData("532013000", "DE89370400440532013000")]
    [InlineData("COBADEFF/532013000", "DE89370400440532013000")]
    [InlineData("DE89370400440532013000", "COBADEFFXXX/DE89370400440532013000")]
    [InlineData("DE89370400440532013000", "DE89370400440532013000EUR")]
    [InlineData("532013000", "37040044/532013000")]
    [InlineData("37040044/532013000", "DE89370400440532013000")]
    [InlineData("31926819", "60-16-13 31926819")]
    [InlineData("HARBUS33/٩٩٨٨٧٧٦٦", "99887766")]
    public void An_account_is_likely_the_same_with_the_code_of_its_bank_before_it_and_without(string one, string other)
    {
        Assert.Equal(0, Who(other, [one], ["Someone else"]));
        Assert.Equal(0, Who(one, [other], ["Someone else"]));
    }

    [Theory]
    [InlineData("HARBUS33/99887766", "OTHRUS33/99887766")] // Two banks may give the same number.
    [InlineData("HARBUS33/99887766", "HARBUS33AAA/99887767")]
    [InlineData("HARBUS33AAA/99887766", "HARBUS33BBB/99887766")]
    [InlineData("COBADEFF/532013000", "FR89370400440532013000")]
    [InlineData("10020030/532013000", "DE89370400440532013000")]
    [InlineData("99887766", "HARBUS33/199887766")]
    [InlineData("99887766", "HARBUS3399887766")] // Nothing says where the code ends.
    [InlineData("7766", "HARBUS33/7766")]
    [InlineData("7766", "DE89370400440532017766")]
    [InlineData("99887766", "Harbour Street/99887766")]
    [InlineData("99887766", "INV 99887766")]
    [InlineData("37040044/532013000", "10020030/532013000")]
    [InlineData("9001234", "+44 7700 9001234")]
    [InlineData("9001234", "030/9001234")]
    [InlineData("HARBUS33", "HARBUS33/99887766")]
    public void An_account_of_another_bank_or_with_another_number_is_nobodys(string one, string other)
    {
        Assert.Null(Who(other, [one], ["Someone else"]));
        Assert.Null(Who(one, [other], ["Someone else"]));
    }

    [Fact]
    public void An_account_that_two_banks_may_have_given_is_nobodys() =>
        Assert.Null(Who("99887766", ["HARBUS33/99887766"], ["OTHRUS33/99887766"]));

    [Fact]
    public void What_could_be_two_people_is_nobodys() =>
        Assert.Null(Who("07700 900123", ["+44 7700 900123"], ["+49 7700 900123"]));

    private static int? Who(string written, params string[][] known)
    {
        List<Person> people = [.. known.Select((names, at) => new Person { Id = new(Guid.CreateVersion7()), CaseId = new(Guid.CreateVersion7()), Pseudonym = $"Defendant {at + 1}", Roles = [PersonRole.Defendant], Aliases = names })];
        return new LikelySpelling(people).Of(written) is { } found ? people.FindIndex(person => person.Id == found) : null;
    }
}

using Onus.Domain.People;

namespace Onus.Domain.Tests.People;

public sealed class PseudonymsTests
{
    private static readonly string[] Recorded = ["Zoraida Quintanal", "Tía Jacinta", "N. O'Bannion", "+34 600 123 456", "Grupo Limpieza", "Łucja", "王芳", "Survivor B", "Worker 12"];

    [Theory]
    [InlineData("Zoraida Quintanal")]
    [InlineData("zoraida quintanal")]
    [InlineData("ZORAIDA")]
    [InlineData("Quintanal, Z.")]
    [InlineData("Survivor Zoraida")]
    [InlineData("Zoraida 2")]
    [InlineData("tia  jacinta")]
    [InlineData("Jacinta")]
    [InlineData("OBannion")]
    [InlineData("O’Bannion")]
    [InlineData("34600123456")]
    [InlineData("Lucja")]
    [InlineData("王芳")]
    [InlineData("Soraida")]
    [InlineData("Zoraidah")]
    [InlineData("Quintana")]
    public void A_name_of_the_files_or_a_part_of_one_is_no_pseudonym(string proposed)
    {
        var refused = Pseudonyms.Refuse(proposed, null, [PersonRole.Witness], [], Recorded);
        Assert.Equal("people.pseudonym-real", refused?.Key);
        Assert.Empty(refused!.Values);
    }

    [Theory]
    [InlineData("Survivor B")]
    [InlineData("Survivor C")]
    [InlineData("Worker 12")]
    [InlineData("Bank custodian 3")]
    [InlineData("Owner of the farm")]
    [InlineData("Heron")]
    [InlineData("Luzia")] // Two letters other than Lucja.
    public void Parts_numbers_and_names_that_nobody_bears_are_pseudonyms(string proposed) =>
        Assert.Null(Pseudonyms.Refuse(proposed, null, [PersonRole.Witness], [], Recorded));

    [Theory]
    [InlineData("Quintanal bank", PersonRole.Custodian)]
    [InlineData("Inspector Zoraida Quintanal", PersonRole.Officer)]
    [InlineData("Grupo Limpieza", PersonRole.Expert)]
    [InlineData("Łucja", PersonRole.Interpreter)]
    public void The_name_of_a_body_or_of_who_signs_for_what_they_did_is_no_secret(string proposed, PersonRole role)
    {
        Assert.Null(Pseudonyms.Refuse(proposed, null, [role], [], Recorded));
        Assert.Equal("people.pseudonym-real", Pseudonyms.Refuse(proposed, null, [role, PersonRole.Witness], [], Recorded)?.Key);
        Assert.Equal("people.pseudonym-real", Pseudonyms.Refuse(proposed, null, [PersonRole.Survivor, role], [], Recorded)?.Key);
        Assert.Equal("people.pseudonym-real", Pseudonyms.Refuse(proposed, null, [], [], Recorded)?.Key);
    }

    [Fact]
    public void No_name_of_a_body_has_a_survivors_in_it()
    {
        var survivor = Person("Survivor B", "Zoraida Quintanal") with { Roles = [PersonRole.Survivor] };
        Assert.Equal("people.pseudonym-survivor", Pseudonyms.Refuse("Interpreter of Zoraida", null, [PersonRole.Interpreter], [survivor], [])?.Key);
        Assert.Null(Pseudonyms.Refuse("Interpreter of Zoraida", null, [PersonRole.Interpreter], [survivor with { Roles = [PersonRole.Defendant] }], []));
    }

    [Fact]
    public void Only_a_word_that_could_be_a_name_is_looked_up()
    {
        Assert.False(Pseudonyms.CouldBeReal("Survivor B"));
        Assert.False(Pseudonyms.CouldBeReal("Bank custodian 12"));
        Assert.True(Pseudonyms.CouldBeReal("Survivor Zoraida"));
        Assert.True(Pseudonyms.CouldBeReal("Witness 600123456"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("—")]
    public void Nothing_is_no_pseudonym(string proposed) => Assert.Equal("people.pseudonym-missing", Pseudonyms.Refuse(proposed, null, [PersonRole.Witness], [], [])?.Key);

    [Fact]
    public void A_pseudonym_is_one_persons_and_an_alias_of_anybody_is_none()
    {
        var first = Person("Survivor B", "Mirela", "Boss");
        Assert.Equal("people.pseudonym-taken", Pseudonyms.Refuse("survivor  b", null, [PersonRole.Witness], [first], [])?.Key);
        Assert.Equal("people.pseudonym-real", Pseudonyms.Refuse("Mirela", first.Id, [PersonRole.Witness], [first], [])?.Key);
        Assert.Equal("people.pseudonym-real", Pseudonyms.Refuse("Mireła A", null, [PersonRole.Witness], [first], [])?.Key);
        Assert.Equal("people.alias-taken", Pseudonyms.Refuse("Boss", null, [PersonRole.Witness], [first], [])?.Key);
        Assert.Null(Pseudonyms.Refuse("Survivor B", first.Id, [PersonRole.Witness], [first], ["Survivor B"]));
    }

    [Fact]
    public void A_spelling_belongs_to_one_person_however_its_letters_are_composed()
    {
        var jose = Person("Witness 1", "Jose\u0301 M.");
        Person[] all = [jose, Person("Witness 2")];
        Assert.Equal("people.alias-taken", Spellings.Refuse("Jos\u00e9 M.", all[1].Id, all, [])?.Key);
        Assert.Equal("people.alias-taken", Spellings.Refuse(" Jos\u00e9 M. ", jose.Id, all, [])?.Key);
        Assert.Equal("people.alias-taken", Spellings.Refuse("Witness 1", all[1].Id, all, [])?.Key);
        Assert.Null(Spellings.Refuse("Witness 2", all[1].Id, all, []));
        Assert.Null(Spellings.Refuse("JOSÉ M.", all[1].Id, all, []));
        Assert.Equal("people.alias-missing", Spellings.Refuse(" ", all[1].Id, all, [])?.Key);
        Assert.Equal("people.alias-not-a-person", Spellings.Refuse("Night shift", all[1].Id, all, [new NotAPerson { Id = Guid.CreateVersion7(), CaseId = default, Name = "Night shift" }])?.Key);
    }

    [Fact]
    public void A_spelling_is_kept_as_the_records_write_it()
    {
        Assert.Equal(["Jose\u0301", "Boss"], Spellings.Of([" Jos\u00e9", "Boss ", "Boss", " "], ["Jose\u0301", "Nene"]));
        Assert.Equal(["Boss ", "Boss"], Spellings.Of(["Boss"], ["Boss ", "Boss"]));
    }

    [Fact]
    public void The_next_free_pseudonyms_skip_those_that_somebody_bears()
    {
        Person[] people = [Person("Survivor A"), Person("survivor  c"), Person("Witness 1", "Survivor D")];
        Assert.Equal(["Survivor B", "Survivor E"], Pseudonyms.Free(mark => "Survivor " + mark, true, 2, people));
        Assert.Equal(["Witness 2"], Pseudonyms.Free(mark => "Witness " + mark, false, 1, people));
        Assert.Equal("Survivor AA", Pseudonyms.Free(mark => "Survivor " + mark, true, 24, people)[^1]);
    }

    private static Person Person(string pseudonym, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = pseudonym, Roles = [PersonRole.Witness], Aliases = aliases };
}

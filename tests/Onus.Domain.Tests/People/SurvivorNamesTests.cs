using Onus.Domain.People;

namespace Onus.Domain.Tests.People;

public sealed class SurvivorNamesTests
{
    private static readonly HashSet<string> Everyday = ["price", "statement", "list", "may", "phone", "of", "room"];

    private static readonly HashSet<string> BeforeNames = ["ms"];

    [Theory]
    [InlineData("Statement Marisol Tendero.docx", "Statement <Survivor B>.docx")]
    [InlineData("statement_marisol_tendero.docx", "statement_<Survivor B>.docx")]
    [InlineData("STATEMENT-MARISOL-TENDERO.PDF", "STATEMENT-<Survivor B>.PDF")]
    [InlineData("Tendero, Marisol (2).pdf", "<Survivor B> (2).pdf")]
    [InlineData("Tendero, M. Marisol.pdf", "<Survivor B>.pdf")]
    [InlineData("Marisol's phone.zip", "<Survivor B>'s phone.zip")]
    [InlineData("The Tenderos.jpg", "The <Survivor B>.jpg")]
    [InlineData("StatementMarisolTendero.docx", "Statement <Survivor B>.docx")]
    [InlineData("marisoltendero.docx", "<Survivor B>.docx")]
    [InlineData("statementofmarisoltendero.docx", "<Survivor B>.docx")]
    [InlineData("Marísol.docx", "<Survivor B>.docx")]
    [InlineData("Marisol/chat 2025.txt", "<Survivor B>/chat 2025.txt")]
    [InlineData("20250517Marisol2.jpg", "20250517 <Survivor B> 2.jpg")]
    [InlineData("marisol88.txt", "<Survivor B> 88.txt")]
    [InlineData("Given by Marisol Tendero and Ana Price", "Given by <Survivor B> and <Survivor C>")]
    public void A_name_of_a_survivor_gives_way_to_the_pseudonym(string text, string said) => Assert.Equal(said, Said(text, B, C));

    [Theory]
    [InlineData("Price list of May.pdf")]
    [InlineData("Marisolation.txt")]
    [InlineData("Survivor B.docx")]
    [InlineData("Statement of the phone +63 917 555 0101.pdf")]
    [InlineData("")]
    public void Other_words_stay(string text) => Assert.Equal(text, Said(text, B, C));

    [Theory]
    [InlineData("Ms Price, letter.pdf", "Ms <Survivor C>, letter.pdf")]
    [InlineData("Price, Ana.pdf", "<Survivor C>.pdf")]
    public void A_word_of_every_title_is_a_name_where_it_stands_as_one(string text, string said) => Assert.Equal(said, Said(text, B, C));

    [Fact]
    public void The_name_of_her_brother_is_no_name_of_hers_and_what_both_bear_is_nobodys_for_certain()
    {
        var brother = Person("Witness 1", PersonRole.Witness, "Jun Tendero");
        Assert.Equal("Statement Jun Tendero.docx", Said("Statement Jun Tendero.docx", B, brother));
        Assert.Equal("<?> chats.zip", Said("Tendero chats.zip", B, brother));
        Assert.Equal("<Survivor B>.docx", Said("Marisol.docx", B, brother));
        Assert.Null(Names(B, brother).First("Tendero chats.zip"));
        Assert.True(Names(B, brother).AreIn("Tendero chats.zip"));
    }

    [Fact]
    public void Nobody_else_is_hidden_and_no_number_is_a_name()
    {
        var other = Person("Defendant 1", PersonRole.Defendant, "Rogelio Banta");
        var numbered = Person("Survivor D", PersonRole.Survivor, "+63 917 555 0101", "Room 4", "Me");
        Assert.Equal("Rogelio Banta, Room 4, 63917 5550101, tell me.txt", Said("Rogelio Banta, Room 4, 63917 5550101, tell me.txt", other, numbered));
    }

    [Fact]
    public void A_script_without_spaces_has_the_name_inside_a_word()
    {
        Assert.Equal("<Survivor B>的陈述.docx", Said("王芳的陈述.docx", Person("Survivor B", PersonRole.Survivor, "王芳")));
        Assert.Equal("<Survivor B>さんの供述.pdf", Said("中村光さんの供述.pdf", Person("Survivor B", PersonRole.Survivor, "中村光")));
    }

    [Fact]
    public void Of_an_address_the_provider_is_nobodys_name()
    {
        var mail = Person("Survivor B", PersonRole.Survivor, "marisol.t@posta.example");
        Assert.Equal("posta.example and <Survivor B>", Said("posta.example and Marisol", mail));
    }

    private static Person B => Person("Survivor B", PersonRole.Survivor, "Marisol Tendero", "Sol T", "B");

    private static Person C => Person("Survivor C", PersonRole.Survivor, "Ana Price");

    private static SurvivorNames Names(params Person[] people) => new(people, Everyday, BeforeNames);

    private static string Said(string text, params Person[] people) => Names(people).Replace(text, person => $"<{person?.Pseudonym ?? "?"}>");

    private static Person Person(string pseudonym, PersonRole role, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = pseudonym, Roles = [role], Aliases = aliases };
}

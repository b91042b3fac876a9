using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>A doubt about whose words a line of a paper holds is not lost because a line above it ends in a dot.</summary>
public sealed class SentenceEndsTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());
    private static readonly Person Ana = Named("Survivor A", [PersonRole.Survivor], "Ana", "Ana Example");
    private static readonly Person Bea = Named("Survivor B", [PersonRole.Survivor], "Bea");
    private static readonly Person Friend = Named("Friend 1", [PersonRole.Witness], "Mira Example");
    private static readonly Person[] People = [Ana, Bea, Friend];

    [Theory]
    [InlineData("Ana said to me that day in the kitchen:\nI had no key.\nhe locked us in")]
    [InlineData("Ana sagte mir an diesem Tag in der Küche:\nIch hatte keinen Schlüssel.\nhe locked us in")]
    public void What_a_colon_opens_is_more_than_one_sentence(string text) => Named(text);

    [Theory]
    [InlineData("Ana told me that day in the kitchen, “I had no key.\nhe locked us in.” Then she went.")]
    [InlineData("Ana dijo aquel día en la cocina de la casa: «No tenía llave.\nhe locked us in»")]
    [InlineData("Ana sagte mir an diesem Tag in der Küche „Ich hatte keinen Schlüssel.\nhe locked us in“")]
    public void A_quotation_that_is_open_goes_on_behind_a_dot(string text) => Named(text);

    [Theory]
    [InlineData("Ana wrote on Sunday\nI have no key.\nhe locked us in")]
    [InlineData("Ana replied to you\nNo.\nhe locked us in")]
    [InlineData("Ana sent a message\nI have no key.\nhe locked us in")]
    [InlineData("Ana wrote on 12 March 2021 at 22.14\nI have no key.\nhe locked us in")]
    [InlineData("Ana schrieb am 12. März\nIch habe keinen Schlüssel.\nhe locked us in")]
    [InlineData("Ana schrieb am 12.03.\nhe locked us in")]
    [InlineData("Ana escribió el domingo\nNo tengo llave.\nhe locked us in")]
    public void A_printed_chat_whose_head_is_a_name_with_a_verb_stands_over_all_that_follows(string text) => Named(text);

    [Theory]
    [InlineData("Ana told me that at 10 p.m.\nhe locked us in")]
    [InlineData("Ana told me that with the help of Mr.\nX. he locked us in")]
    [InlineData("Ana told me that one day…\nhe locked us in")]
    public void A_wrapped_line_that_ends_in_an_abbreviation_is_no_end(string text) => Named(text);

    [Theory]
    [InlineData("Ana told me that she had no key.\nShe said that he locked us in")]
    [InlineData("Ana told me that she had no key.\nThen, she told me, he locked us in")]
    public void What_she_goes_on_telling_is_hers(string text) => Named(text);

    [Fact]
    public void A_quotation_that_began_on_the_page_before_goes_on() => Assert.NotNull(SpokenLines.Of(
        File(Friend), RecordKind.Page, "I had no key.\nhe locked us in", "he locked us in", "Ana said to me that day in the kitchen:", People));

    private static void Named(string text)
    {
        var found = Of(text);
        Assert.NotNull(found);
        Assert.Equal([Ana.Id], found.MayBeOf(People));
    }

    private static SpokenLines? Of(string text) => SpokenLines.Of(File(Friend), RecordKind.Page, text, "he locked us in", "", People);

    private static Person Named(string pseudonym, PersonRole[] roles, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = pseudonym, Roles = roles, Aliases = aliases };

    private static Material File(Person from) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Case,
        Name = "a.txt",
        Title = "a.txt",
        Blob = Sha256.Of([]),
        VaultName = Guid.CreateVersion7(),
        Bytes = 0,
        ReceivedAt = default,
        Run = Guid.CreateVersion7(),
        Status = MaterialStatus.Held,
        FromPerson = from.Id,
    };
}

using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class WordSearchTests
{
    [Theory]
    [InlineData("passport drawer", "The PASSPORT lay in the locked drawer.", true)]
    [InlineData("drawer passport", "The passport lay in the locked drawer.", true)]
    [InlineData("\"locked drawer\"", "The passport lay in the locked drawer.", true)]
    [InlineData("\"drawer locked\"", "The passport lay in the locked drawer.", false)]
    [InlineData("don't", "I don’t know", true)]
    [InlineData("don’t", "I don't know", true)]
    [InlineData("nino", "El niño de Perú", true)]
    [InlineData("Perú", "el nino de peru", true)]
    [InlineData("Straße", "in der STRASSE", true)]
    [InlineData("पासपोर्ट", "मेरो पासपोर्ट कहाँ छ", true)]
    [InlineData("wages paid", "The wages were promised.", false)]
    [InlineData("", "anything", true)]
    [InlineData("\"unfinished", "an unfinished sentence", true)]
    public void Words_are_found_as_people_mean_them(string query, string text, bool found) => Assert.Equal(found, new WordSearch(query).IsIn(text));
}

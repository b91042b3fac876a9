using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.People;

/// <summary>These run as the programs do: without the system's tables of letters.</summary>
public sealed class LetterFormsTests
{
    [Theory]
    [InlineData("José", "jose")]
    [InlineData("JOSE\u0301", "jose")]
    [InlineData("Nguyễn Thị Ánh", "nguyen thi anh")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("Ａｎａ", "ana")]
    [InlineData("Ёлка", "елка")]
    [InlineData("Άννα", "αννα")]
    [InlineData("\uFEB3\uFEFC\uFEE1", "\u0633\u0644\u0627\u0645")]
    public void Names_are_compared_without_marks_and_forms_whatever_the_system_knows(string name, string folded) =>
        Assert.Equal(folded, string.Join(' ', FoldedName.WordsOf(name)));

    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("A\u030A", "Å")]
    [InlineData("क\u093C", "क\u093C")]
    [InlineData("x\u0301", "x\u0301")]
    public void A_letter_and_its_mark_are_one_spelling(string typed, string one) => Assert.Equal(one, FoldedName.Spelling(typed));

    [Fact]
    public void What_is_put_together_comes_apart_as_it_was()
    {
        foreach (var letter in Enumerable.Range(0xA0, 0xF000).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter)))
        {
            var apart = LetterForms.Apart(letter.ToString());
            Assert.Equal(apart, LetterForms.Apart(LetterForms.Together(apart)));
            Assert.Equal(apart, LetterForms.Apart(apart));
        }
    }
}

using Onus.Casework.Proof;

namespace Onus.Casework.Tests.Proofs;

/// <summary>Names in a sentence stay what they are, whatever letters the words beside them hold.</summary>
public sealed class PhrasingTests
{
    private static readonly Part Exhibit = new("EX-3", PartKind.Exhibit, "3");

    [Theory]
    [InlineData("\uE000")]
    [InlineData("Receipt \uE000\uE001 of the inn")]
    [InlineData("\uF8FF and \uE001")]
    public void Words_in_the_private_letters_of_a_font_do_not_become_the_name_beside_them(string title)
    {
        var said = Unit.Texts.Say("proof.list.last", ("before", Exhibit), ("next", title));

        Assert.Equal($"EX-3 and {title}", said.ToString());
        Assert.Equal([Exhibit], said.Parts.Where(part => part.Kind != PartKind.Text));
    }
}

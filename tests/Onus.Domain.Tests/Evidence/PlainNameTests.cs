using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class PlainNameTests
{
    [Theory]
    [InlineData("rtl\u202Egpj.exe.txt", "rtl[U+202E]gpj.exe.txt")]
    [InlineData("a\u001B[31m\u0007\n.csv", "a[U+001B][31m[U+0007][U+000A].csv")]
    [InlineData("folder/\u2066b\u2069.pdf", "folder/[U+2066]b[U+2069].pdf")]
    [InlineData("WhatsApp Chat with \u200EAna ‪.txt", "WhatsApp Chat with \u200EAna [U+202A].txt")]
    [InlineData("José قائمة 🌻.docx", "José قائمة 🌻.docx")]
    public void What_a_screen_hides_in_a_name_is_written_out_and_nothing_else(string name, string plain) => Assert.Equal(plain, PlainName.Of(name));
}

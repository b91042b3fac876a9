using System.Globalization;
using System.Text;
using CsCheck;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

/// <summary>Messages that are written in any style are read back as they were, and every byte of the file has its place.</summary>
public sealed class WhatsAppGrammarTests
{
    private static readonly string[] Names = ["Asha", "Bimal Kestri", "+977 980-0000000", "عمر", "Farm:Office", "Ko Ko ♥", "~ Юля"];

    private static readonly string[] Pieces =
    [
        "ठिक छ", "ok", "call me: now", "السلام عليكم", "3/5 maybe", "[x] done", "- dash", "10:30", "🙂", "a, b; \"c\"", "50%", "\u200Emark", "tab\there", "<b>",
    ];

    private static readonly Gen<string> Body = Gen.Select(
        Gen.OneOf(Pieces).List[1, 4], Gen.OneOf(" ", "\n", "\n\n"), (pieces, glue) => string.Join(glue, pieces));

    private static readonly Gen<(string? Name, string Text)> Message = Gen.Select(Gen.OneOf([.. Names, null]), Body, (name, text) => (name, text));

    private static readonly Gen<Style> Styles = Gen.Select(
        Gen.Bool, Gen.OneOf("dmy", "mdy", "ymd"), Gen.OneOf('/', '.', '-'), Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 4], Gen.Bool,
        (bracket, order, separator, longYear, hours, digits, crlf) => new Style(bracket, order, separator, longYear, hours, digits, crlf));

    [Fact]
    public void What_is_written_in_any_style_is_read_back()
    {
        Gen.Select(Styles, Message.List[1, 12], Gen.Int[0, 500_000], Gen.Int[0, 3000]).Sample(
            (style, messages, start, step) =>
            {
                // System lines with a colon would have a sender: that is the grammar.
                var written = messages.Select(m => m.Name is null ? m with { Text = "joined by a link\n" + m.Text.Replace(": ", "", StringComparison.Ordinal) } : m).ToList();
                if (written.Where(m => m.Name is not null).GroupBy(m => m.Name).Any(sender => sender.Count() >= 3 && sender.All(m => m.Text.StartsWith("call me: ", StringComparison.Ordinal))))
                {
                    // Somebody who only ever writes "call me: ..." cannot be told from a contact of that name: the reader warns.
                    return;
                }

                var times = written.Select((_, i) => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(start + ((long)i * step))).ToList();
                var eol = style.Crlf ? "\r\n" : "\n";
                var text = string.Concat(written.Zip(times, (m, t) => style.Head(t) + (m.Name is null ? "" : m.Name + ": ") + m.Text.Replace("\n", eol, StringComparison.Ordinal) + eol));
                var bytes = Encoding.UTF8.GetBytes(text);
                var run = FileRun.Of("chat.txt", bytes, new ReadOptions("Asia/Kathmandu", style.Order));

                Assert.Equal(written.Select(m => m.Name), run.Senders);
                Assert.Equal(written.Select(m => (string?)m.Text), run.Texts);
                Assert.Equal(times.Select(t => (string?)t.ToString("yyyy-MM-dd'T'HH:mm':00'", CultureInfo.InvariantCulture)), run.Records.Select(r => r.Time.Local));

                long next = 0;
                foreach (var at in run.Records.Select(r => (TextPosition)r.Locator.At))
                {
                    Assert.Equal(next, at.ByteStart);
                    next = at.ByteStart + at.ByteLen + eol.Length;
                }

                Assert.Equal(bytes.Length, next);
            },
            iter: 2000,
            print: t => t.ToString());
    }

    private sealed record Style(bool Bracket, string Order, char Separator, bool LongYear, int Hours, int Digits, bool Crlf)
    {
        private const string Zeros = "0٠۰०0";

        public string Head(DateTime time)
        {
            var year = LongYear ? "yyyy" : "yy";
            string[] parts = Order switch { "dmy" => ["d", "MM", year], "mdy" => ["M", "dd", year], _ => [year, "MM", "dd"] };
            var date = string.Join(Separator, parts.Select(p => time.ToString(p.Length == 1 ? "%" + p : p, CultureInfo.InvariantCulture)));
            var clock = Hours switch
            {
                0 => time.ToString("HH:mm", CultureInfo.InvariantCulture),
                1 => time.ToString("h:mm'\u202F'tt", CultureInfo.InvariantCulture),
                _ => time.ToString("hh:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? " a. m." : "\u00A0p. m."),
            };
            var written = new StringBuilder(Bracket ? $"[{date}, {clock}] " : $"{date}, {clock} - ");
            for (var i = 0; i < written.Length; i++)
            {
                if (char.IsAsciiDigit(written[i]))
                {
                    written[i] = (char)(Zeros[Digits] + (written[i] - '0'));
                }
            }

            return written.ToString();
        }
    }
}

namespace Onus.Ingest.Mt940;

/// <summary>
/// What field 86 says about an entry: its words, and whom it names. Banks cut it into subfields in two ways: by a sign and two digits behind a code of three
/// (<c>166?00TRANSFER?20...</c>), or by words between strokes (<c>/NAME/...</c>). What is in neither way stands as it is.
/// </summary>
/// <param name="Words">Its words, in lines.</param>
/// <param name="Other">Whom it names on the other side; null where it names nobody.</param>
internal sealed record Mt940Details(string Words, string? Other)
{
    // A subfield holds 27 characters, a line 65, of which some banks fill 64: one that is full goes on in the next without a space.
    private const int Subfield = 27;
    private const int Line = 64;

    private static readonly string[] Codes =
    [
        "ACCW", "ADDR", "BENM", "BIC", "BUSP", "CNTP", "CSID", "EREF", "IBAN", "ID", "ISDT", "MARF", "NAME", "ORDP", "PREF", "PURP", "REMI", "RTRN", "SVCL", "TRCD", "TRTP", "ULTB", "ULTC", "ULTD",
    ];

    /// <summary>Reads it from its lines.</summary>
    public static Mt940Details Of(IReadOnlyList<string> lines)
    {
        if (lines is not [{ } first, ..])
        {
            return new("", null);
        }

        if (first.Length > 6 && first.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && !char.IsLetterOrDigit(first[3]) && !char.IsWhiteSpace(first[3]) && IsNumber(first, 4))
        {
            return BySign(string.Concat(lines), first[3]);
        }

        return new(string.Join('\n', lines), ByStrokes(Joined(lines, Line)));
    }

    private static Mt940Details BySign(string text, char sign)
    {
        var parts = new List<(string Number, string Content)>();
        for (var at = 3; at < text.Length;)
        {
            var next = at + 3;
            while (next < text.Length && !(text[next] == sign && IsNumber(text, next + 1)))
            {
                next++;
            }

            parts.Add((text[(at + 1)..Math.Min(text.Length, at + 3)], text[Math.Min(text.Length, at + 3)..next]));
            at = next;
        }

        var purpose = Joined([.. parts.Where(part => part.Number[0] is '2' or '6').Select(part => part.Content)], Subfield);
        var other = Cleaned(Joined([.. parts.Where(part => part.Number is "32" or "33").Select(part => part.Content)], Subfield));
        string[] words =
        [
            text[..3] + " " + string.Concat(parts.Where(part => part.Number is "00").Select(part => part.Content)),
            purpose,
            string.Join(' ', parts.Where(part => part.Number[0] is not ('2' or '6') && part.Number is not ("00" or "32" or "33")).Select(part => sign + part.Number + " " + part.Content)),
        ];
        return new(string.Join('\n', words.Select(word => word.Trim()).Where(word => word.Length > 0)), other);
    }

    private static string? ByStrokes(string text)
    {
        if (After(text, "/NAME/") is { } named)
        {
            var end = Enumerable.Range(0, named.Length).FirstOrDefault(at => Array.Exists(Codes, code => named.AsSpan(at).StartsWith("/" + code + "/")), named.Length);
            return Cleaned(named[..end]);
        }

        // Account, bank and name of the other side.
        return After(text, "/CNTP/") is { } side && side.Split('/') is [_, _, var name, ..] ? Cleaned(name) : null;
    }

    private static string? Cleaned(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '/') is { Length: > 0 } clean ? clean : null;

    private static string? After(string text, string code) => text.IndexOf(code, StringComparison.Ordinal) is >= 0 and var at ? text[(at + code.Length)..] : null;

    private static string Joined(IReadOnlyList<string> parts, int full) =>
        string.Concat(parts.Select((part, at) => at == parts.Count - 1 || part.Length >= full ? part : part.TrimEnd() + "\n"));

    private static bool IsNumber(string text, int at) => at + 1 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]);
}

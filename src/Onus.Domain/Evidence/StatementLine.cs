using Onus.Domain.People;

namespace Onus.Domain.Evidence;

/// <summary>A row of a statement of an account, as far as it tells whether another statement lists the same payment.</summary>
/// <typeparam name="T">What names the row.</typeparam>
/// <param name="Entry">The row.</param>
/// <param name="File">The file that has it.</param>
/// <param name="Holder">Whose account it is, as the file writes it; null where it does not say.</param>
/// <param name="Account">Who that is, so that two ways to write one holder are one; null likewise.</param>
/// <param name="Day">The day; null where it could not be read.</param>
/// <param name="Time">Day and clock in ISO 8601, as far as the file states them; where the day could not be read, the source's own characters.</param>
/// <param name="Minor">What moved, in minor units, negative for money out.</param>
/// <param name="Currency">ISO 4217 code; empty for none.</param>
/// <param name="Party">The other side, as the file writes it; null where it does not say.</param>
/// <param name="PartyKey">Who that is; null likewise.</param>
/// <param name="Text">What the bank says about it; null for nothing.</param>
/// <param name="Balance">What the source says was left after it, in minor units; null where it does not say.</param>
public sealed record StatementLine<T>(
    T Entry, Guid File, string? Holder, string? Account, DateOnly? Day, string Time, long Minor, string Currency, string? Party, string? PartyKey, string? Text, long? Balance)
{
    /// <summary>From whom its file is: without balances, two banks' statements are of two accounts as likely as of one. Null where nobody has said.</summary>
    public string? Giver { get; init; }

    private string? words;
    private string? partyWords;

    /// <summary>What rows of one payment have in common whatever form they come in.</summary>
    internal (DateOnly? Day, string Time, long Minor, string Currency) Key => (Day, Day is null ? Time.Trim() : "", Minor, Currency);

    /// <summary>The words of the text, without regard to case, accents and spaces; empty for none.</summary>
    internal string Words => words ??= string.Join(' ', FoldedName.WordsOf(Text ?? ""));

    /// <summary>The name of the other side, likewise; empty where it has no letter and no digit.</summary>
    internal string PartyWords => partyWords ??= string.Concat(FoldedName.WordsOf(Party ?? ""));

    /// <summary>The minute that the file states; null for none. One form may state seconds where the other does not.</summary>
    internal string? Minute => Day is not null && Time.Length >= 16 ? Time[11..16] : null;
}

/// <summary>How two things that two files say compare.</summary>
internal enum Match
{
    /// <summary>One of them does not say it, or both do not.</summary>
    Open = 0,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>They say different things.</summary>
    Differs,
}

/// <summary>How two rows of one day and amount compare.</summary>
internal static class StatementLine
{
    /// <summary>The other side.</summary>
    public static Match Parties<T>(StatementLine<T> one, StatementLine<T> other) =>
        one.PartyKey is null || other.PartyKey is null ? Match.Open
        : one.PartyKey == other.PartyKey || (one.PartyWords.Length > 0 && one.PartyWords == other.PartyWords) ? Match.Same
        : Match.Differs;

    /// <summary>What the bank says about them.</summary>
    public static Match Texts<T>(StatementLine<T> one, StatementLine<T> other) =>
        one.Words.Length == 0 || other.Words.Length == 0 ? Match.Open : one.Words == other.Words ? Match.Same : Match.Differs;

    /// <summary>Whether they state two clock readings.</summary>
    public static bool ClockDiffers<T>(StatementLine<T> one, StatementLine<T> other) => one.Minute is { } first && other.Minute is { } second && first != second;

    /// <summary>Whether they state two balances.</summary>
    public static bool BalanceDiffers<T>(StatementLine<T> one, StatementLine<T> other) => one.Balance is { } first && other.Balance is { } second && first != second;

    /// <summary>Whether they state the same other side and text, at least one of the two, and nothing that the other leaves out.</summary>
    public static bool SameWords<T>(StatementLine<T> one, StatementLine<T> other)
    {
        var (parties, texts) = (Parties(one, other), Texts(one, other));
        return (parties == Match.Same || texts == Match.Same)
            && (parties == Match.Same || (one.PartyKey is null && other.PartyKey is null))
            && (texts == Match.Same || (one.Words.Length == 0 && other.Words.Length == 0));
    }

    /// <summary>
    /// Whether the balance after them is the same, and nobody else is named as the other side. What empties an account leaves nothing in any other account that
    /// is emptied, so there the words have to agree as well.
    /// </summary>
    public static bool SameBalance<T>(StatementLine<T> one, StatementLine<T> other) =>
        one.Balance is { } left && left == other.Balance && Parties(one, other) != Match.Differs && (left != 0 || Alike(one, other));

    /// <summary>Whether the words agree, and neither clock nor balance speaks against it.</summary>
    public static bool Alike<T>(StatementLine<T> one, StatementLine<T> other) => SameWords(one, other) && !ClockDiffers(one, other) && !BalanceDiffers(one, other);
}

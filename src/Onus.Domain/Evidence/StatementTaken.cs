using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>Under which promise of truth a statement was made.</summary>
public enum StatementOath
{
    /// <summary>Nobody has said.</summary>
    NotSaid = 0,

    /// <summary>On oath.</summary>
    Oath,

    /// <summary>On affirmation.</summary>
    Affirmation,

    /// <summary>Neither: an unsworn statement.</summary>
    Unsworn,
}

/// <summary>How a statement was taken: what a court asks before it looks at what it says. Nothing here is guessed; what nobody has said stays open.</summary>
public sealed record StatementTaken
{
    /// <summary>The promise of truth.</summary>
    public StatementOath Oath { get; init; }

    /// <summary>Whether it was made at a trial, a hearing or another proceeding, or in a deposition; null where nobody has said.</summary>
    public bool? AtHearing { get; init; }

    /// <summary>Whether it was read back to the speaker; null where nobody has said.</summary>
    public bool? ReadBack { get; init; }

    /// <summary>Language in which the speaker spoke; empty where nobody has said.</summary>
    public string Language { get; init; } = "";

    /// <summary>Who interpreted; null where nobody did, or nobody has said.</summary>
    public PersonId? Interpreter { get; init; }

    /// <summary>Whether the interpreter took an oath; null where nobody has said. It means nothing without <see cref="Interpreter"/>.</summary>
    public bool? InterpreterSworn { get; init; }

    /// <summary>What nobody has said yet, in the order in which a court asks.</summary>
    public IReadOnlyList<StatementGap> Open()
    {
        var open = new List<StatementGap>();
        if (Oath == StatementOath.NotSaid)
        {
            open.Add(StatementGap.Oath);
        }

        if (ReadBack is null)
        {
            open.Add(StatementGap.ReadBack);
        }

        if (Language.Length == 0)
        {
            open.Add(StatementGap.Language);
        }

        if (Interpreter is not null && InterpreterSworn is null)
        {
            open.Add(StatementGap.InterpreterOath);
        }

        return open;
    }
}

/// <summary>What nobody has said about a statement.</summary>
public enum StatementGap
{
    /// <summary>Whether it was sworn.</summary>
    Oath = 0,

    /// <summary>Whether it was read back.</summary>
    ReadBack,

    /// <summary>In which language the speaker spoke.</summary>
    Language,

    /// <summary>Whether the interpreter took an oath.</summary>
    InterpreterOath,
}

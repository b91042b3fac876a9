namespace Onus.Domain.Proof;

/// <summary>Who argues.</summary>
public enum Side
{
    /// <summary>The defence: its arguments challenge foundations, evidence, admissions, nodes and answers.</summary>
    Defence = 0,

    /// <summary>The prosecution: its arguments answer challenges.</summary>
    Prosecution,
}

/// <summary>How far a challenge has come; it decides in which <see cref="Reading"/> a challenge without a ruling is in play.</summary>
public enum ArgumentStatus
{
    /// <summary>Somebody thought of it.</summary>
    Possible = 0,

    /// <summary>It is before the court.</summary>
    Filed,
}

/// <summary>What the court said about an argument.</summary>
public enum Ruling
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>A sustained challenge is in play in every reading and no answer helps; on an answer it changes nothing.</summary>
    Sustained,

    /// <summary>It is out of play, in every reading.</summary>
    Overruled,
}

/// <summary>A challenge by the defence or an answer by the prosecution.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who argues. Only different sides attack each other.</param>
/// <param name="On">What is attacked: a foundation, evidence, <c>evidence/adm</c>, a node, or an argument of the other side.</param>
public sealed record Argument(string Id, Side By, string On)
{
    /// <summary><c>exclude</c>, <c>impeach</c>, <c>recant</c>, <c>undercut</c>, <c>rebut</c> or <c>alternative</c>, for screens; never changes an answer.</summary>
    public string? Mode { get; init; }

    /// <summary>
    /// Foundations, evidence or nodes that an answer needs. On a challenge they are links for reading and never change an answer.
    /// </summary>
    public IReadOnlyList<string> Premises { get; init; } = [];

    /// <summary>What is argued, in words.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The same for arguments that are one: who brings one of them brings all, and a list of moves counts them once, under the first in the graph. They are of one side, status
    /// and ruling. Null for an argument that is brought by itself.
    /// </summary>
    public string? Move { get; init; }

    /// <summary>How far it has come. Answers are in play whatever their status.</summary>
    public ArgumentStatus Status { get; init; }

    /// <summary>What the court said.</summary>
    public Ruling Ruling { get; init; }
}

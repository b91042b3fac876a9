namespace Onus.Ingest.Containers;

/// <summary>A container that cannot be read, with the code from <see cref="Contract.Failures"/>. Thrown out of streams, caught by the reader that opened them.</summary>
public sealed class UnreadableException : Exception
{
    /// <summary>Damaged.</summary>
    public UnreadableException()
        : this(Contract.Failures.Damaged)
    {
    }

    /// <summary>For this reason.</summary>
    public UnreadableException(string failure)
        : base(failure) => Failure = failure;

    /// <summary>For this reason, found by another exception.</summary>
    public UnreadableException(string failure, Exception inner)
        : base(failure, inner) => Failure = failure;

    /// <summary>The code of the reason.</summary>
    public string Failure { get; }
}

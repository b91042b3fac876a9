namespace Onus.Ingest.Containers;

/// <summary>A container that cannot be read, with the code from <see cref="Reading.Failures"/>. Thrown out of streams, caught by the reader that opened them.</summary>
internal sealed class UnreadableException : Exception
{
    public UnreadableException()
        : this(Reading.Failures.Damaged)
    {
    }

    public UnreadableException(string failure)
        : base(failure) => Failure = failure;

    public UnreadableException(string failure, Exception inner)
        : base(failure, inner) => Failure = failure;

    public string Failure { get; }
}

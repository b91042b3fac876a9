namespace Onus.Casework.Files;

/// <summary>A file that was to be imported can't be opened: its own fault, not that of the data folder.</summary>
#pragma warning disable CA1032 // It is about one path, always.
public sealed class UnreadableSourceException : Exception
#pragma warning restore CA1032
{
    /// <summary>Says which, and why.</summary>
    public UnreadableSourceException(string path, Exception why)
        : base((why ?? throw new ArgumentNullException(nameof(why))).Message, why) => Path = path;

    /// <summary>Where it should have been.</summary>
    public string Path { get; }
}

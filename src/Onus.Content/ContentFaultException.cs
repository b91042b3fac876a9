namespace Onus.Content;

/// <summary>A file that a country owns is broken. The message names the file and the line, because the reader is the person who edited it.</summary>
/// <param name="file">The file, as found.</param>
/// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="fault">What is wrong, in one sentence.</param>
public sealed class ContentFaultException(string file, long line, string fault)
    : Exception(line > 0 ? $"{file}, line {line}: {fault}" : $"{file}: {fault}")
{
    /// <summary>The file, as found.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public long Line { get; } = line;

    /// <summary>What is wrong, in one sentence.</summary>
    public string Fault { get; } = fault;
}

using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>Something wrong in a content file, with its place.</summary>
/// <param name="File">Path of the file as it was opened.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Path">Place within the file, for example <c>elements.all[0].text</c>; empty for the file as a whole.</param>
/// <param name="Why">What is wrong.</param>
public sealed record ContentFault(string File, int Line, string Path, Error Why);

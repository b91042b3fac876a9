using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// Whether an original leaves the vault whole for one reader. A container holds the bytes of every file that was taken out of it, so it is given out to whoever may open
/// each of them, and the same holds for a file that others were taken out of.
/// </summary>
/// <param name="Own">The original itself.</param>
/// <param name="Inside">The files that lie in it.</param>
/// <param name="Unseen">Whether something in it could not be taken out, so that nobody has said or read what it is.</param>
/// <param name="ByCounsel">Whether the reader sees counsel's papers.</param>
public sealed record WholeOriginal(OriginalParts Own, IReadOnlyList<OriginalParts> Inside, bool Unseen, bool ByCounsel)
{
    private Material File => Own.File;

    private bool IsContainer => File.Status == MaterialStatus.Container;

    /// <summary>Why it is not given out; null where it is.</summary>
    public Error? Refuse() =>
        // Of a container nobody says how it was obtained: its files say it.
        File.Obtained is null && !IsContainer ? Error.Invalid("files.questions-open", ("file", File.Title))
        : (IsContainer && !Authority.IsLimited(File) ? null : Own.RefuseAround())
        ?? Inside.Select(Closed).FirstOrDefault(closed => closed is not null)
        ?? (Unseen && (!ByCounsel || Inside.Any(part => Authority.IsLimited(part.File))) ? Error.Invalid("files.holds-unseen", ("file", File.Title)) : null);

    private Error? Closed(OriginalParts part) => part.File switch
    {
        // Its own original is there for counsel as before: a slip that was withdrawn does not take the whole from them.
        { Withdrawn: not null } when !ByCounsel => Error.Invalid("files.holds-withdrawn", ("file", File.Title), ("inside", part.File.Title)),
        // A container in it holds what its own files say.
        { Status: MaterialStatus.Container } inner when !Authority.IsLimited(inner) => null,
        { Obtained: null } or { Status: MaterialStatus.Held or MaterialStatus.NeedsDecision } => Error.Invalid("files.holds-unread", ("file", File.Title), ("inside", part.File.Title)),
        _ => part.RefuseAround() is null ? null : Error.Invalid("files.holds-closed", ("file", File.Title), ("inside", part.File.Title)),
    };
}

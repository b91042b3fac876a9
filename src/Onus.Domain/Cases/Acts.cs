using System.Collections.Frozen;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Who may do what in a case, act by act, by the kind under which the log keeps it. To see is not to do: the prosecutor does everything, the
/// investigator what makes the record, the advocate notes wishes and reads, the mentor reads. An act that is not named here is the prosecutor's.
/// </summary>
public static class Acts
{
    private static readonly FrozenSet<string> Investigators = FrozenSet.ToFrozenSet(
    [
        "files-dropped", "questions-answered", "reading-decided", "profile-saved", "reading-corrected", "differences-decided", "answers-corrected", "file-withdrawn", "file-put-back", "file-titled",
        "second-source-named", "statement-described", "file-read", "file-needs-decision", "file-unusable",
        "person-added", "person-changed", "person-split", "alias-mapped", "alias-removed", "name-not-a-person", "name-taken-back", "wish-noted", "request-resumed", "fact-written", "fact-changed", "exhibits-put-together", "passage-cited", "citation-taken-back", "foundation-added", "foundation-changed", "foundation-taken-back", "exhibit-changed", "marked-for-disclosure",
        "exhibit-translated", "retention-watched", "retention-changed", "retention-removed", "gap-answered", "gap-answer-taken-back", "evidence-requested", "request-moved", "practice-work-loaded",
    ], StringComparer.Ordinal);

    // What is said to the advocate is noted by the advocate.
    private static readonly FrozenSet<string> Advocates = FrozenSet.ToFrozenSet(["wish-noted"], StringComparer.Ordinal);

    /// <summary>Whether the actor may do an act in a case.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="kind">Kind of the act, as in the log.</param>
    public static bool May(this Actor actor, CaseId id, string kind)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.RoleIn(id) switch
        {
            MemberRole.Prosecutor => true,
            MemberRole.Investigator => Investigators.Contains(kind),
            MemberRole.Advocate => Advocates.Contains(kind),
            _ => false,
        };
    }
}

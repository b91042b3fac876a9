using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Proof;

namespace Onus.Web.CaseShell;

/// <summary>What a change does to a count, in the words of the screen.</summary>
internal static class EffectWords
{
    /// <summary>"supported if believed", "contested", "not supported".</summary>
    internal static string Say(CountStanding standing, Texts texts) =>
        texts["exhibits.standing." + (standing.Ruled != ProofState.Stands ? "not" : standing.Challenged == ProofState.Stands ? "yes" : "contested")];
}

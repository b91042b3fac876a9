using Onus.Content;
using Onus.Domain.Charges;
using Onus.Web.Ui;

namespace Onus.Web.Challenges;

/// <summary>What became of a challenge, from "it may come" to what the court said, as one question of a form.</summary>
internal static class CourtChoice
{
    private static readonly string[] Answers = ["possible", "filed", "sustained", "overruled"];

    /// <summary>The four answers.</summary>
    internal static IReadOnlyList<Choice> All(Texts texts) => [.. Answers.Select(c => new Choice(c, texts["challenges.court-choice." + c]))];

    /// <summary>What was chosen; that it may come where nothing was.</summary>
    internal static (ChallengeStatus Status, Ruling Ruling) Of(string? sent) => sent switch
    {
        "sustained" => (ChallengeStatus.Filed, Ruling.Sustained),
        "overruled" => (ChallengeStatus.Filed, Ruling.Overruled),
        "filed" => (ChallengeStatus.Filed, Ruling.None),
        _ => (ChallengeStatus.Possible, Ruling.None),
    };

    /// <summary>The answer that stands.</summary>
    internal static string Of(Challenge challenge) => (challenge.Ruling == Ruling.None ? challenge.Status : (Enum)challenge.Ruling).ToString().ToLowerInvariant();
}

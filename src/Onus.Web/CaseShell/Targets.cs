using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Web.Ui;

namespace Onus.Web.CaseShell;

/// <summary>What the defence can aim at and how, as choices of a form, and as the value that a form or an address sends.</summary>
internal static class Targets
{
    /// <summary>Everything of the prosecution's that the engine can attack, by kind.</summary>
    internal static IReadOnlyList<Choice> All(CaseSnapshot snapshot, LawPacks law, Texts texts) =>
    [
        .. Premises(snapshot, law, texts),
        .. snapshot.Exhibits.OrderBy(e => e.Number).Select(e => Of(new Target(TargetKind.Admission, e.Id.Value), snapshot, law, texts)),
        .. snapshot.ExhibitTies.Where(t => t.Bearing == Bearing.Supports).Select(t => Of(new Target(TargetKind.ExhibitTie, t.Id.Value), snapshot, law, texts)),
        .. snapshot.FactTies.Select(t => Of(new Target(TargetKind.FactTie, t.Id.Value), snapshot, law, texts)),
        .. snapshot.Counts.OrderBy(c => c.Number).SelectMany(count => Elements(count, law)).Select(target => Of(target, snapshot, law, texts)),
    ];

    /// <summary>What an answer can rest on: things, and not ties or elements of a draft.</summary>
    internal static IReadOnlyList<Choice> Premises(CaseSnapshot snapshot, LawPacks law, Texts texts) =>
    [
        .. snapshot.Foundations.Select(f => Of(new Target(TargetKind.Foundation, f.Id.Value), snapshot, law, texts)),
        .. snapshot.Exhibits.OrderBy(e => e.Number).Select(e => Of(new Target(TargetKind.Exhibit, e.Id.Value), snapshot, law, texts)),
        .. snapshot.Facts.Select(f => Of(new Target(TargetKind.Fact, f.Id.Value), snapshot, law, texts)),
    ];

    /// <summary>The whole count, its composite elements, its leaves, what the law presumes, and that no defence was raised.</summary>
    internal static IEnumerable<Target> Elements(Count count, LawPacks law) => law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value: var offence }
        ? offence.AllElements().Where(element => element is not (Reference or Leaf { Kind: LeafKind.PleadedOnly }))
            .Select(element => new Target(TargetKind.Element, count.Id.Value, element.Id == offence.Id ? null : element.Id))
        : [];

    /// <summary>One of them, with its kind before its name and as its group.</summary>
    internal static Choice Of(Target target, CaseSnapshot snapshot, LawPacks law, Texts texts) =>
        new(Value(target), texts.Format("challenges.target." + Key(target, snapshot, law), ("name", TargetName.Of(target, snapshot, law, texts))), Group: texts["challenges.kind." + Plain(target.Kind)]);

    /// <summary>The attacks that make sense; all of them where it is not known yet what is attacked.</summary>
    internal static IReadOnlyList<ChallengeMode> Modes(Target? target, CaseSnapshot snapshot) => target is null
        ? [.. Enum.GetValues<ChallengeMode>().Where(mode => mode != ChallengeMode.Unknown)]
        : ChallengeRules.ModesOf(
            target.Kind,
            target.Kind == TargetKind.Foundation ? snapshot.Foundations.FirstOrDefault(f => f.Id.Value == target.Id) : null,
            target.Kind == TargetKind.Exhibit && snapshot.Exhibits.FirstOrDefault(e => e.Id.Value == target.Id) is { } exhibit
                && ChallengeRules.HoldsWords(exhibit, snapshot.Materials.FirstOrDefault(file => file.Id == exhibit.Material), snapshot.Foundations));

    /// <summary>The attacks as choices.</summary>
    internal static IReadOnlyList<Choice> ModeChoices(Target? target, CaseSnapshot snapshot, Texts texts) =>
        [.. Modes(target, snapshot).Select(mode => new Choice(mode.ToString(), Say(mode, texts)))];

    /// <summary>"Keep it out".</summary>
    internal static string Say(ChallengeMode mode, Texts texts) => texts["challenges.choose-mode." + Plain(mode)];

    /// <summary>What a form sends for it.</summary>
    internal static string Value(Target target) => target.Leaf is null ? $"{target.Kind}:{target.Id}" : $"{target.Kind}:{target.Id}:{target.Leaf}";

    /// <summary>What was sent; null where it is none.</summary>
    internal static Target? Parse(string? text) =>
        text?.Split(':') is [var kind, var id, .. var leaf] && FormChoice.Known<TargetKind>(kind) is { } parsed && Guid.TryParse(id, out var guid)
            ? new Target(parsed, guid, leaf is [var only] ? only : null)
            : null;

    private static string Key(Target target, CaseSnapshot snapshot, LawPacks law) => target switch
    {
        { Kind: TargetKind.ExhibitTie } => snapshot.ExhibitTies.Any(tie => tie.Id.Value == target.Id && tie.Bearing == Bearing.Undermines) ? "against" : "cite",
        { Kind: TargetKind.FactTie } => "tie",
        { Kind: TargetKind.Element, Leaf: null } => "count",
        { Kind: TargetKind.Element } => LeafOf(target, snapshot, law)?.Kind switch
        {
            LeafKind.Presumed => "presumed",
            LeafKind.DefenceNegated => "defence",
            _ => "element",
        },
        _ => Plain(target.Kind),
    };

    private static Leaf? LeafOf(Target target, CaseSnapshot snapshot, LawPacks law) =>
        snapshot.Counts.FirstOrDefault(count => count.Id.Value == target.Id) is { } count && law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value: var offence }
            ? offence.Find(target.Leaf!) as Leaf : null;

    private static string Plain(Enum value) => value.ToString().ToLowerInvariant();
}

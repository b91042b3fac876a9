using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// What follows from the three answers about a file: on which foundations a passage of it stands, and where its information comes from.
/// </summary>
public static class FoundationRules
{
    /// <summary>Whether a kind of foundation decides admission; the others decide belief.</summary>
    public static bool DecidesAdmission(FoundationKind kind) => kind
        is FoundationKind.Warrant or FoundationKind.Consent or FoundationKind.Order or FoundationKind.HandedOver
        or FoundationKind.PublicSource or FoundationKind.IndependentSource or FoundationKind.InevitableDiscovery;

    /// <summary>
    /// Whether a foundation of this kind rests on the person named with it, on their word or care. A warrant, a consent, a hand-over, a device rests on nobody's
    /// word: there the person is the one through whom it came (<see cref="Foundation.Whose"/>).
    /// </summary>
    public static bool RestsOnPerson(FoundationKind kind) => kind
        is FoundationKind.Witness or FoundationKind.Interpreter or FoundationKind.Examiner or FoundationKind.Custodian or FoundationKind.Laboratory
        or FoundationKind.Expert or FoundationKind.BusinessRecord;

    /// <summary>The person named with a foundation of a kind, as the one on whom it rests or as the one through whom it came.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="named">The person; null for nobody of the case.</param>
    public static (PersonId? Person, PersonId? Whose) Named(FoundationKind kind, PersonId? named) => RestsOnPerson(kind) ? (named, null) : (null, named);

    /// <summary>
    /// The factual foundation that the first answer ("from whom") gives a file. A statement rests on its speaker as a witness; a defendant's own does not,
    /// for it is used whether or not its speaker testifies, and rests on whoever took it. Where the answers name a device, a keeper or an examiner,
    /// anything else rests on those and on nobody besides. Otherwise a chat, or whatever else its family takes off a device, rests on that device, what a keeper of records gave on
    /// that keeper, and anything else on whoever gave it.
    /// </summary>
    /// <returns>The foundation to look for, or to add where the case has none like it yet; null where the answers name it themselves.</returns>
    public static Foundation? FromWhom(Material material, Person? from)
    {
        ArgumentNullException.ThrowIfNull(material);
        var own = material.Statement && from is not null && from.Is(PersonRole.Defendant) && !from.Is(PersonRole.Survivor);
        if (material.Factual.Count > 0 && (!material.Statement || own))
        {
            return null;
        }

        var (kind, label, person, whose) = (Families.Of(material) is { FromDevice: true }, from) switch
        {
            (true, _) => (FoundationKind.Device, from?.Pseudonym ?? material.From, (PersonId?)null, from?.Id),
            (false, not null) when own => (FoundationKind.Examiner, from.Pseudonym, null, null),
            (false, not null) when !material.Statement && from.Is(PersonRole.Custodian) && !from.Is(PersonRole.Witness) => (FoundationKind.Custodian, from.Pseudonym, (PersonId?)from.Id, null),
            (false, not null) => (FoundationKind.Witness, from.Pseudonym, (PersonId?)from.Id, null),
            _ => (FoundationKind.Custodian, material.From, null, null),
        };
        return new Foundation
        {
            Id = default,
            CaseId = material.CaseId,
            Kind = kind,
            Label = label,
            Person = person,
            Whose = whose,
        };
    }

    /// <summary>
    /// Where the information of a record comes from, as far as the file and the answers about it say. A bank row comes from the bank that keeps it, not from
    /// the holder of the account. What a messenger wrote about the conversation nobody said. Who took a picture is not the source of what a photographed paper says, and the name over a comment is what anybody can
    /// type: until somebody says whose words these are, they corroborate nothing.
    /// </summary>
    public static IReadOnlyList<Origin> OriginsOf(Material material, RecordKind kind, string? sender, IReadOnlyList<Person> people) => Families.About(kind).Tells switch
    {
        TellsOf.Nobody => [],
        TellsOf.Giver => [OriginOf(material, null, people)],
        _ => [OriginOf(material, sender, people)],
    };

    /// <summary>
    /// Where the information of a passage comes from: a message from its sender, a statement from its speaker, anything else from
    /// whoever gave it. A sender or giver whom the case knows by that name is that person; any other keeps the name the source gives.
    /// </summary>
    public static Origin OriginOf(Material material, string? sender, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(material);
        if (sender is null && material.FromPerson is { } person)
        {
            return new Origin(person);
        }

        var name = sender ?? material.From;
        return Spellings.OwnerOf(name, people) is { } known ? new Origin(known.Id) : new Origin(null, name);
    }
}

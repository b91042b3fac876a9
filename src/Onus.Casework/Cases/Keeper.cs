using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store.Content;

namespace Onus.Casework.Cases;

/// <summary>The foundation that the first answer gives a file, when the file is answered for and when a passage of it is cited.</summary>
internal static class Keeper
{
    /// <summary>As it would stand, with its label; null where the answers name it themselves.</summary>
    public static Foundation? Wanted(Material file, IReadOnlyList<Person> people, Texts texts) =>
        FoundationRules.FromWhom(file, people.FirstOrDefault(p => p.Id == file.FromPerson)) is { } wanted
            ? wanted with
            {
                Label = texts.Format(
                    "foundations.label." + wanted.Kind switch { FoundationKind.Device => "device", FoundationKind.Witness => "witness", FoundationKind.Examiner => "taker", _ => "custodian" }, ("name", wanted.Label)),
            }
            : null;

    /// <summary>The one like it that the case has; null where it has none.</summary>
    public static Foundation? Among(IEnumerable<Foundation> known, Foundation wanted) =>
        known.FirstOrDefault(f => f.Kind == wanted.Kind && (wanted.Person is null ? f.Label == wanted.Label : f.Person == wanted.Person));
}

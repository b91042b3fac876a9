using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

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

    /// <summary>
    /// The one like it that the case has; null where it has none. A person's device is theirs whatever somebody called it. Of several devices of one person it is
    /// the one on which the file's exhibits rest already; without any, a person has to say.
    /// </summary>
    /// <param name="known">The foundations of the case.</param>
    /// <param name="wanted">See <see cref="Wanted"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="cited">The exhibits out of the file.</param>
    /// <param name="people">The people of the case.</param>
    /// <returns><c>files.which-device</c> with the file, the person, how many devices, and their names.</returns>
    public static Result<Foundation?> Among(IEnumerable<Foundation> known, Foundation wanted, Material file, IEnumerable<Exhibit> cited, IReadOnlyList<Person> people)
    {
        var kind = known.Where(f => f.Kind == wanted.Kind).ToList();
        var theirs = wanted.Whose is null ? [] : kind.FindAll(f => f.Whose == wanted.Whose);
        if (theirs.Count > 1)
        {
            var used = theirs.FindAll(f => cited.Any(exhibit => exhibit.Factual.Contains(f.Id)));
            return used is [var one] ? one : Error.Invalid(
                "files.which-device", ("file", file.Title), ("name", people.FirstOrDefault(p => p.Id == wanted.Whose)?.Pseudonym ?? ""),
                ("count", theirs.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("devices", string.Join("; ", theirs.Select(f => f.Label))));
        }

        return theirs is [var only] ? only : kind.Find(f => wanted.Person is null ? f.Label == wanted.Label : f.Person == wanted.Person);
    }
}

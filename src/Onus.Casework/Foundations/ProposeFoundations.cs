using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Reading;

namespace Onus.Casework.Foundations;

/// <summary>What nearly every case relies on and this one does not have yet, by its people and files, to be ticked by a person.</summary>
public static class ProposeFoundations
{
    /// <summary>The proposals, each as it would be added.</summary>
    public static IReadOnlyList<AddFoundation.Command> Of(CaseSnapshot snapshot, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(texts);
        var phones = snapshot.Materials.Where(IsChat)
            .Select(file => file.FromPerson ?? FileNames.WhoseFolder(file.Name, snapshot.People, Formats.FolderWords)?.Id).OfType<PersonId>().ToHashSet();
        return [.. UsualFoundations.Of(Person.InOrder(snapshot.People), phones, snapshot.Foundations).Select(Command)];

        AddFoundation.Command Command(UsualFoundations.Proposed wanted)
        {
            var (rests, whose) = FoundationRules.Named(wanted.Kind, wanted.Person);
            var label = texts.Format(
                wanted.Kind switch
                {
                    FoundationKind.Consent => "foundations.usual.consent",
                    FoundationKind.Interpreter => "files.interpreter",
                    FoundationKind.Witness => "foundations.label.witness",
                    _ => "foundations.label.custodian",
                },
                ("name", snapshot.People.First(p => p.Id == wanted.Person).Pseudonym));
            return new(snapshot.Case.Ref, wanted.Kind, label, rests, whose);
        }
    }

    private static bool IsChat(Material file) => Families.Of(file) is { FromDevice: true }
        || (file.Summary is null && Path.GetExtension(file.Name).ToUpperInvariant() is ".TXT" or ".ZIP");
}

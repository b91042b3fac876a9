using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

public sealed class UsualFoundationsTests
{
    [Fact]
    public void What_most_cases_rely_on_follows_from_their_people_without_what_is_there()
    {
        var (survivor, other) = (Person("Survivor A", PersonRole.Survivor), Person("Survivor B", PersonRole.Survivor));
        var (witness, defendant) = (Person("Witness W", PersonRole.Witness), Person("Defendant D", PersonRole.Defendant));
        var (bank, officer, interpreter) = (Person("Bank 1", PersonRole.Custodian), Person("Officer V", PersonRole.Officer), Person("Interpreter 1", PersonRole.Interpreter));
        Foundation[] there =
        [
            new() { Id = new(Guid.CreateVersion7()), CaseId = default, Kind = FoundationKind.Consent, Label = "Hers", Whose = other.Id },
            new() { Id = new(Guid.CreateVersion7()), CaseId = default, Kind = FoundationKind.Device, Label = "Her phone", Whose = survivor.Id },
        ];
        Assert.Equal(
            [(FoundationKind.Consent, survivor.Id), (FoundationKind.Consent, witness.Id), (FoundationKind.Custodian, bank.Id), (FoundationKind.Witness, officer.Id), (FoundationKind.Interpreter, interpreter.Id)],
            UsualFoundations.Of([survivor, other, witness, defendant, bank, officer, interpreter], new HashSet<PersonId> { witness.Id, defendant.Id }, there).Select(u => (u.Kind, u.Person)));
        Assert.Empty(UsualFoundations.Of([witness, defendant], new HashSet<PersonId>(), there));
    }

    private static Person Person(string name, PersonRole role) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = name, Roles = [role] };
}

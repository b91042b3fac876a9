using Onus.Casework.Files;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Files;

[Trait("Database", "none")]
public sealed class NamedPersonTests
{
    private static readonly Person[] People = [.. new[] { "Survivor A", "Worker 1", "Worker 12" }.Select(name => new Person
    {
        Id = new PersonId(Guid.CreateVersion7()),
        CaseId = new CaseId(Guid.Empty),
        Pseudonym = name,
        Roles = [PersonRole.Witness],
    })];

    [Theory]
    [InlineData("statements/statement-survivor-a-2025-02-20.docx", "Survivor A")]
    [InlineData("Statement of SURVIVOR A.pdf", "Survivor A")]
    [InlineData("statement-worker-12.docx", "Worker 12")]
    [InlineData("worker-1/notes.docx", null)]
    [InlineData("survivor-a-and-worker-1.docx", null)]
    [InlineData("survivor-abc.docx", null)]
    [InlineData("lease.pdf", null)]
    public void The_name_of_a_file_names_one_person_of_the_case_or_nobody(string name, string? expected) =>
        Assert.Equal(expected, NamedPerson.Of(name, People)?.Pseudonym);
}

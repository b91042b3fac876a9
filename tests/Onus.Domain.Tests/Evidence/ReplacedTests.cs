using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class ReplacedTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Theory]
    [InlineData("notes.txt", "notes.pdf")]
    [InlineData("papers/notes.txt", "notes.PDF")]
    [InlineData("papers/Notes.txt", "papers/notes.pdf")]
    [InlineData("accounts.pdf", "accounts.pdf")]
    public void What_was_handed_in_later_under_the_same_name_and_read_replaces_what_cannot_be_read(string name, string later) =>
        Assert.Equal(later, Assert.Single(Replaced.Of([File(name), Later(later)])).Value.Name);

    [Theory]
    [InlineData("notes.txt", "notes 2.pdf")]
    [InlineData("phone 1/notes.txt", "phone 2/notes.pdf")]
    public void Another_name_or_another_folder_replaces_nothing(string name, string later) => Assert.Empty(Replaced.Of([File(name), Later(later)]));

    [Fact]
    public void Neither_does_what_came_with_it_or_before_or_from_somebody_else_or_is_not_read_or_withdrawn()
    {
        var file = File("notes.txt");
        var later = Later("notes.pdf");
        foreach (var other in new[]
        {
            later with { Run = First }, later with { ReceivedAt = file.ReceivedAt.AddDays(-1) }, later with { From = "Valley Bank" },
            later with { Status = MaterialStatus.Unusable }, later with { Status = MaterialStatus.Held }, later with { Withdrawn = new("No", "Person 1", default) },
        })
        {
            Assert.Empty(Replaced.Of([file, other]));
        }

        Assert.Empty(Replaced.Of([file with { Status = MaterialStatus.Read }, later]));
        Assert.Empty(Replaced.Of([file with { Withdrawn = new("No", "Person 1", default) }, later]));
    }

    private static Material Later(string name) => File(name) with { Run = Second, ReceivedAt = new(2025, 3, 2, 0, 0, 0, TimeSpan.Zero), Status = MaterialStatus.Read };

    private static Material File(string name) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = default,
        Name = name,
        Title = name,
        Blob = Sha256.Of("x"u8),
        VaultName = Guid.CreateVersion7(),
        Bytes = 1,
        ReceivedAt = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero),
        Run = First,
        Status = MaterialStatus.Unusable,
        From = "Officer 1",
    };
}

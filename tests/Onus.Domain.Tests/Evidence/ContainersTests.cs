using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class ContainersTests
{
    [Fact]
    public void What_came_out_of_a_zip_before_that_was_kept_is_known_by_its_name()
    {
        Material zip = File("phone.zip"), notes = File("phone.zip/notes.txt"), deep = File("phone.zip/a/b/list.csv"), beside = File("phone.zip.txt"), folder = File("papers/notes.txt"), other = File("other.zip/notes.txt");
        List<Material> files = [zip, notes, deep, beside, folder, other];
        Assert.Equal([notes, deep], Containers.In(zip.Id, files));
        Assert.Empty(Containers.In(notes.Id, files));
        // Where it is kept, the name decides nothing.
        var kept = File("phone.zip/other.txt") with { OutOf = other.Id };
        Assert.Equal([notes, deep], Containers.In(zip.Id, [.. files, kept]));
        Assert.Equal([kept], Containers.In(other.Id, [.. files, kept]));
    }

    [Fact]
    public void So_is_what_was_here_alone_before_the_zip_and_a_zip_that_came_under_another_name()
    {
        Material zip = File("phone.zip") with { AlsoReceived = [new("copy.zip", default, "")] };
        Material alone = File("notes.txt") with { AlsoReceived = [new("phone.zip/notes.txt", default, "")] }, again = File("copy.zip/list.csv"), known = File("x.csv") with { AlsoReceived = [new("phone.zip/x.csv", default, "", OutOf: again.Id)] };
        Assert.Equal([alone, again, known], Containers.In(zip.Id, [zip, alone, again, known]));
        Assert.Empty(Containers.In(known.Id, [zip, alone, again, known]));
    }

    [Fact]
    public void Files_that_lie_in_each_other_in_a_circle_end()
    {
        Material first = File("a.zip"), second = File("a.zip/b.zip");
        first = first with { OutOf = second.Id };
        Assert.Equal([second], Containers.In(first.Id, [first, second]));
        Assert.Equal([first], Containers.In(second.Id, [first, second]));
    }

    private static Material File(string name) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = new(Guid.Empty),
        Name = name,
        Title = name,
        Blob = new Sha256(new string('0', 64)),
        VaultName = Guid.Empty,
        Bytes = 1,
        ReceivedAt = default,
        Run = Guid.Empty,
        Status = MaterialStatus.Read,
    };
}

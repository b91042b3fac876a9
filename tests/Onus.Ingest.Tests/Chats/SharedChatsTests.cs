using Onus.Domain.Evidence;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

/// <summary>Each input with which a fault of reading chats was shown, and the value that is right for it.</summary>
public sealed class SharedChatsTests
{
    [Fact]
    public void Attachment_names()
    {
        var run = Read("whatsapp-attachment-names/old.zip");
        Assert.Equal(3, run.Records.Count);
        Assert.All(run.Records, r => Assert.Equal(1, Assert.Single(r.Attachments).Bytes));
        Assert.All(run.Records, r => Assert.NotNull(r.Attachments[0].Sha256));
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
        Assert.Empty(run.Summary.Warnings);
    }

    [Fact]
    public void System_lines_of_a_group()
    {
        var run = Read("whatsapp-ios-system-lines/group.txt");
        Assert.Equal(["systemLine", "systemLine", "systemLine", "message", "systemLine"], Kinds(run));
        Assert.Equal([null, null, null, "Tarin", "Velo"], run.Senders);
        Assert.Equal(["call"], run.Records[4].Warnings);
    }

    [Fact]
    public void System_lines_of_a_contact()
    {
        var run = Read("whatsapp-ios-system-lines/contact.txt");
        Assert.Equal(["systemLine", "message"], Kinds(run));
        Assert.Equal([null, "Velo"], run.Senders);
    }

    [Fact]
    public void Late_line()
    {
        var run = Read("whatsapp-late-line/late.txt");
        Assert.Equal(["", "", "earlier-than-line-above", ""], run.Records.Select(r => string.Join(',', r.Warnings).Split(':')[0]));
        Assert.Equal("2025-05-11T07:00:00", run.Records[2].Time.Local);
    }

    [Theory]
    [InlineData("bulgarian.txt", "2025-05-03T18:06:00")]
    [InlineData("french-canada.txt", "2025-05-03T18:06:00")]
    [InlineData("hebrew.txt", "2025-05-03T18:06:00")]
    [InlineData("old-iphone.txt", "2016-05-03T18:06:13")]
    public void More_headers(string file, string local)
    {
        var run = Read("whatsapp-more-headers/" + file);
        Assert.Equal(["Ana", "Velo"], run.Senders);
        Assert.Equal(["hi", "ho"], run.Texts);
        Assert.Equal(local, run.Records[0].Time.Local);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void Not_exported()
    {
        var run = Read("whatsapp-not-exported/view-once.txt");
        Assert.Equal(["nothing-exported", "view-once", "view-once", "not-arrived"], run.Records.Select(r => Assert.Single(r.Warnings)));
        Assert.Equal(["Ana", "Ana", "Velo", "Velo"], run.Senders);
    }

    [Fact]
    public void Pasted_message()
    {
        var run = Read("whatsapp-pasted-message/quoted.txt");
        Assert.Equal(["Tarin", "Velo", "Tarin"], run.Senders);
        Assert.Equal("He wrote this:\n[14.08.2024, 09:00:00] Tarin: I keep the passports\nthat is all", run.Texts[1]);
    }

    [Fact]
    public void Sender()
    {
        var noSpace = Read("whatsapp-sender/no-space.txt");
        Assert.Equal(["Alice", "Bob"], noSpace.Senders);
        Assert.Equal(["Hey", "Hi"], noSpace.Texts);
        var colon = Read("whatsapp-sender/colon-in-contact.txt");
        Assert.Equal(["message", "systemLine"], Kinds(colon));
        Assert.Equal(["Ana: Boss", null], colon.Senders);
    }

    private static string[] Kinds(FileRun run) => [.. run.Records.Select(r => r.Kind == RecordKind.SystemLine ? "systemLine" : r.Kind.ToString().ToLowerInvariant())];

    private static FileRun Read(string input) => SharedCases.Read(input, FileRun.Decided);
}

using Onus.Domain.Evidence;
using Onus.Ingest.Documents;
using Onus.Ingest.Reading;
using static Onus.Ingest.Tests.Documents.RawDocx;

namespace Onus.Ingest.Tests.Documents;

/// <summary>What people wrote beside the text of a document.</summary>
public sealed class DocxCommentsTests
{
    private const string W14 = "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

    private static string Start(string id) => $"<w:commentRangeStart w:id=\"{id}\"/>";

    private static string End(string id) => $"<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>";

    private static string T(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string C(string id, string content, string? author = "Officer D", string? date = null, string more = "") =>
        $"<w:comment {W14} w:id=\"{id}\"{(author is null ? "" : $" w:author=\"{author}\"")}{(date is null ? "" : $" w:date=\"{date}\"")} {more}>{content}</w:comment>";

    private static string Para(string id, string text) => $"<w:p w14:paraId=\"{id}\">{T(text)}</w:p>";

    private static ReadRun Read(string body, string comments, params (string Kind, string Content)[] others)
    {
        (string Kind, string Content)[] parts = [("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", $"<w:comments {W}>{comments}</w:comments>"), .. others];
        var rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(parts.Select((p, i) => $"<Relationship Id=\"p{i}\" Type=\"{p.Kind}\" Target=\"part{i}.xml\"/>")) + "</Relationships>";
        return Read(Of(body, [("word/_rels/document.xml.rels", rels), .. parts.Select((p, i) => ($"word/part{i}.xml", p.Content))]));
    }

    private static ReadRun Read(byte[] bytes)
    {
        var run = ReadRun.Of(new DocxReader(), "a.docx", bytes);
        Assert.Null(run.Summary.Failure);
        Assert.Equal(run.Summary.Seen, run.Summary.Records + run.Summary.Skipped.Sum(s => s.Count));
        var check = new LocatorCheck(run.File);
        Assert.All(run.Records, r => Assert.Equal(LocatorFinding.Holds, check.Of(r.Locator)));
        Assert.All(run.Records, r => Assert.Equal(r.Id, RecordIdentity.Of(r.Locator.Blob, r.Locator.Chain, r.Locator.At)));
        Assert.Equal(run.Records.Count, run.Records.Select(r => r.Id).Distinct().Count());
        return run;
    }

    private static (string, string) Threads(params (string Id, string? Parent, int Done)[] comments) => (
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
        + string.Concat(comments.Select(c => $"<w15:commentEx w15:paraId=\"{c.Id}\"{(c.Parent is null ? "" : $" w15:paraIdParent=\"{c.Parent}\"")} w15:done=\"{c.Done}\"/>")) + "</w15:commentsEx>");

    private static IEnumerable<string> Order(ReadRun run) => run.Records.Select(r => r.Locator.At switch
    {
        DocxCommentPosition c => $"c{c.Comment}@{c.Paragraph}",
        DocxPosition p => $"p{p.Paragraph}",
        _ => "?",
    });

    private static EvidenceRecord Comment(ReadRun run, int number) => run.Records.Single(r => r.Locator.At is DocxCommentPosition at && at.Comment == number);

    [Fact]
    public void A_comment_is_a_record_under_the_paragraph_on_which_it_hangs_by_whom_the_file_says()
    {
        var run = Read(
            $"{P("First")}<w:p>{T("Then ")}{Start("7")}{T("she said yes")}{End("7")}{T(".")}</w:p>{P("Last")}",
            C("7", P("Ask her") + P("again"), date: "2025-04-02T10:00:00Z"));
        Assert.Equal(["p1", "p2", "c1@2", "p3"], Order(run));
        var comment = run.Records[2];
        Assert.Equal((RecordKind.Comment, "Ask her\nagain"), (comment.Kind, comment.Text));
        Assert.Equal([new Party("Officer D", "from")], comment.Parties);
        Assert.Equal(new RecordTime("2025-04-02T10:00:00Z", "2025-04-02T10:00:00", null, null, TimeBasis.Unknown), comment.Time);
        Assert.Equal(["comment-on:she said yes", "comment-clock"], comment.Warnings);
        Assert.Empty(run.Records[1].Warnings);
        Assert.Empty(run.Summary.Warnings);
        Assert.Equal((4L, 4L), (run.Summary.Seen, run.Summary.Records));
    }

    [Fact]
    public void A_comment_says_what_it_is_about_over_paragraphs_between_them_and_in_cells()
    {
        var run = Read(
            Start("1") + $"<w:p>{T("He took")}</w:p><w:p>{T("it all")}</w:p>{End("1").Replace("<w:r><w:commentReference w:id=\"1\"/></w:r>", "", StringComparison.Ordinal)}"
            + $"<w:tbl><w:tr><w:tc><w:p>{Start("2")}{T("40")}{End("2")}{T(" euros")}</w:p></w:tc></w:tr></w:tbl>"
            + $"<w:p>{Start("3")}<w:del w:author=\"B\"><w:r><w:delText>nothing</w:delText></w:r></w:del>{End("3")}{T("x")}</w:p>"
            + $"<w:p>{T("y")}<w:r><w:commentReference w:id=\"4\"/></w:r></w:p><w:p>{Start("5")}{T(new string('z', 400))}{End("5")}</w:p>",
            C("1", P("a")) + C("2", P("b")) + C("3", P("c")) + C("4", P("d")) + C("5", P("e")));
        Assert.Equal(["p1", "c1@1", "p2", "p3", "c2@3", "p4", "c3@4", "p5", "c4@5", "p6", "c5@6"], Order(run));
        Assert.Equal(["comment-on:He took it all"], Comment(run, 1).Warnings);
        Assert.Equal(["comment-on:40"], Comment(run, 2).Warnings);
        Assert.Equal(["comment-on-deleted:nothing"], Comment(run, 3).Warnings);
        Assert.Empty(Comment(run, 4).Warnings);
        Assert.Equal("comment-on:" + new string('z', 300) + " …", Assert.Single(Comment(run, 5).Warnings));
    }

    [Fact]
    public void An_answer_says_what_it_answers_and_stands_with_it_and_resolved_is_said()
    {
        var run = Read(
            $"<w:p>{Start("1")}{T("He paid")}{End("1")}</w:p>{P("End")}",
            C("1", Para("00A1", "Who") + Para("00A2", "says so?")) + C("2", Para("00B1", "The bank"), "Clerk E") + C("3", Para("00C1", "Lost"), "Clerk E"),
            Threads(("00a2", null, 1), ("00B1", "00A2", 0), ("00C1", "0FFF", 0)));
        Assert.Equal(["p1", "c1@1", "c2@1", "p2", "c3@"], Order(run));
        Assert.Equal(["comment-on:He paid", "comment-resolved"], Comment(run, 1).Warnings);
        Assert.Equal(["comment-answers:1"], Comment(run, 2).Warnings);
        Assert.Equal(["comment-elsewhere", "comment-answers-missing"], Comment(run, 3).Warnings);
    }

    [Theory]
    [InlineData("2025-04-02T10:00:00Z", null, "2025-04-02T10:00:00", null, TimeBasis.Unknown, "comment-clock")]
    [InlineData("2025-04-02T10:00:00", null, "2025-04-02T10:00:00", null, TimeBasis.Unknown, "comment-clock")]
    [InlineData("2025-04-02T10:00:00Z", "2025-04-02T04:15:00Z", "2025-04-02T10:00:00", "2025-04-02T04:15:00Z", TimeBasis.ExplicitUtc, null)]
    [InlineData("2025-04-02T10:00:00-05:00", null, "2025-04-02T10:00:00", "2025-04-02T15:00:00Z", TimeBasis.ExplicitOffset, null)]
    [InlineData("2025-04-02T10:00:00Z", "2025-04-09T04:15:00Z", "2025-04-02T10:00:00", null, TimeBasis.Unknown, "other-time:2025-04-09T04:15:00Z")]
    [InlineData("0001-01-01T00:00:00Z", null, null, null, TimeBasis.Unknown, "impossible-date:0001-01-01T00:00:00Z")]
    [InlineData("2025-02-30T10:00:00Z", null, null, null, TimeBasis.Unknown, "impossible-date:2025-02-30T10:00:00Z")]
    [InlineData(null, "2025-04-02T04:15:00Z", "2025-04-02T04:15:00", "2025-04-02T04:15:00Z", TimeBasis.ExplicitUtc, null)]
    [InlineData(null, null, null, null, TimeBasis.Unknown, null)]
    public void The_clock_of_a_comment_is_no_instant_unless_the_file_states_one(string? date, string? utc, string? local, string? instant, TimeBasis basis, string? warning)
    {
        var body = $"<w:p>{T("x")}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>";
        const string Cid = "http://schemas.microsoft.com/office/word/2016/wordml/cid", Cex = "http://schemas.microsoft.com/office/word/2018/wordml/cex";
        var onItself = Read(body, C("1", Para("00A1", "When?"), date: date,
            more: utc is null ? "" : $"xmlns:w16du=\"http://schemas.microsoft.com/office/word/2023/wordml/word16du\" w16du:dateUtc=\"{utc}\""));
        var beside = Read(body, C("1", Para("00A1", "When?"), date: date),
            ("http://schemas.microsoft.com/office/2016/09/relationships/commentsIds", $"<i:commentsIds xmlns:i=\"{Cid}\"><i:commentId i:paraId=\"00A1\" i:durableId=\"2B1\"/></i:commentsIds>"),
            ("http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible", $"<e:commentsExtensible xmlns:e=\"{Cex}\"><e:commentExtensible e:durableId=\"2b1\"{(utc is null ? "" : $" e:dateUtc=\"{utc}\"")}/></e:commentsExtensible>"));
        foreach (var run in new[] { onItself, beside })
        {
            var comment = Comment(run, 1);
            Assert.Equal((local, instant, basis), (comment.Time.Local, comment.Time.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), comment.Time.Basis));
            Assert.Equal(warning is null ? [] : [warning], comment.Warnings);
        }
    }

    [Fact]
    public void Comments_on_headers_and_notes_and_those_with_one_name_are_all_read()
    {
        var run = Read(
            $"<w:p>{T("x")}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
            C("1", P("one")) + C("1", P("other")) + C("9", P("In the header")) + C("8", "<w:p/>") + C("7", P("nobody's"), author: " "));
        Assert.Equal(["p1", "c1@1", "c2@1", "c3@", "c5@"], Order(run));
        Assert.Equal(["comment-elsewhere"], Comment(run, 3).Warnings);
        Assert.Empty(Comment(run, 5).Parties);
        Assert.Equal([new Skipped("empty-comment", 1)], run.Summary.Skipped);
        Assert.Equal(6, run.Summary.Seen);
    }

    [Fact]
    public void What_a_paragraph_can_hold_a_comment_can_hold()
    {
        var run = Read(
            $"<w:p><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:commentReference w:id=\"2\"/></w:r></w:p>",
            C("1", $"<w:p><w:ins w:author=\"X\">{T("new ")}</w:ins><w:del w:author=\"X\"><w:r><w:delText>old</w:delText></w:r></w:del>{T("a")}<w:r><w:tab/></w:r>{T("b")}</w:p><w:tbl><w:tr><w:tc>{P("cell")}</w:tc></w:tr></w:tbl>")
            + C("2", $"<w:p>{T("He ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{T("paid")}</w:p>{P("nothing")}"));
        Assert.Equal(["c1@1", "c2@1"], Order(run));
        Assert.Equal("new a\tb\ncell", run.Records[0].Text);
        Assert.Equal(["tracked-insertion", "tracked-deletion", "deleted-words:X: old"], run.Records[0].Warnings);
        Assert.Equal("He paid\nnothing", run.Records[1].Text);
        Assert.Equal(["field-unclosed"], run.Records[1].Warnings);
        Assert.Equal([new Skipped("empty-paragraph", 1)], run.Summary.Skipped);
    }

    [Fact]
    public void What_of_comments_cannot_be_read_is_said()
    {
        var missing = Read($"<w:p>{T("x")}<w:r><w:commentReference w:id=\"5\"/></w:r></w:p>", C("1", P("a")));
        Assert.Equal(["comment-not-read"], missing.Records[0].Warnings);
        var broken = Read($"<w:p>{T("x")}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", C("1", P("a")) + "<w:comment");
        Assert.Equal(["part-unreadable:comments"], broken.Summary.Warnings);
        Assert.Equal(["comment-not-read"], Assert.Single(broken.Records).Warnings);
        var threads = Read($"<w:p>{T("x")}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", C("1", P("a")),
            ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "<w15:commentsEx"));
        Assert.Equal(["comment-threads-unreadable"], threads.Summary.Warnings);
        Assert.Equal("a", Comment(threads, 1).Text);
    }

    [Fact]
    public void A_citation_of_a_comment_finds_its_words_and_no_others()
    {
        var run = Read($"<w:p>{T("x")}<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", C("1", P("a")) + C("2", P("b")));
        var locator = Comment(run, 1).Locator;
        var check = new LocatorCheck(run.File);
        Assert.Equal(LocatorFinding.OtherSlice, check.Of(locator with { At = new DocxCommentPosition(2, 1) }));
        Assert.Equal(LocatorFinding.OutsideFile, check.Of(locator with { At = new DocxCommentPosition(3, 1) }));
        Assert.Equal(LocatorFinding.OtherSlice, check.Of(locator with { At = new DocxPosition(1) }));
    }
}

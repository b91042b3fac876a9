using Microsoft.EntityFrameworkCore;
using Onus.Casework.Documents;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Papers;

/// <summary>The letter of a request, as a document to print or to edit.</summary>
public sealed class RequestLetter(OnusStore store, Texts texts)
{
    /// <summary>Makes the letter.</summary>
    /// <returns><c>requests.not-found</c>.</returns>
    public async Task<Result<PrintDocument>> Handle(string reference, int number, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        var request = found is null ? null : await work.Db.Requests.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Number == number, cancel);
        if (found is null || request is null)
        {
            return Error.NotFound("requests.not-found");
        }

        var today = found.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime);
        var blocks = new List<PrintBlock>
        {
            new PrintParagraph(texts.Format("letter.opening", ("case", found.Title), ("ref", found.Ref))),
            new PrintHeading(2, texts["letter.what"]),
            new PrintParagraph(request.What),
            new PrintHeading(2, texts["letter.why"]),
            new PrintParagraph(request.Why),
        };
        if (request.Element.Length > 0)
        {
            blocks.Add(new PrintParagraph(texts.Format("letter.element", ("element", request.Element))));
        }

        if (request.Spares.Length > 0)
        {
            blocks.Add(new PrintParagraph(request.Spares));
        }

        blocks.Add(new PrintHeading(2, texts["letter.when"]));
        blocks.Add(new PrintParagraph(request.By is { } by ? texts.Format("letter.by", ("day", by)) : texts["letter.soon"]));
        blocks.Add(new PrintHeading(2, texts["letter.how"]));
        blocks.Add(new PrintList(false,
        [
            [new PrintRun(texts["letter.how-original"])],
            [new PrintRun(texts["letter.how-times"])],
            [new PrintRun(texts["letter.how-cannot"])],
        ]));
        blocks.Add(new PrintSignatures([texts["letter.signature"], texts["letter.date"]]));
        return new PrintDocument(texts.Format("letter.title", ("number", request.Number)), texts.Language.Code, blocks)
        {
            RightToLeft = texts.Language.RightToLeft,
            Subtitle = texts.Format("letter.to", ("to", request.To)),
            Meta = [texts.Format("paper.case", ("case", found.Title), ("ref", found.Ref)), texts.Format("paper.day", ("day", today))],
            Header = found.Practice ? texts["paper.practice"] : null,
            Footer = texts["paper.footer"],
        };
    }
}

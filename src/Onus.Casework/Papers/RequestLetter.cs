using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Casework.Requests;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Papers;

/// <summary>
/// The letter of a request, as a document to print or to edit. It is made of the request alone, and never of counsel's reason for it. Only the police read
/// which case it is: others may know the people of it.
/// </summary>
public sealed class RequestLetter(OnusStore store, LawPacks law, Texts texts) : NumberedPaper
{
    /// <inheritdoc/>
    public override string Kind => "request";

    /// <inheritdoc/>
    public override string Title => "requests.letter";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.Record;

    /// <summary>Makes the letter.</summary>
    /// <returns>
    /// <c>requests.not-found</c>; <c>letter.names-person</c>, <c>letter.names-case</c>, <c>letter.names-law</c> with the <c>number</c> where somebody outside
    /// would read what the case knows by now and did not know when the request was written.
    /// </returns>
    public override Task<Result<PrintDocument>> Handle(string reference, int number, Actor actor, CancellationToken cancel)
    {
        return store.See<PrintDocument>(reference, actor, async (work, found) =>
        {
            var request = await work.Db.Requests.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Number == number, cancel);
            if (request is null)
            {
                return Error.NotFound("requests.not-found");
            }

            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var court = new CourtWords(found.Country, people, law, texts, await EarlierNames.Of(work, found.Id, people, cancel), []);
            return await LetterLeak.Of(work, found, request, law, texts, cancel) is { } leak ? leak
                : Of(found, request, people, court, found.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime));
        }, cancel);
    }

    private PrintDocument Of(Case of, EvidenceRequest request, List<Person> people, CourtWords court, DateOnly today)
    {
        var police = request.Kind == Addressee.Police;
        var blocks = new List<PrintBlock>
        {
            new PrintParagraph(police ? texts.Format("letter.opening", ("case", court.Say(of.Title)), ("ref", of.Ref)) : texts["letter.opening-outside"]),
        };
        Add("letter.what", request.What);
        Add("letter.account", request.Account);
        Add("letter.period", PeriodOf(request, texts));
        Add("letter.authority", request.Authority);
        Add("letter.why", request.Why, police ? request.Spares : "");
        if (request is { Status: RequestStatus.SentBack, Steps: [.., var last] } && police)
        {
            Add("letter.back", last.Words);
        }

        if (request.Kind == Addressee.ThirdParty)
        {
            Add("letter.keep", texts["letter.keep-plea"]);
        }

        Add("letter.when", request.By is { } by ? texts.Format("letter.by", ("day", by)) : texts["letter.soon"]);
        blocks.Add(new PrintHeading(2, texts["letter.how"]));
        blocks.Add(new PrintList(false, [.. new[] { "letter.how-original", "letter.how-times", police ? "letter.how-cannot" : "letter.how-cannot-outside", "letter.where" }
            .Where(_ => request.Kind != Addressee.Survivor).DefaultIfEmpty("letter.where").Select(key => (IReadOnlyList<PrintRun>)[new PrintRun(texts[key])])]));
        blocks.Add(new PrintSignatures([texts["letter.signature"], texts["letter.date"]]));
        var own = texts.Format("letter.reference", ("ref", of.Ref), ("number", request.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        // A letter is made of the request alone: no title of a file stands in it.
        return new PaperNames(people, [], texts, court).Off(new PrintDocument(texts.Format("letter.title", ("reference", own)), texts.Language.Code, blocks)
        {
            RightToLeft = texts.Language.RightToLeft,
            Subtitle = texts.Format("letter.to", ("to", court.Say(request.To))),
            Meta = [texts.Format("letter.our-reference", ("reference", own)), texts.Format("paper.day", ("day", today))],
            Header = of.Practice ? texts["paper.practice"] : null,
            Footer = texts["paper.footer"],
        });

        void Add(string heading, params ReadOnlySpan<string> paragraphs)
        {
            var headed = false;
            foreach (var paragraph in paragraphs)
            {
                if (paragraph.Length > 0)
                {
                    if (!headed)
                    {
                        blocks.Add(new PrintHeading(2, texts[heading]));
                        headed = true;
                    }

                    blocks.Add(new PrintParagraph([new PrintRun(court.Say(paragraph)) { Verbatim = heading == "letter.account" }]));
                }
            }
        }
    }

    /// <summary>The period of a request in words; empty where it has none.</summary>
    public static string PeriodOf(EvidenceRequest request, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(texts);
        return (request.From, request.Until) switch
        {
            ({ } from, { } until) when from == until => texts.Day(from),
            ({ } from, { } until) => texts.Format("requests.period-between", ("from", from), ("until", until)),
            ({ } from, null) => texts.Format("requests.period-since", ("from", from)),
            (null, { } until) => texts.Format("requests.period-up-to", ("until", until)),
            _ => "",
        };
    }
}

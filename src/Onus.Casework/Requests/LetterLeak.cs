using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Documents;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>
/// What a request to somebody outside would tell by now, and did not when it was written: a name may have become somebody's since, and a word of ours may
/// be printed as another than was written. Asked when its letter is made and when it is said to go out.
/// </summary>
internal static class LetterLeak
{
    /// <summary>Why the request may not go out as it is; null where it may.</summary>
    /// <returns><c>letter.names-person</c>, <c>letter.names-case</c>, <c>letter.names-law</c>, each with the <c>number</c>.</returns>
    internal static async Task<Error?> Of(UnitOfWork work, Case of, EvidenceRequest request, LawPacks law, Texts texts, CancellationToken cancel)
    {
        if (request.Kind != Addressee.ThirdParty)
        {
            return null;
        }

        var people = await work.Db.People.Where(p => p.CaseId == of.Id).ToListAsync(cancel);
        var court = new CourtWords(of.Country, people, law, texts, await EarlierNames.Of(work, of.Id, people, cancel), []);
        var words = AskForEvidence.WordsOf(of, people, law, texts);
        var printed = request with { To = court.Say(request.To), What = court.Say(request.What), Authority = court.Say(request.Authority), Why = court.Say(request.Why) };
        if ((LetterRules.Refuse(request, words) ?? LetterRules.Refuse(printed, words)) is not { } told)
        {
            return null;
        }

        // A part of a name is not repeated: the sentence says whose it is.
        var (key, said) = told.Key switch { "requests.names-case" => ("letter.names-case", ""), "requests.names-law" => ("letter.names-law", "word"), _ => ("letter.names-person", "who") };
        return Error.Invalid(key, [.. told.Values.Where(value => value.Name == said), ("number", request.Number)]);
    }
}

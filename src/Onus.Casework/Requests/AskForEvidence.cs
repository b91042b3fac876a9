using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Asks the police, somebody outside or a survivor's advocate for evidence; counsel's own reason goes into counsel's papers in the same act.</summary>
public sealed class AskForEvidence(OnusStore store, LawPacks law, Texts texts)
{
    /// <summary>What to ask.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Kind">What kind of reader it goes to.</param>
    /// <param name="To">To whom.</param>
    /// <param name="What">What is asked for.</param>
    public sealed record Command(string Case, Addressee Kind, string To, string What)
    {
        /// <inheritdoc cref="EvidenceRequest.Account"/>
        public string Account { get; init; } = "";

        /// <inheritdoc cref="EvidenceRequest.From"/>
        public DateOnly? From { get; init; }

        /// <inheritdoc cref="EvidenceRequest.Until"/>
        public DateOnly? Until { get; init; }

        /// <inheritdoc cref="EvidenceRequest.Authority"/>
        public string Authority { get; init; } = "";

        /// <summary>The reason for its reader.</summary>
        public string Why { get; init; } = "";

        /// <summary>By when.</summary>
        public DateOnly? By { get; init; }

        /// <summary>What it spares; may be empty.</summary>
        public string Spares { get; init; } = "";

        /// <summary>The person of the case who is asked something by it; null for nobody.</summary>
        public PersonId? Asks { get; init; }

        /// <summary>Counsel's reason; may be empty.</summary>
        public string OurWhy { get; init; } = "";

        /// <summary>The element it serves, in words; may be empty.</summary>
        public string Element { get; init; } = "";

        /// <summary>Number of the count it serves; null for none.</summary>
        public int? Count { get; init; }

        /// <summary>Whether anything of it belongs into counsel's papers.</summary>
        public bool HasOurs => OurWhy.Trim().Length + Element.Trim().Length > 0 || Count is not null;
    }

    /// <summary>Writes the request.</summary>
    /// <returns>
    /// Its number, or <c>cases.not-found</c>, <c>people.not-found</c>, <c>counts.not-found</c>, <c>requests.withdrew</c> where whom it asks has withdrawn,
    /// <c>requests.ours-is-counsels</c> where somebody else writes counsel's reason, what <see cref="LetterRules.Refuse"/> refuses; <c>rows.exists</c> where
    /// others took every number that was tried.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.EvidenceRequested, command.Case, actor, async (work, found) =>
        {
            if (command.HasOurs && !actor.MaySee(found.Id, CompartmentKind.CounselsPapers))
            {
                return Error.Invalid("requests.ours-is-counsels");
            }

            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (command.Asks is { } person && people.All(p => p.Id != person))
            {
                return Error.NotFound("people.not-found");
            }

            var count = command.Count is null ? null : await work.Db.Counts.FirstOrDefaultAsync(c => c.CaseId == found.Id && c.Number == command.Count, cancel);
            if (command.Count is not null && count is null)
            {
                return Error.NotFound("counts.not-found");
            }

            var request = Of(command, found.Id);
            if (LetterRules.Refuse(request, WordsOf(found, people, law, texts)) is { } leak)
            {
                return leak;
            }

            if (Asking.Refuse(command.To, command.Asks, people) is { } refused)
            {
                return refused;
            }

            var numbered = request with { Number = await work.NextNumber<EvidenceRequest>(found.Id, cancel) };
            work.Add(numbered);
            if (command.HasOurs)
            {
                work.Add(new RequestReason { Request = request.Id, CaseId = found.Id, Why = command.OurWhy.Trim(), Element = command.Element.Trim(), Count = count?.Id });
            }

            return numbered.Number;
        }, cancel);
    }

    /// <summary>What a letter of a case must not tell somebody outside.</summary>
    public static CaseWords WordsOf(Case of, IReadOnlyCollection<Person> people, LawPacks law, Texts texts)
    {
        var offences = law.Of(of.Country)?.Offences ?? [];
        return new(
            of.Title,
            people,
            [.. offences.SelectMany(offence => offence.Elements.WithDescendants().Select(element => element.Text).Prepend(offence.Title).Prepend(offence.Citation)).Distinct()],
            Words("letter.never"))
        {
            Offences = [.. offences.Select(offence => offence.Title).Distinct()],
            Everyday = Words("letter.everyday").ToHashSet(StringComparer.Ordinal),
            Joining = Words("letter.joining").ToHashSet(StringComparer.Ordinal),
            BeforeNames = Words("letter.before-names").ToHashSet(StringComparer.Ordinal),
        };

        string[] Words(string key) => texts[key].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static EvidenceRequest Of(Command command, CaseId id) => new()
    {
        Id = new RequestId(Guid.CreateVersion7()),
        CaseId = id,
        Number = 0,
        Kind = command.Kind,
        To = command.To.Trim(),
        What = command.What.Trim(),
        Account = command.Account.Trim(),
        From = command.From,
        Until = command.Until,
        Authority = command.Authority.Trim(),
        Why = command.Why.Trim(),
        By = command.By,
        Spares = command.Spares.Trim(),
        Asks = command.Asks,
    };
}

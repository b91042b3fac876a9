using System.Text.Json;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>
/// Corrects what an exhibit rests on: whose words it holds, through whose device or consent they came, who can vouch for it, what it was found
/// through, on which grounds it is admitted and for what. The passage itself never changes. The log keeps what stood there before.
/// </summary>
public sealed class EditExhibit(OnusStore store, LawPacks law, Texts texts)
{
    /// <summary>What to correct. The passage, its place and its translation stay as they are.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>Number of the exhibit.</summary>
        public required int Number { get; init; }

        /// <summary>The version that the person saw.</summary>
        public required int Version { get; init; }

        /// <summary>Title in the exhibit list.</summary>
        public required string Title { get; init; }

        /// <summary>Whose words these are: people and bodies.</summary>
        public required IReadOnlyList<Origin> Origins { get; init; }

        /// <summary>Whether the person read it in its place and is sure whose words these are, though the file gives reason to doubt it.</summary>
        public required bool WordsConfirmed { get; init; }

        /// <summary>Warrants, consents and orders under which it came in: all of them are needed.</summary>
        public required IReadOnlyList<FoundationId> Legal { get; init; }

        /// <summary>Other ways in, each enough together with what is needed anyway.</summary>
        public required IReadOnlyList<IReadOnlyList<FoundationId>> LegalAny { get; init; }

        /// <summary>What it needs to be believed: all of them.</summary>
        public required IReadOnlyList<FoundationId> Factual { get; init; }

        /// <summary>Who can vouch for it, where one of several is enough.</summary>
        public required IReadOnlyList<FoundationId> VouchedBy { get; init; }

        /// <summary>What it was found through, and what breaks the taint.</summary>
        public required IReadOnlyList<Derivation> DerivedFrom { get; init; }

        /// <summary>Exhibits without which it means nothing.</summary>
        public required IReadOnlyList<ExhibitId> ReliesOn { get; init; }

        /// <summary>Grounds on which it stands without its witness.</summary>
        public required IReadOnlyList<Ground> Grounds { get; init; }

        /// <summary>The only defendants against whom it may be used; empty for everybody.</summary>
        public required IReadOnlyList<PersonId> OnlyAgainst { get; init; }

        /// <summary>The only facts for which it may be used; empty for every fact.</summary>
        public required IReadOnlyList<FactId> OnlyFor { get; init; }

        /// <summary>The purpose to which the court limited it.</summary>
        public required string Purpose { get; init; }

        internal Exhibit On(Exhibit exhibit) => exhibit with
        {
            Title = Title.Trim(),
            Origins = [.. Origins.Where(origin => origin.Person is not null || !string.IsNullOrWhiteSpace(origin.Name)).Select(origin => origin with { Name = origin.Name.Trim() })],
            WordsConfirmed = WordsConfirmed,
            Legal = [.. Legal.Distinct()],
            // The same foundations are one way in, in whatever order they were named and however often.
            LegalAny = [.. LegalAny.Select(way => (IReadOnlyList<FoundationId>)[.. way.Distinct()]).Where(way => way.Count > 0).DistinctBy(way => string.Join(' ', way.Select(id => id.Value).Order()))],
            Factual = [.. Factual.Distinct()],
            VouchedBy = [.. VouchedBy.Distinct()],
            DerivedFrom = DerivedFrom,
            ReliesOn = [.. ReliesOn.Distinct()],
            Grounds = Grounds,
            OnlyAgainst = [.. OnlyAgainst.Distinct()],
            OnlyFor = [.. OnlyFor.Distinct()],
            Purpose = Purpose.Trim(),
        };
    }

    /// <summary>Corrects it.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>exhibits.not-found</c>, <c>exhibits.title-missing</c>, <c>exhibits.ground-incomplete</c>, <c>exhibits.purpose-missing</c>,
    /// <c>exhibits.derives-from-itself</c>, <c>exhibits.limits-counsel</c>, <c>exhibits.privileged-counsel</c> where its words are kept from the actor, <c>exhibits.fallen-counsel</c>, <c>exhibits.struck-counsel</c>, <c>exhibits.relies-on-itself</c>, <c>exhibits.names-unknown</c>, <c>proof.circle</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<ExhibitId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<ExhibitId>(Acts.ExhibitChanged, command.Case, actor, async (work, _) =>
        {
            var loaded = await Cases.LoadCase.Of(work, command.Case, cancel);
            if (loaded.Error is { } error)
            {
                return error;
            }

            var snapshot = loaded.Value;
            var exhibit = snapshot.Exhibits.FirstOrDefault(candidate => candidate.Number == command.Number);
            if (exhibit is null)
            {
                return Error.NotFound("exhibits.not-found");
            }

            if (exhibit.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            // The row that was loaded for them has no words, and would be written so.
            if (snapshot.Withheld.Exhibits.Contains(exhibit.Id))
            {
                return Error.Invalid("exhibits.privileged-counsel");
            }

            // What a court limits or lets in is a ruling, and rulings are counsel's.
            if (!actor.May(snapshot.Case.Id, Acts.ChallengeRuled))
            {
                if (Ruled(exhibit) != Ruled(command.On(exhibit)))
                {
                    return Error.Invalid("exhibits.limits-counsel");
                }
            }

            if (Wrong(command, exhibit, snapshot) is { } wrong)
            {
                return wrong;
            }

            var corrected = work.Change(exhibit, command.On(exhibit));
            if (exhibit.WordsConfirmed != corrected.WordsConfirmed || !exhibit.Origins.SequenceEqual(corrected.Origins))
            {
                await OwnSentences.FollowWords(work, corrected, texts, cancel);
            }

            return exhibit.Id;
        }, cancel);
    }

    /// <summary>What the correction would change, before it is saved; only those who see counts are told of counts.</summary>
    /// <returns>The counts that would stand otherwise, or what is wrong with the correction.</returns>
    public Result<IReadOnlyList<Effect>> Preview(Command command, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(snapshot);
        var exhibit = snapshot.Exhibits.FirstOrDefault(candidate => candidate.Number == command.Number);
        return exhibit is null ? Error.NotFound("exhibits.not-found")
            : Wrong(command, exhibit, snapshot) is { } wrong ? wrong
            : new List<Effect>(Effect.Of(snapshot, With(snapshot, command.On(exhibit)), law)!);
    }

    private static string Ruled(Exhibit exhibit) => JsonSerializer.Serialize(new
    {
        Against = exhibit.OnlyAgainst.Select(person => person.Value).Order(),
        For = exhibit.OnlyFor.Select(fact => fact.Value).Order(),
        exhibit.Purpose,
        exhibit.Grounds,
    });

    private static CaseSnapshot With(CaseSnapshot snapshot, Exhibit changed) =>
        snapshot with { Exhibits = [.. snapshot.Exhibits.Select(exhibit => exhibit.Id == changed.Id ? changed : exhibit)] };

    private Error? Wrong(Command command, Exhibit exhibit, CaseSnapshot snapshot)
    {
        if (string.IsNullOrWhiteSpace(command.Title))
        {
            return Error.Invalid("exhibits.title-missing");
        }

        if (command.Grounds.Any(ground => string.IsNullOrWhiteSpace(ground.Name) || ground.Against.Count == 0))
        {
            return Error.Invalid("exhibits.ground-incomplete");
        }

        if (command.OnlyFor.Count > 0 && string.IsNullOrWhiteSpace(command.Purpose))
        {
            return Error.Invalid("exhibits.purpose-missing");
        }

        if (command.DerivedFrom.Any(from => from.Parent == exhibit.Id))
        {
            return Error.Invalid("exhibits.derives-from-itself");
        }

        if (command.ReliesOn.Contains(exhibit.Id))
        {
            return Error.Invalid("exhibits.relies-on-itself");
        }

        var foundations = snapshot.Foundations.Select(foundation => foundation.Id).ToHashSet();
        var people = snapshot.People.Select(person => person.Id).ToHashSet();
        var known = command.Legal.Concat(command.LegalAny.SelectMany(way => way)).Concat(command.Factual).Concat(command.VouchedBy)
                .Concat(command.DerivedFrom.SelectMany(from => from.Unless)).Concat(command.Grounds.SelectMany(ground => ground.Rests)).All(foundations.Contains)
            && command.OnlyAgainst.Concat(command.Grounds.SelectMany(ground => ground.Against)).Concat(command.Origins.Select(origin => origin.Person).OfType<PersonId>()).All(people.Contains)
            && command.DerivedFrom.Select(from => from.Parent).Concat(command.ReliesOn).All(parent => snapshot.Exhibits.Any(other => other.Id == parent))
            && command.OnlyFor.All(fact => snapshot.Facts.Any(one => one.Id == fact));
        return !known ? Error.Invalid("exhibits.names-unknown")
            : CaseProof.Of(With(snapshot, command.On(exhibit)), law).Graph.Faults().Any(fault => fault.IsLoop) ? Error.Invalid("proof.circle")
            : null;
    }
}

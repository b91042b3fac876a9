using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Proof;

/// <summary>A case, the law, and the engine over both: what every question about proof is asked of.</summary>
/// <param name="Case">The case as the actor may see it.</param>
/// <param name="Proof">The case compiled with the law.</param>
/// <param name="Engine">The engine over it.</param>
public sealed record ProofView(CaseSnapshot Case, CaseProof Proof, ProofEngine Engine)
{
    /// <summary>Exhibits that turned out to be the words of somebody else than the defendant against whom they were tied.</summary>
    public IReadOnlyList<MovedWords> Moved { get; init; } = [];

    private readonly Lazy<Standing?> sure = new(() =>
    {
        // Without what the files themselves leave in doubt nothing counts for whoever they name; what speaks against a fact stays.
        var doubted = InDoubt.Exhibits(Case);
        var rest = doubted.Count == 0 ? null : CaseProof.Of(
            Case with { ExhibitTies = [.. Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Undermines || !doubted.Contains(tie.Exhibit))] }, Proof.Law);
        return rest is null || rest.Graph.Faults().Count > 0 ? null : new ProofEngine(rest.Graph).Evaluate();
    });

    /// <summary>Whether a count holds only with words of which the file itself leaves open who wrote them.</summary>
    public bool RestsOnDoubt(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return sure.Value is { } without && Engine.Evaluate()[column.Goal, Reading.RuledOnly] == ProofState.Stands && without[column.Goal, Reading.RuledOnly] != ProofState.Stands;
    }
}

/// <summary>Loads a case for questions about proof. Counsel's papers are what such questions are asked of, so they are counsel's alone.</summary>
public sealed class LoadProof(OnusStore store, LawPacks law)
{
    /// <summary>Loads it.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="beside">Columns beside the counts, of an offence at a day; null for the counts alone.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>cases.not-found</c>, also for those who may not see counsel's papers; <c>proof.circle</c> where exhibits
    /// derive from each other; <c>proof.unsound</c> where the law or a row is put together in a way that nothing can be computed from.</returns>
    public async Task<Result<ProofView>> Handle(string reference, Actor actor, (string OffenceId, DateOnly Day)? beside, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.Where(c => c.Ref == reference).Select(c => (CaseId?)c.Id).FirstOrDefaultAsync(cancel);
        return found is { } id && actor.MaySee(id, CompartmentKind.CounselsPapers)
            ? await store.Kept.Of(work, id, (law, beside), () => Compile(work, reference, beside, cancel), cancel)
            : Error.NotFound("cases.not-found", ("case", reference));
    }

    private async Task<Result<ProofView>> Compile(UnitOfWork work, string reference, (string OffenceId, DateOnly Day)? beside, CancellationToken cancel)
    {
        var loaded = await LoadCase.Of(work, reference, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var snapshot = loaded.Value;
        var proof = CaseProof.Of(snapshot, law, beside is { } b ? Grid.ColumnsBeside(snapshot, b.OffenceId, b.Day) : []);
        var (engine, faults) = ProofEngine.Of(proof.Graph);
        if (engine is null)
        {
            // Other faults can follow from a circle, so it is named first.
            return faults.Any(fault => fault.IsLoop) ? Error.Invalid("proof.circle") : Error.Invalid("proof.unsound", ("fault", faults[0].Message));
        }

        return new ProofView(snapshot, proof, engine) { Moved = await MovedWords.Of(work, snapshot, cancel) };
    }
}

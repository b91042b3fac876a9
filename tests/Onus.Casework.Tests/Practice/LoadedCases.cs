using Onus.Casework.Practice;
using Onus.Casework.Proof;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;

namespace Onus.Casework.Tests.Practice;

/// <summary>The shipped cases, each loaded once, when a test first asks for it, into one data folder.</summary>
public sealed class LoadedCases : IAsyncLifetime
{
    private readonly Dictionary<string, LoadedCase> known = new(StringComparer.Ordinal);

    public PracticeStore Scratch { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Scratch = await PracticeStore.Open();

    public async Task<LoadedCase> Of(string name)
    {
        if (!known.TryGetValue(name, out var loaded))
        {
            var folder = PracticeStore.Shipped(name);
            var done = await Scratch.Load(folder);
            Assert.True(done.IsOk, done.Error is { } fault ? PracticeStore.Texts.Of(fault) : "");
            var counsel = await Scratch.Person("Demo person 2");
            var view = await new LoadProof(Scratch.Store, PracticeStore.Law).Handle(folder.Case.Ref, counsel, null, default);
            var faults = new List<ContentFault>();
            var solution = PracticeSolutionYaml.Read(Path.Combine(folder.Root, "solution.yaml"), faults);
            Assert.Empty(faults);
            known.Add(name, loaded = new LoadedCase(folder, view.Value, solution!));
        }

        return loaded;
    }

    public ValueTask DisposeAsync() => Scratch.DisposeAsync();
}

/// <summary>A shipped case: its folder, the case as loaded, its hidden reference.</summary>
public sealed record LoadedCase(PracticeFolder Folder, ProofView View, PracticeSolution Solution)
{
    public CaseSnapshot Case => View.Case;

    /// <summary>The key of a foundation, by its label; the label itself where it has none.</summary>
    public string KeyOf(string proofId)
    {
        var foundation = Case.Foundations.Single(f => ProofId.Of(f.Id) == proofId);
        return Folder.Case.Foundations.FirstOrDefault(f => f.Label == foundation.Label)?.Key ?? foundation.Label;
    }

    /// <summary>The column of a count, by its key in work.yaml.</summary>
    public ChargeColumn Column(string count)
    {
        var number = Folder.Work.Counts.Single(c => c.Key == count).Number;
        return View.Proof.Columns.Single(c => c.Count?.Number == number);
    }
}

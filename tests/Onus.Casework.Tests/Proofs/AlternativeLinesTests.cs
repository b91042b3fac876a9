using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Proofs;

/// <summary>A line that need not be proved itself says what it stands for.</summary>
public sealed class AlternativeLinesTests
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("kestria", "kestria.trafficking")]
    [InlineData("ke", "ke.trafficking")]
    [InlineData("ug", "ug.trafficking")]
    public void What_makes_an_element_unnecessary_names_that_element(string country, string offence)
    {
        var (rows, words, law) = Rows(country, offence);
        var child = rows.Single(row => row.Element.Id == offence + ".child");
        Assert.Equal("only instead of “By at least one of the means”", words.StandsFor(child, law));
        // What the offence asks for in any case stands for nothing else, and so do parts further down, which have their own "or".
        Assert.All(rows.Where(row => row != child), row => Assert.Null(words.StandsFor(row, law)));
    }

    private static (IReadOnlyList<GridRow> Rows, ProofWords Words, Domain.Law.Offence Law) Rows(string country, string offence)
    {
        var day = new DateOnly(2025, 3, 1);
        var (defendant, survivor) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var snapshot = new CaseSnapshot
        {
            Case = new Case { Id = Id, Ref = "T-1", Title = "T", Country = country },
            People =
            [
                new Person { Id = defendant, CaseId = Id, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant] },
                new Person { Id = survivor, CaseId = Id, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor] },
            ],
            Counts = [new Count { Id = new(Guid.CreateVersion7()), CaseId = Id, Number = 1, OffenceId = offence, Defendant = defendant, Survivor = survivor, From = day, To = day }],
        };
        var proof = CaseProof.Of(snapshot, PracticeStore.Law);
        return (Grid.Of(proof, new ProofEngine(proof.Graph), offence, day).Value.Rows, new ProofWords(proof, Unit.Texts), PracticeStore.Law.OffenceAt(offence, day).Value);
    }
}

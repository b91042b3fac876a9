using Onus.Casework.Documents;
using Onus.Domain.Shared;

namespace Onus.Casework.Papers;

/// <summary>
/// A paper of a case: a page to print and a file to edit. Every class that derives from <see cref="CasePaper"/> or <see cref="NumberedPaper"/> is collected:
/// no list names it. What it is and for whom stands in the texts under <c>papers.about.</c> and its kind.
/// </summary>
public abstract class Paper
{
    /// <summary>Last part of its address and of the name of its file: lower case, with hyphens.</summary>
    public abstract string Kind { get; }

    /// <summary>Key of its title.</summary>
    public abstract string Title { get; }

    /// <summary>The kind of compartment whose rows it repeats: it is offered to those who may see that.</summary>
    public abstract CompartmentKind In { get; }
}

/// <summary>A paper of which a case has one.</summary>
public abstract class CasePaper : Paper
{
    /// <summary>Makes it.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>cases.not-found</c>, also for those who may not see its side.</returns>
    public abstract Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel);
}

/// <summary>A paper of which a case has one for each of something that is numbered.</summary>
public abstract class NumberedPaper : Paper
{
    /// <summary>Makes that of one number.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="number">The number.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What is not found, and what the paper itself refuses.</returns>
    public abstract Task<Result<PrintDocument>> Handle(string reference, int number, Actor actor, CancellationToken cancel);
}

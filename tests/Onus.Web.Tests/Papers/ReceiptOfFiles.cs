using Microsoft.EntityFrameworkCore;
using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Tests.Papers;

/// <summary>A paper of an office of its own: which files it has received. The one file that a new paper is.</summary>
public sealed class ReceiptOfFiles(OnusStore store) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "receipt";

    /// <inheritdoc/>
    public override string Title => "receipt.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.CounselsPapers;

    /// <inheritdoc/>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(of => of.Ref == reference, cancel);
        return found is null || !actor.MaySee(found.Id, In) ? Error.NotFound("cases.not-found", ("case", reference))
            : new PrintDocument("Receipt", "en", [new PrintParagraph($"Received for {found.Title}.")]);
    }
}

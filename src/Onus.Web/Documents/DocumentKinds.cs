using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Domain.Shared;
using Onus.Web.Accounts;
using Onus.Web.Errors;

namespace Onus.Web.Documents;

/// <summary>The papers of a case by the last part of their address; each is a page to print and, with <c>.docx</c>, a file to edit.</summary>
public sealed class DocumentKinds(GapSheet gaps, WhomToAsk whom, RequestLetter letters, ExhibitList exhibits, ChronologySheet chronology, DisclosureList disclosure)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Makes a paper.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="kind"><c>gap-sheet</c>, <c>whom-to-ask</c>, <c>disclosure</c>, <c>exhibit-list</c>, <c>chronology</c>, or <c>request-3</c>.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>papers.not-found</c>, and what the paper itself refuses.</returns>
    public async Task<Result<PrintDocument>> Make(string reference, string kind, Actor actor, CancellationToken cancel) => kind switch
    {
        "gap-sheet" => await gaps.Handle(reference, actor, cancel),
        "whom-to-ask" => await whom.Handle(reference, actor, cancel),
        "disclosure" => await disclosure.Handle(reference, actor, cancel),
        "exhibit-list" => await exhibits.Handle(reference, actor, cancel),
        "chronology" => await chronology.Handle(reference, actor, cancel),
        _ when kind.StartsWith("request-", StringComparison.Ordinal)
            && int.TryParse(kind.AsSpan("request-".Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) =>
            await letters.Handle(reference, number, actor, cancel),
        _ => Error.NotFound("papers.not-found"),
    };

    /// <summary>Maps the files to edit.</summary>
    public static void Map(WebApplication app) => app.MapGet("/cases/{reference}/papers/{kind}.docx", async (string reference, string kind, CurrentActor current, DocumentKinds kinds, HttpContext context) =>
    {
        var made = await kinds.Make(reference, kind, await current.Get(), context.RequestAborted);
        if (made.Error is { } error)
        {
            return ErrorAnswer.Of(error);
        }

        var file = new MemoryStream();
        DocxDocument.Write(made.Value, file);
        return Results.File(file.ToArray(), Docx, $"{reference}-{kind}.docx");
    });
}

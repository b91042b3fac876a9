using Onus.Casework.Documents;
using Onus.Casework.Papers;
using Onus.Web.Accounts;
using Onus.Web.Errors;

namespace Onus.Web.Papers;

/// <summary>Papers as files to edit: their address with <c>.docx</c>.</summary>
public static class PaperFiles
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Maps them.</summary>
    public static void MapPapers(this WebApplication app) => app.MapGet("/cases/{reference}/papers/{address}.docx", async (string reference, string address, CurrentActor current, CasePapers papers, HttpContext context) =>
    {
        var made = await papers.Make(reference, address, await current.Get(), context.RequestAborted);
        if (made.Error is { } error)
        {
            return ErrorAnswer.Of(error);
        }

        var file = new MemoryStream();
        DocxDocument.Write(made.Value, file);
        return Results.File(file.ToArray(), Docx, $"{reference}-{address}.docx");
    });
}

using Microsoft.Net.Http.Headers;
using Onus.Casework.Originals;
using Onus.Casework.Records;
using Onus.Domain.Shared;
using Onus.Web.Accounts;
using Onus.Web.Errors;

namespace Onus.Web.Records;

/// <summary>What viewers fetch besides pages: where an exhibit leads, and pictures.</summary>
public static class RecordEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapRecords(this WebApplication app)
    {
        app.MapGet("/cases/{reference}/exhibits/{number:int}", async (string reference, int number, CurrentActor current, FindExhibit find, CancellationToken cancel) =>
        {
            var found = await find.Handle(reference, number, await current.Get(), cancel);
            if (found.Error is { } error)
            {
                return ErrorAnswer.Of(error);
            }

            var exhibit = found.Value;
            return Results.LocalRedirect(exhibit.Record is { } record
                ? FormattableString.Invariant($"/cases/{reference}/records/{record.Hex}?exhibit={number}#{RecordAddress.Anchor(record)}")
                : exhibit.Material is { } file ? RecordAddress.File(reference, file)
                // Of a physical object there is nothing to open but what it relies on.
                : FormattableString.Invariant($"/cases/{reference}/exhibits/{number}/rests"));
        });

        app.MapGet("/cases/{reference}/files/{id:guid}/pages/{page:int}/pictures/{picture:int}", async (
            string reference, Guid id, int page, int picture, CurrentActor current, DrawPage draw, CancellationToken cancel) =>
        {
            var drawn = await draw.Handle(reference, new MaterialId(id), page, await current.Get(), cancel);
            return drawn.IsOk && picture >= 0 && picture < drawn.Value.Images.Count && OpenPicture.TypeOf(drawn.Value.Images[picture].Bytes) is { } type
                ? Results.Bytes(drawn.Value.Images[picture].Bytes, type)
                : ErrorAnswer.Of(drawn.Error ?? Error.NotFound("files.not-found"));
        });

        app.MapGet("/cases/{reference}/files/{id:guid}/picture", async (string reference, Guid id, CurrentActor current, OpenPicture open, HttpContext context) =>
        {
            var opened = await open.Handle(reference, new MaterialId(id), await current.Get(), context.RequestAborted);
            if (opened.Error is { } error)
            {
                return ErrorAnswer.Of(error);
            }

            // Whatever the file says it is, it leaves here as a picture and as nothing else; it is drawn, never run.
            context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = "picture" }.ToString();
            return Results.Stream(opened.Value.Content, opened.Value.MediaType, enableRangeProcessing: true);
        });
    }
}

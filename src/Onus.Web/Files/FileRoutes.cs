using System.ComponentModel.DataAnnotations;
using Onus.Casework.Files;
using Onus.Domain.Shared;
using Onus.Web.Accounts;
using Onus.Web.Errors;
using Onus.Web.Security;

namespace Onus.Web.Files;

/// <summary>What a unit decides about files that are handed in; the section <c>Onus:Upload</c> of the configuration.</summary>
public sealed class UploadOptions
{
    /// <summary>Bytes that one drop may have in all; 4 GiB unless configured.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; set; } = 4L << 30;
}

/// <summary>Handing files in, reading them in the background, fetching them back.</summary>
public static class FileRoutes
{
    /// <summary>Registers what is done in the background, and the limits.</summary>
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Onus:Upload").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<BackgroundJobs>();
        builder.Services.AddSingleton<LiveReading>();
    }

    /// <summary>Maps upload, download, and how far reading is.</summary>
    public static void MapFiles(this WebApplication app)
    {
        // The token is checked by the endpoint itself: the middleware would read the whole body to find it.
        app.MapPost("/cases/{reference}/files/upload", Upload.Receive).DisableAntiforgery();
        app.MapGet("/cases/{reference}/files/{id:guid}/original", Download);
        app.MapGet("/cases/{reference}/files/reading/live", LiveReading.Send);
    }

    /// <summary>
    /// The bytes as received, to be kept, never to be shown: no browser may guess a type, and if one opened them all the same they could do nothing.
    /// </summary>
    private static async Task<IResult> Download(string reference, Guid id, HttpContext context, CurrentActor current, LoadFile load)
    {
        var opened = await load.Open(reference, new MaterialId(id), await current.Get(), context.RequestAborted);
        if (opened.Error is { } error)
        {
            return ErrorAnswer.Of(error);
        }

        var (file, bytes) = opened.Value;
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.EvidencePolicy;
        return Results.File(bytes, "application/octet-stream", file.Title);
    }
}

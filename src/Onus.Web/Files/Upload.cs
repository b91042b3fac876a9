using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Onus.Casework.Files;
using Onus.Store;
using Onus.Web.Accounts;
using Onus.Web.Errors;
using Onus.Web.Ui;
using FileDrop = Onus.Casework.Files.FileDrop;

namespace Onus.Web.Files;

/// <summary>
/// Takes files in as a stream, straight into the vault: nothing of them is kept in memory, and nothing joins the case before all have arrived.
/// The form sends its token first, then its key, then the files.
/// </summary>
internal static class Upload
{
    /// <summary>Field of a zip that is a folder.</summary>
    public const string FolderZipField = "folder-zip";

    private const string TokenField = "__RequestVerificationToken";
    private const int LongestField = 4096;

    /// <summary>Receives a drop.</summary>
    public static async Task<IResult> Receive(
        string reference,
        HttpContext context,
        DropFiles drop,
        CurrentActor current,
        OnusStore store,
        IAntiforgery antiforgery,
        IOptions<AntiforgeryOptions> tokens,
        IOptions<UploadOptions> limits)
    {
        var cancel = context.RequestAborted;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.Value.MaxBytes;
        }

        if (context.Request.ContentLength > limits.Value.MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            var body = new MultipartReader(boundary.ToString(), context.Request.Body);
            context.Request.Headers[tokens.Value.HeaderName!] = await Field(body, TokenField, cancel);
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return ErrorAnswer.Expired();
            }

            var key = Guid.TryParse(await Field(body, PostForm.KeyName, cancel), out var form) ? form : (Guid?)null;
            var begun = await drop.Handle(reference, await current.Get(key), cancel);
            if (begun.Error is { } error)
            {
                return ErrorAnswer.Of(error);
            }

            await using var files = begun.Value;
            return await Take(reference, body, files, store, cancel);
        }
        catch (InvalidDataException)
        {
            // The parts of the form are not what a browser sends.
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Take(string reference, MultipartReader body, FileDrop files, OnusStore store, CancellationToken cancel)
    {
        while (await body.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || NameOf(part) is not { Length: > 0 } name)
            {
                // An input in which nobody chose a file.
                continue;
            }

            if (HeaderUtilities.RemoveQuotes(part.Name).Equals(FolderZipField, StringComparison.Ordinal))
            {
                await FolderZip.Add(files, name, section.Body, cancel);
            }
            else
            {
                await files.Add(name, section.Body, cancel);
            }
        }

        if (files.Stored.Count + files.Rejected.Count == 0)
        {
            return Results.LocalRedirect($"/cases/{reference}/files/add?nothing=true");
        }

        var done = await files.Finish(cancel);
        return done.Error switch
        {
            null when done.Value.Stored > 0 => Results.LocalRedirect($"/cases/{reference}/files/questions?run={done.Value.Id}{(files.Rejected.Count > 0 ? "&rejected=" + files.Rejected.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}"),
            null or { Key: "forms.used" } => Results.LocalRedirect($"/cases/{reference}/files"),
            var error => ErrorAnswer.Of(error),
        };
    }

    /// <summary>The next part, which must be this field; empty where it is another.</summary>
    private static async Task<string> Field(MultipartReader body, string name, CancellationToken cancel)
    {
        var section = await body.ReadNextSectionAsync(cancel);
        if (section is null || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)
            || !HeaderUtilities.RemoveQuotes(part.Name).Equals(name, StringComparison.Ordinal) || NameOf(part) is not null)
        {
            return "";
        }

        var buffer = new byte[LongestField];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>The name of a file as its browser states it, with folders; null for a field. A quotation mark arrives as %22.</summary>
    private static string? NameOf(ContentDispositionHeaderValue part)
    {
        var name = part.FileNameStar.HasValue ? part.FileNameStar : part.FileName;
        return name.HasValue ? HeaderUtilities.RemoveQuotes(name).ToString().Replace("%22", "\"", StringComparison.Ordinal) : null;
    }
}

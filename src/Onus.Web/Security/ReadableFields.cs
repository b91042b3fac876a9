using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Onus.Domain.Shared;
using Onus.Web.Errors;

namespace Onus.Web.Security;

/// <summary>
/// Refuses every form with the character NUL in a field: it cannot be seen, some programs leave it in text that is copied out of them, and a database on a
/// server cannot keep it. Whoever typed is told behind which words it stands. Files are streams, and not looked at.
/// </summary>
public static class ReadableFields
{
    private const char Nul = '\0';
    private const string Encoded = "%00";
    private const int Shown = 40;

    // More than a form may have, so that what was typed never lies in a temporary file.
    private const int InMemory = 4 * 1024 * 1024;

    /// <summary>Keeps the body of a form until it is known whether it can be read. Before the token is looked for, which reads the form.</summary>
    public static void UseKeptForms(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsTyped(context.Request))
        {
            context.Request.EnableBuffering(InMemory);
        }

        return next(context);
    });

    /// <summary>Stops a form that cannot be read, and an address with such a field. Behind the token, before anything else that reads the form.</summary>
    public static void UseReadableFields(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (await Before(context) is { } before)
        {
            await ErrorPages.Write(
                context, StatusCodes.Status400BadRequest, "unreadable-sign",
                before.Length > 0 ? Error.Invalid("forms.unreadable-sign", ("before", before)) : Error.Invalid("forms.unreadable-sign-first"));
            return;
        }

        await next(context);
    });

    /// <summary>The words before the first NUL of a field; empty where it stands first, null where there is none.</summary>
    private static async Task<string?> Before(HttpContext context)
    {
        var isRefused = IsTyped(context.Request) && await IsRefused(context);
        IEnumerable<KeyValuePair<string, StringValues>> fields = context.Request.Query;
        // A form without its token may not be looked at, and is refused anyway.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } && context.Features.Get<IFormFeature>()?.Form is { } form)
        {
            fields = fields.Concat(form);
        }

        foreach (var text in fields.SelectMany(field => field.Value.Append(field.Key)).OfType<string>())
        {
            if (text.IndexOf(Nul, StringComparison.Ordinal) is >= 0 and var at)
            {
                return End(text[..at]);
            }
        }

        if (!isRefused)
        {
            return null;
        }

        context.Request.Body.Position = 0;
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
        var sent = await body.ReadToEndAsync(context.RequestAborted);
        return sent.Split('&').FirstOrDefault(field => field.Contains(Encoded, StringComparison.Ordinal)) is { } wrong
            ? End(WebUtility.UrlDecode(wrong[(wrong.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(Encoded)[0]))
            : null;
    }

    /// <summary>Whether the framework could not read the form: of fields that are encoded it refuses this sign itself, in the words in which it refuses what is too large.</summary>
    private static async Task<bool> IsRefused(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } token)
        {
            return token.Error?.InnerException is InvalidDataException;
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static bool IsTyped(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static string End(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // From a whole word on, or where there is only one, without cutting a letter of two signs apart.
        return line.Length <= Shown ? line
            : line.IndexOf(' ', line.Length - Shown) is >= 0 and var space ? line[(space + 1)..]
            : line[(line.Length - Shown + (char.IsLowSurrogate(line[^Shown]) ? 1 : 0))..];
    }
}

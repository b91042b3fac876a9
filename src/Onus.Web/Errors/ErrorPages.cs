using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Onus.Domain.Shared;

namespace Onus.Web.Errors;

/// <summary>Answers that went wrong become calm pages that say what happened and what to do next.</summary>
public static class ErrorPages
{
    /// <summary>
    /// Empty answers from 400 on and unexpected exceptions become an <see cref="ErrorDocument"/>. An exception is logged with
    /// its reference, type and stack; its message is not, because messages quote values.
    /// </summary>
    public static void UseErrorPages(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Onus.Errors");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = _ => true,
            AllowStatusCode404Response = true,
            ExceptionHandler = context =>
            {
                var fault = context.Features.Get<IExceptionHandlerFeature>();
                context.Items[typeof(RouteEndpoint)] = fault?.Endpoint;
                var status = (fault?.Error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
                if (StatusOf(context, status) >= 500 && fault is not null)
                {
                    log.LogError(
                        "{Reference} {Route} {Exception}\n{Stack}",
                        context.TraceIdentifier, RequestLog.RouteOf(context), Types(fault.Error), fault.Error.StackTrace);
                }

                return Write(context, status);
            },
        });
        // Not the framework's status code pages: they leave out answers that have a type and no body, such as a page's refusal of a form.
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false })
            {
                await Write(context, context.Response.StatusCode);
            }
        });
    }

    /// <summary>Writes the page of a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="problem">See <see cref="ErrorDocument.Problem"/>.</param>
    /// <param name="error">The sentence of a use case, or null.</param>
    internal static async Task Write(HttpContext context, int status, string problem, Error? error = null)
    {
        // A request that already began to draw a page has used up its navigation and its header: the error page gets its own.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await new RazorComponentResult<ErrorDocument>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ErrorDocument.Problem)] = problem,
            [nameof(ErrorDocument.Error)] = error,
            [nameof(ErrorDocument.Reference)] = context.TraceIdentifier,
        })
        { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(context);
        context.RequestServices = services;
    }

    private static Task Write(HttpContext context, int status) => Write(context, StatusOf(context, status), ProblemOf(context, status));

    /// <summary>A form that is too large is found while its token is looked for, and would pass for an expired one.</summary>
    private static int StatusOf(HttpContext context, int status)
    {
        var token = context.Features.Get<IAntiforgeryValidationFeature>();
        if (token is not { IsValid: false })
        {
            return status == StatusCodes.Status400BadRequest && IsFormOfPage(context) ? StatusCodes.Status409Conflict : status;
        }

        return token.Error?.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException
            ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest;
    }

    private static string ProblemOf(HttpContext context, int status) => StatusOf(context, status) switch
    {
        400 when context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } => "expired",
        // The page has not that form any more: what it was about is gone or done, by this person's own earlier click or by somebody else.
        409 => "conflict",
        404 or 405 => "not-found",
        413 => "too-large",
        >= 500 => "unexpected",
        _ => "bad-request",
    };

    /// <summary>A form that names its handler on a page: the framework answers 400 only where the page does not show that form to this person now.</summary>
    private static bool IsFormOfPage(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IFormFeature>()?.Form?.ContainsKey("_handler") == true;

    private static string Types(Exception fault) =>
        fault.InnerException is { } inner ? $"{fault.GetType().FullName} <- {Types(inner)}" : fault.GetType().FullName!;
}

using Microsoft.Extensions.Logging.Console;

namespace Onus.Web.Errors;

/// <summary>
/// What is logged of a request: its reference, its method, the pattern of its route, the answer and the time it took.
/// Never the address itself, a query or a form value: they may hold what people searched for or wrote.
/// </summary>
public static class RequestLog
{
    /// <summary>Logs to the console, one line a message, in UTC. The framework's own lines are kept to warnings, because they show
    /// addresses; that it listens is said by the program itself.</summary>
    public static void AddRequestLog(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
    }

    /// <summary>Writes the line when the answer is complete.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Onus.Requests");
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var start = time.GetTimestamp();
            await next(context);
            log.LogInformation(
                "{Reference} {Method} {Route} {Status} {Milliseconds} ms",
                context.TraceIdentifier,
                Method(context.Request.Method),
                RouteOf(context),
                context.Response.StatusCode,
                (long)time.GetElapsedTime(start).TotalMilliseconds);
        });
    }

    /// <summary>The pattern of the route, for example <c>/cases/{id}</c>; a dash where nothing answers.</summary>
    internal static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint ?? context.Items[typeof(RouteEndpoint)] as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    // The method is the client's text as well: only the known ones are repeated.
    private static string Method(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "other";
}

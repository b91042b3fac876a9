using System.Collections.Concurrent;
using System.Security.Claims;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Web.Ui;

namespace Onus.Web.Accounts;

/// <summary>
/// A form that is sent twice acts once, and the second sending leads where the first one led. Two sendings of one form wait for each other here;
/// whether it has acted is known to the database, so that a restart or another server does not forget it.
/// </summary>
/// <remarks>Forms that carry files are read as a stream by their endpoint, which checks the key itself.</remarks>
public static class FormOnce
{
    /// <summary>Stops a form that has acted before any page looks at it: what it changed is no longer as the form saw it.</summary>
    public static void UseFormsOnce(this WebApplication app)
    {
        var sendings = new ConcurrentDictionary<Guid, Sending>();
        app.Use(async (context, next) =>
        {
            if (await KeyOf(context) is not { } key || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account)
            {
                await next(context);
                return;
            }

            var sending = sendings.GetOrAdd(key, _ => new Sending());
            Interlocked.Increment(ref sending.Waiting);
            await sending.Turn.WaitAsync(context.RequestAborted);
            try
            {
                if (await context.RequestServices.GetRequiredService<OnusStore>().HasActed(key, new AccountId(Guid.Parse(account)), context.RequestAborted))
                {
                    context.Response.StatusCode = StatusCodes.Status303SeeOther;
                    context.Response.Headers.Location = sending.LedTo ?? context.Request.PathBase + context.Request.Path + context.Request.QueryString;
                    return;
                }

                await next(context);
                sending.LedTo = context.Response.Headers.Location is [{ Length: > 0 } target] ? target : null;
            }
            finally
            {
                sending.Turn.Release();
                if (Interlocked.Decrement(ref sending.Waiting) == 0)
                {
                    sendings.TryRemove(key, out _);
                }
            }
        });
    }

    private static async Task<Guid?> KeyOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && Guid.TryParse((await context.Request.ReadFormAsync(context.RequestAborted))[PostForm.KeyName], out var key) ? key : null;

#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to give back, and another sending may be about to wait for it.
    private sealed class Sending
#pragma warning restore CA1001
    {
        public readonly SemaphoreSlim Turn = new(1);
        public int Waiting;

        /// <summary>Where the first sending led; null where it stayed on its page.</summary>
        public string? LedTo;
    }
}

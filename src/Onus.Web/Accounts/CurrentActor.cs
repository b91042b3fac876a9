using System.Security.Claims;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Web.Ui;

namespace Onus.Web.Accounts;

/// <summary>The person behind this request, with the memberships they have at this moment and the form they sent.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, OnusStore store)
{
    private Actor? known;

    /// <summary>The actor.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot that only signed-in people reach it.</exception>
    public async Task<Actor> Get()
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("There is no request.");
        if (known is not null)
        {
            return known;
        }

        var id = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var value) ? value : Guid.Empty;
        Guid? form = null;
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            var sent = (await context.Request.ReadFormAsync(context.RequestAborted))[PostForm.KeyName].ToString();
            form = Guid.TryParse(sent, out var key) ? key : null;
        }

        return known = await store.ActorOf(new AccountId(id), form, context.RequestAborted)
            ?? throw new InvalidOperationException("The account of this session does not exist any more.");
    }
}

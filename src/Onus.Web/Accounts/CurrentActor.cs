using System.Security.Claims;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Web.Ui;

namespace Onus.Web.Accounts;

/// <summary>The person behind this request, with the memberships they have at this moment and the form they sent.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, OnusStore store)
{
    private Actor? signedIn;
    private Actor? known;

    /// <summary>The actor.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot that only signed-in people reach it.</exception>
    public async Task<Actor> Get()
    {
        if (known is not null)
        {
            return known;
        }

        var request = Context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return await Get(form: null);
        }

        var sent = (await request.ReadFormAsync(Context.RequestAborted))[PostForm.KeyName].ToString();
        return await Get(Guid.TryParse(sent, out var key) ? key : null);
    }

    /// <summary>The actor, where the request is a stream that must not be read as a form.</summary>
    /// <param name="form">The key of the form, or null.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Actor> Get(Guid? form)
    {
        var found = await Find(Context.User) ?? throw new InvalidOperationException("The account of this session does not exist any more.");
        return known = found with { Form = form };
    }

    /// <summary>Whom a session names, asked for once in a request; null where there is no such account here.</summary>
    public async Task<Actor?> Find(ClaimsPrincipal? session)
    {
        var id = new AccountId(Guid.TryParse(session?.FindFirstValue(ClaimTypes.NameIdentifier), out var value) ? value : Guid.Empty);
        return signedIn = signedIn?.Account == id ? signedIn : await store.ActorOf(id, form: null, Context.RequestAborted);
    }

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no request.");
}

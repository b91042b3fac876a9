using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Onus.Casework.Proof;

namespace Onus.Web.CaseShell;

/// <summary>
/// A request that a page has drafted travels to its form in the address, sealed. Drafts name what a case rests on and who holds what; the history of a
/// browser outlives the session and is nobody's record.
/// </summary>
public sealed class SealedAsk(IDataProtectionProvider keys)
{
    /// <summary>The address of the form with this draft in it.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="ask">The draft.</param>
    public string Href(string reference, Ask ask) => $"/cases/{reference}/requests/new?draft={Seal(reference).Protect(JsonSerializer.Serialize(ask))}";

    /// <summary>The draft of an address; null where there is none, or one that was not sealed here, or for another case.</summary>
    public Ask? Open(string reference, string? draft)
    {
        if (string.IsNullOrEmpty(draft))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Ask>(Seal(reference).Unprotect(draft));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Seal(string reference) => keys.CreateProtector("onus.requests.draft", reference);
}

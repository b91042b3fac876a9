using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Verification;

namespace Onus.Casework.Verification;

/// <summary>
/// Checks a data folder: the log against itself, the files against their hashes, and every citation of every record and exhibit against the
/// very bytes it names.
/// </summary>
public sealed partial class VerifyDataFolder(OnusStore store)
{
    private const int AtOnce = 20_000;

    /// <summary>How much was checked; read it after the last finding.</summary>
    /// <param name="Files">Files.</param>
    /// <param name="Citations">Citations looked up.</param>
    public sealed record Count(int Files, long Citations);

    /// <summary>How much has been checked so far.</summary>
    public Count Checked { get; private set; } = new(0, 0);

    /// <summary>Everything that does not hold, and what somebody should know.</summary>
    public async IAsyncEnumerable<Finding> Handle([EnumeratorCancellation] CancellationToken cancel)
    {
        var verification = new StoreVerification(store);
        await foreach (var finding in verification.Log(cancel))
        {
            yield return finding;
        }

        var files = await verification.Files(cancel);
        foreach (var (number, file) in files.Index())
        {
            Checked = Checked with { Files = Checked.Files + 1 };
            if (file is null)
            {
                yield return StoreVerification.Unreadable(number + 1);
                continue;
            }

            if (verification.Blob(file) is { } changed)
            {
                // What is cited in other bytes can't be looked up; the file itself is the finding.
                yield return changed;
                continue;
            }

            await foreach (var batch in verification.Citations(file, cancel).Chunk(AtOnce).WithCancellation(cancel))
            {
                Checked = Checked with { Citations = Checked.Citations + batch.Length };
                foreach (var finding in await Look(file, batch, cancel))
                {
                    yield return finding;
                }
            }
        }

        foreach (var orphan in verification.Orphans([.. files.OfType<Material>()]))
        {
            yield return orphan;
        }
    }

    /// <summary>What does not hold among citations of one file. A child looks into the file, as nothing else opens what came from outside.</summary>
    private async Task<IReadOnlyList<Finding>> Look(Material file, IReadOnlyList<Citation> batch, CancellationToken cancel)
    {
        List<Locator> places = [.. batch.Where(citation => citation.Locator is not null).Select(citation => citation.Locator!)];
        var looked = places.Count == 0 ? [] : await PlaceProcess.Check(store.Vault.PathOf(file.VaultName), file.Charset, places, cancel);
        var findings = new List<Finding>();
        var at = 0;
        foreach (var citation in batch)
        {
            if (citation.Locator is not { } locator)
            {
                findings.Add(new(citation.What, citation.Where, "row-unreadable"));
                continue;
            }

            if (citation.Id is { } id && id != RecordIdentity.Of(locator.Blob, locator.Chain, locator.At))
            {
                findings.Add(new(citation.What, citation.Where, "other-identity"));
            }

            var found = looked[at++];
            if (found != LocatorFinding.Holds)
            {
                findings.Add(new(citation.What, citation.Where + ", " + file.Title, CodeOf(found)));
            }
        }

        return findings;
    }

    /// <summary>"OtherSlice" is <c>other-slice</c>.</summary>
    private static string CodeOf(LocatorFinding finding) => Capital().Replace(finding.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
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

            var check = new LocatorCheck(AsEvidence(file));
            await foreach (var citation in verification.Citations(file, cancel))
            {
                Checked = Checked with { Citations = Checked.Citations + 1 };
                if (citation.Locator is not { } locator)
                {
                    yield return new Finding(citation.What, citation.Where, "row-unreadable");
                    continue;
                }

                if (citation.Id is { } id && id != RecordIdentity.Of(locator.Blob, locator.Chain, locator.At))
                {
                    yield return new Finding(citation.What, citation.Where, "other-identity");
                }

                var found = check.Of(locator);
                if (found != LocatorFinding.Holds)
                {
                    yield return new Finding(citation.What, citation.Where + ", " + file.Title, CodeOf(found));
                }
            }
        }

        foreach (var orphan in verification.Orphans([.. files.OfType<Material>()]))
        {
            yield return orphan;
        }
    }

    private EvidenceFile AsEvidence(Material file)
    {
        using var bytes = store.Vault.Open(file.VaultName);
        var prefix = new byte[EvidenceFile.PrefixLength];
        var length = bytes.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return new EvidenceFile(file.Name, file.Blob, file.Bytes, prefix.AsMemory(0, length), () => store.Vault.Open(file.VaultName)) { Charset = file.Charset };
    }

    /// <summary>"OtherSlice" is <c>other-slice</c>.</summary>
    private static string CodeOf(LocatorFinding finding) => Capital().Replace(finding.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}

using System.Collections.Frozen;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Domain.Requests;

namespace Onus.Store.Database;

/// <summary>
/// What the log calls a kind of row. These names stand in entries that are kept for ever: a type may be renamed, its name here may not. A new type gets a name that no
/// row ever had.
/// </summary>
internal static class RowNames
{
    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(Account)] = "Account",
        [typeof(Case)] = "Case",
        [typeof(CaseMember)] = "CaseMember",
        [typeof(Person)] = "Person",
        [typeof(WishEntry)] = "WishEntry",
        [typeof(NotAPerson)] = "NotAPerson",
        [typeof(Foundation)] = "Foundation",
        [typeof(Material)] = "Material",
        [typeof(ImportRun)] = "ImportRun",
        [typeof(Job)] = "Job",
        [typeof(MarkedRecord)] = "RecordRow",
        [typeof(Exhibit)] = "Exhibit",
        [typeof(ReadingDifference)] = "ReadingDifference",
        [typeof(Fact)] = "Fact",
        [typeof(ExhibitTie)] = "ExhibitTie",
        [typeof(FactTie)] = "FactTie",
        [typeof(EnoughTogether)] = "EnoughTogether",
        [typeof(Count)] = "Count",
        [typeof(Challenge)] = "Challenge",
        [typeof(EvidenceRequest)] = "EvidenceRequest",
        [typeof(RequestReason)] = "RequestReason",
        [typeof(RetentionWatch)] = "RetentionWatch",
        [typeof(GapAnswer)] = "GapAnswer",
        [typeof(SharedWhatIf)] = "SharedWhatIf",
        [typeof(SavedProfile)] = "SavedProfile",
        [typeof(Grant)] = "Grant",
    }.ToFrozenDictionary();

    /// <summary>The name of a kind of row.</summary>
    /// <exception cref="InvalidOperationException">It has none: a bug, found by a test over all tables.</exception>
    public static string Of(Type type) => Names.TryGetValue(type, out var name) ? name : throw new InvalidOperationException($"The log has no name for {type.Name}.");

    /// <summary>Whether a kind of row has one.</summary>
    public static bool Has(Type type) => Names.ContainsKey(type);
}

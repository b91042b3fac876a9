using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>One drop of files: nothing is skipped silently, so Seen = Stored + the number of rejected names.</summary>
public sealed record ImportRun : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, by display name.</summary>
    public required string By { get; init; }

    /// <summary>Who, by account: for whom these files are read. Null where an earlier version noted the name alone and it is nobody's, or several people's.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Files seen.</summary>
    public required int Seen { get; init; }

    /// <summary>Files stored.</summary>
    public required int Stored { get; init; }

    /// <summary>Files not stored, each with its reason.</summary>
    public required IReadOnlyList<RejectedFile> Rejected { get; init; }
}

/// <summary>A file that was not stored.</summary>
/// <param name="Name">Its name as received.</param>
/// <param name="Reason">Why, as a key under <c>rejected.</c> in the languages: <c>already-here</c>, <c>name-leaves-folder</c>, ...</param>
/// <param name="Detail">What the sentence names, such as the title of the file that is here already.</param>
public sealed record RejectedFile(string Name, string Reason, string Detail = "");

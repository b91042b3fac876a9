using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>A what-if that counsel chose to keep and share with those who may see counsel's papers.</summary>
public sealed record SharedWhatIf : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>What is struck.</summary>
    public required IReadOnlyList<FoundationId> Struck { get; init; }

    /// <summary>A name for it.</summary>
    public required string Title { get; init; }

    /// <summary>Who kept it, by display name.</summary>
    public required string Author { get; init; }
}

/// <summary>A column profile of the unit, by name. JSON as the reading process takes it.</summary>
public sealed record SavedProfile
{
    /// <summary>Name by which people choose it.</summary>
    public required string Name { get; init; }

    /// <summary>The profile.</summary>
    public required string Json { get; init; }

    /// <summary>Counts changes from 1.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>A form that has been used: the same form sent again does nothing.</summary>
public sealed record UsedForm
{
    /// <summary>The form's own key.</summary>
    public required Guid Form { get; init; }

    /// <summary>Who sent it.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

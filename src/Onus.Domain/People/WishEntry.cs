using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>A wish about testifying as somebody said it once. The newest decides; older ones stay.</summary>
public sealed record WishEntry : CaseRow
{
    /// <summary>Identity; of two wishes said on one day, the greater was noted later.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Whose wish it is.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The wish.</summary>
    public required TestimonyWish Wish { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Who said it, where it was not the person: a guardian, the advocate; empty where it was.</summary>
    public string SaidBy { get; init; } = "";

    /// <summary>To whom it was said.</summary>
    public required string SaidTo { get; init; }

    /// <summary>In which words, under which conditions; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who noted it here, by display name at that time.</summary>
    public required string NotedBy { get; init; }

    /// <summary>When it was noted, in UTC.</summary>
    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>What follows from the wishes of a person.</summary>
public static class Wishes
{
    /// <summary>The entries, newest first: by the day on which they were said, then as they were noted.</summary>
    public static IReadOnlyList<WishEntry> NewestFirst(IEnumerable<WishEntry> entries) =>
        [.. entries.OrderByDescending(e => e.SaidOn).ThenByDescending(e => e.NotedAt).ThenByDescending(e => e.Id)];

    /// <summary>The wish that decides; <see cref="TestimonyWish.NotRecorded"/> where none was noted.</summary>
    public static TestimonyWish Now(IEnumerable<WishEntry> entries) => NewestFirst(entries) is [var newest, ..] ? newest.Wish : TestimonyWish.NotRecorded;
}

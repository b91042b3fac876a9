using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Onus.Domain.Shared;

namespace Onus.Store;

/// <summary>
/// What was worked out from the rows of a case, kept in memory until somebody acts in the case: every act ends in the log, so what was worked out when the log of
/// the case stood where it stands now, for somebody who sees the same, is still so. Ten minutes after it was last asked for it is let go, because it holds words of
/// the evidence.
/// </summary>
/// <remarks>Another program on the same folder moves the same log. What does not come from rows of the case, such as the law, belongs to the question.</remarks>
public sealed class Kept : IDisposable
{
    private const int Most = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The answer to a question about a case, worked out where it is not known.</summary>
    /// <param name="work">What the actor may see.</param>
    /// <param name="id">A case of theirs.</param>
    /// <param name="question">What is asked, with everything that the answer hangs on beside the rows of the case; compared by value.</param>
    /// <param name="answer">Works it out. What it gives is shared by threads.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<T> Of<T>(UnitOfWork work, CaseId id, object question, Func<Task<T>> answer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(answer);
        // Asked before the rows are: what somebody does meanwhile may be in the answer or not, and it is not asked for at that state again.
        var state = await work.Db.Leaves(id).MaxAsync(leaf => (long?)leaf.Sequence, cancel);
        var key = (id, state, work.Actor.SeesOf(id), typeof(T), question);
        if (answers.TryGetValue(key, out T? known))
        {
            return known!;
        }

        var made = await answer();
        answers.Set(key, made, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Longest });
        return made;
    }

    /// <inheritdoc/>
    public void Dispose() => answers.Dispose();
}

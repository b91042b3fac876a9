using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Onus.Casework.Files;
using Onus.Content;
using Onus.Domain.Shared;
using Onus.Web.Accounts;
using Onus.Web.Errors;

namespace Onus.Web.Files;

/// <summary>
/// How far reading is, told to open pages as it changes: numbers and titles, nothing of what is read. However many pages of a case are open, it is looked at once a
/// second for all who see the same of it. A stream ends when nothing is read any more, or after two minutes: a page that is still open asks again, and is let in anew or not.
/// </summary>
internal sealed class LiveReading(WatchReading watch, Texts texts, TimeProvider clock, IHostApplicationLifetime site)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Dictionary<(CaseId Case, string Sees), (DateTimeOffset At, Task<WatchReading.HowFar?> Far)> looked = [];

    /// <summary>Answers with a stream of events, or with "not found" where the case or its record is not theirs to see.</summary>
    public static async Task<IResult> Send(string reference, HttpContext context, CurrentActor current, Casework.Cases.LoadCaseHead heads, LiveReading live)
    {
        var actor = await current.Get();
        var head = await heads.Handle(reference, actor, context.RequestAborted);
        return head.Error is { } error ? ErrorAnswer.Of(error)
            : !actor.MaySee(head.Value.Id, CompartmentKind.Record) ? ErrorAnswer.Of(Error.NotFound("cases.not-found", ("case", reference)))
            : TypedResults.ServerSentEvents(live.Follow(reference, head.Value.Id, actor, context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<State>> Follow(string reference, CaseId id, Actor actor, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone, site.ApplicationStopping);
        var until = clock.GetUtcNow() + Longest;
        State? told = null;
        while (!ending.IsCancellationRequested && clock.GetUtcNow() < until)
        {
            // Nothing is open in the database while the stream is.
            if (await Look(reference, id, actor) is not { } far)
            {
                yield break;
            }

            var state = StateOf(far);
            if (far.Read == far.Total)
            {
                Forget(id, actor);
                yield return new(state, "idle");
                yield break;
            }

            if (state != told)
            {
                told = state;
                yield return new(state, "reading");
            }

            await Task.Delay(Every, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How far it is, at most a second ago, whoever looked of those who see the same; null where there is no such case any more.</summary>
    private Task<WatchReading.HowFar?> Look(string reference, CaseId id, Actor actor)
    {
        lock (looked)
        {
            var now = clock.GetUtcNow();
            if (!looked.TryGetValue((id, actor.SeesOf(id)), out var last) || now - last.At >= Every)
            {
                last = (now, Ask());
                looked[(id, actor.SeesOf(id))] = last;
            }

            return last.Far;
        }

        async Task<WatchReading.HowFar?> Ask() => await watch.Handle(reference, actor, site.ApplicationStopping) is { IsOk: true } found ? found.Value : null;
    }

    private void Forget(CaseId id, Actor actor)
    {
        lock (looked)
        {
            looked.Remove((id, actor.SeesOf(id)));
        }
    }

    private State StateOf(WatchReading.HowFar far) => new(
        far.Read, far.Total, texts.Format("progress.of", ("done", far.Read), ("total", far.Total)), FileWords.ReadingNow(texts, far.Now.Select(one => one.Title)),
        new([.. far.Now.Select(one => new One(one.File.Value.ToString("N"), FileWords.SoFar(texts, one.Records, one.Bytes, one.Of)))]));

    /// <summary>What a page is told.</summary>
    private sealed record State(int Done, int Total, string Text, string Now, Ones Files);

    /// <summary>A file that is being read.</summary>
    private sealed record One(string File, string Text);

    /// <summary>The files, compared one by one, so that a page is told what changed and nothing else.</summary>
    private sealed class Ones(IReadOnlyList<One> all) : List<One>(all), IEquatable<Ones>
    {
        public bool Equals(Ones? other) => other is not null && this.SequenceEqual(other);

        public override bool Equals(object? obj) => Equals(obj as Ones);

        public override int GetHashCode() => Count;
    }
}

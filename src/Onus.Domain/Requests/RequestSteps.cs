using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>How far a request is.</summary>
public enum RequestStatus
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Something, or the word that there is nothing, came back.</summary>
    Answered,

    /// <summary>What came was not what was asked for: it is to be answered again.</summary>
    SentBack,

    /// <summary>Nothing more is expected.</summary>
    Closed,
}

/// <summary>How much of what was asked for came.</summary>
public enum Came
{
    /// <summary>Not said; never the answer of a request.</summary>
    NotSaid = 0,

    /// <summary>Nothing: the answer is that there is none, or that it is refused.</summary>
    Nothing,

    /// <summary>A part.</summary>
    Partly,

    /// <summary>All of it.</summary>
    InFull,
}

/// <summary>Something that happened to a request.</summary>
/// <param name="Status">How far it is then.</param>
/// <param name="By">Who noted it, by display name at that time.</param>
/// <param name="At">When it was noted, in UTC.</param>
/// <param name="Words">What came, or why; may be empty where nothing has to be said.</param>
/// <param name="Came">How much came; <see cref="Requests.Came.NotSaid"/> for everything but an answer.</param>
/// <param name="Files">Files of the case that came.</param>
public sealed record RequestStep(RequestStatus Status, string By, DateTimeOffset At, string Words, Came Came, IReadOnlyList<MaterialId> Files);

/// <summary>The steps that a request may take.</summary>
public static class RequestSteps
{
    // A step that takes something back, or gives something up, says why; so does sending back, which its reader has to understand.
    private static readonly (RequestStatus From, RequestStatus To, bool WithReason)[] Allowed =
    [
        (RequestStatus.Draft, RequestStatus.Sent, false),
        (RequestStatus.Draft, RequestStatus.Closed, true),
        (RequestStatus.Sent, RequestStatus.Draft, false),
        (RequestStatus.Sent, RequestStatus.Answered, false),
        (RequestStatus.Sent, RequestStatus.Closed, true),
        (RequestStatus.Answered, RequestStatus.Sent, true),
        (RequestStatus.Answered, RequestStatus.SentBack, true),
        (RequestStatus.Answered, RequestStatus.Closed, false),
        (RequestStatus.SentBack, RequestStatus.Answered, false),
        (RequestStatus.SentBack, RequestStatus.Closed, true),
        (RequestStatus.Closed, RequestStatus.SentBack, true),
    ];

    /// <summary>Takes a step.</summary>
    /// <param name="request">The request as it stands.</param>
    /// <param name="step">What happened.</param>
    /// <returns>
    /// The request after it; <c>requests.stopped</c>, <c>requests.step</c> where this cannot follow, <c>requests.reason-missing</c>,
    /// <c>requests.came-missing</c> where an answer does not say how much came, <c>requests.came-what</c> where it does not say what.
    /// </returns>
    public static Result<EvidenceRequest> Take(EvidenceRequest request, RequestStep step)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(step);
        if (request.Stopped.Length > 0)
        {
            return Error.Invalid("requests.stopped");
        }

        var rule = Array.FindIndex(Allowed, allowed => allowed.From == request.Status && allowed.To == step.Status);
        if (rule < 0)
        {
            return Error.Invalid("requests.step");
        }

        var words = step.Words.Trim();
        if (Allowed[rule].WithReason && words.Length == 0)
        {
            return Error.Invalid("requests.reason-missing");
        }

        if (step.Status != RequestStatus.Answered)
        {
            return request with { Status = step.Status, Steps = [.. request.Steps, step with { Words = words, Came = Came.NotSaid, Files = [] }] };
        }

        return step.Came == Came.NotSaid ? Error.Invalid("requests.came-missing")
            : step.Came != Came.Nothing && words.Length == 0 && step.Files.Count == 0 ? Error.Invalid("requests.came-what")
            : step.Came == Came.Nothing && step.Files.Count > 0 ? Error.Invalid("requests.came-nothing")
            : request with { Status = step.Status, Steps = [.. request.Steps, step with { Words = words }] };
    }

    /// <summary>The newest answer; null where none came.</summary>
    public static RequestStep? AnswerOf(EvidenceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Steps.LastOrDefault(step => step.Status == RequestStatus.Answered);
    }
}

using Onus.Domain.Shared;

namespace Onus.Web.Errors;

/// <summary>The answer of an endpoint to a use case that returned an <see cref="Error"/>.</summary>
public static class ErrorAnswer
{
    /// <summary>
    /// A page with the error's own sentence: 404 for what is not there or not theirs, 409 for what somebody else changed,
    /// 400 for the rest. A page that can show the form again does that instead, with <see cref="Ui.FormErrors"/>.
    /// </summary>
    public static IResult Of(Error error) => new ErrorResult(error);

    /// <summary>The page of a form that was open too long, or that another person opened.</summary>
    public static IResult Expired() => new ExpiredResult();

    private sealed class ExpiredResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ErrorPages.Write(httpContext, StatusCodes.Status400BadRequest, "expired");
    }

    private sealed class ErrorResult(Error error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (status, problem) = error.Kind switch
            {
                ErrorKind.NotFound => (StatusCodes.Status404NotFound, "not-found"),
                ErrorKind.Conflict => (StatusCodes.Status409Conflict, "conflict"),
                // It was understood, and the sentence says why it is not done.
                _ => (StatusCodes.Status400BadRequest, "refused"),
            };
            // "Is not there" and "is not yours" read alike, to the letter.
            return ErrorPages.Write(httpContext, status, problem, error.Kind == ErrorKind.NotFound ? null : error);
        }
    }
}

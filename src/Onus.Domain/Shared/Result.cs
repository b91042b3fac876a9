namespace Onus.Domain.Shared;

/// <summary>What an <see cref="Error"/> means for the person who asked, and so which page or exit code answers it.</summary>
public enum ErrorKind
{
    /// <summary>The input is wrong or needs a decision; the sentence says what and where.</summary>
    Invalid = 0,

    /// <summary>There is no such thing, or this person may not see it: both give the same answer.</summary>
    NotFound = 1,

    /// <summary>Somebody else changed it since it was read.</summary>
    Conflict = 2,
}

/// <summary>
/// Why something was not done, as a key into <c>content/languages/&lt;language&gt;/errors.yaml</c> and the values its sentence names.
/// Errors are answers, not exceptions: an exception is a bug, a lost disk or a cancelled request.
/// </summary>
/// <param name="Kind">How the answer is given.</param>
/// <param name="Key">Key of the sentence, for example <c>files.date-order-contradicted</c>.</param>
/// <param name="Values">Named values of the sentence. Never a survivor's name, never evidence text.</param>
public sealed record Error(ErrorKind Kind, string Key, params IReadOnlyList<(string Name, ErrorValue Value)> Values)
{
    /// <summary>An answer to wrong or undecided input.</summary>
    public static Error Invalid(string key, params IReadOnlyList<(string Name, ErrorValue Value)> values) => new(ErrorKind.Invalid, key, values);

    /// <summary>An answer that does not tell "is not there" from "is not yours".</summary>
    public static Error NotFound(string key, params IReadOnlyList<(string Name, ErrorValue Value)> values) => new(ErrorKind.NotFound, key, values);

    /// <summary>An answer to a change that came too late.</summary>
    public static Error Conflict(string key, params IReadOnlyList<(string Name, ErrorValue Value)> values) => new(ErrorKind.Conflict, key, values);

    /// <summary>The value of a name, or null where the sentence has none: a page learns from it which field or row is meant.</summary>
    public ErrorValue? this[string name] => Values.FirstOrDefault(value => value.Name == name).Value;
}

/// <summary>Either a value or the <see cref="Shared.Error"/> that says why there is none.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>Why there is no value, or null.</summary>
    public Error? Error { get; }

    /// <summary>Whether <see cref="Value"/> may be read.</summary>
    public bool IsOk => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: look at <see cref="Error"/> first.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException("There is no value: " + Error.Key);

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>An error is a result.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}

using System.Net;

namespace DigestBot.Teams;

/// <summary>A request to the service that did not succeed. Its text never has anything of what was sent.</summary>
public sealed class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the service answered; null where it did not.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>One of <see cref="ErrorCodes"/>, or another.</summary>
    public string? Code { get; init; }

    /// <summary>A code within the error; where there is one, it says more than <see cref="Code"/>.</summary>
    public string? SubCode { get; init; }

    /// <summary>The service's own words, for people.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where nobody knows whether the service did what it was asked: it may stand in the conversation.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Whether it was refused for its size: in smaller parts it would arrive.</summary>
    public bool ShouldSplit => StatusCode == HttpStatusCode.RequestEntityTooLarge || Is(ErrorCodes.MessageSizeTooBig);

    /// <summary>Whether the service gave this code, in either place.</summary>
    public bool Is(string code) =>
        string.Equals(Code, code, StringComparison.OrdinalIgnoreCase) || string.Equals(SubCode, code, StringComparison.OrdinalIgnoreCase);
}

using System.Net;

namespace DigestBot.Teams;

/// <summary>No token could be had. Nothing was sent to the service.</summary>
public sealed class BotTokenException : Exception
{
    public BotTokenException()
    {
    }

    public BotTokenException(string message)
        : base(message)
    {
    }

    public BotTokenException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the login service answered; null where it did not.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The directory's own code, such as AADSTS700016: it says what is wrong with the registration.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it may work later, without anybody's doing.</summary>
    public bool IsTransient { get; init; }
}

using System.Net;

namespace DigestBot.Teams;

/// <summary>The answer to an invoke: it is the HTTP answer itself.</summary>
public sealed record InvokeResponse
{
    /// <summary>An HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>Written as JSON; null for an empty answer.</summary>
    public object? Body { get; init; }

    public static InvokeResponse Of(HttpStatusCode status, object? body = null) => new() { Status = (int)status, Body = body };
}

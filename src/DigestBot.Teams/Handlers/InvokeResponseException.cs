using System.Net;

namespace DigestBot.Teams;

/// <summary>Thrown by a handler to answer an invoke with a status other than success.</summary>
public sealed class InvokeResponseException : Exception
{
    public InvokeResponseException()
        : this(HttpStatusCode.InternalServerError)
    {
    }

    public InvokeResponseException(string message)
        : base(message) => Status = HttpStatusCode.InternalServerError;

    public InvokeResponseException(string message, Exception innerException)
        : base(message, innerException) => Status = HttpStatusCode.InternalServerError;

    public InvokeResponseException(HttpStatusCode status, object? body = null)
        : base($"The invoke is answered with {(int)status}.") => (Status, Body) = (status, body);

    public HttpStatusCode Status { get; }

    public object? Body { get; }

    /// <summary>501: nobody handles an invoke of that name.</summary>
    public static InvokeResponseException NotImplemented() => new(HttpStatusCode.NotImplemented);
}

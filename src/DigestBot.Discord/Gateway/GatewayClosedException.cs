namespace DigestBot.Discord;

/// <summary>A connection to the gateway ended. The message is one sentence; where it is final, it says what the owner has to do.</summary>
public sealed class GatewayClosedException : Exception
{
    public GatewayClosedException()
    {
    }

    public GatewayClosedException(string message)
        : base(message)
    {
    }

    public GatewayClosedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The number with which the gateway closed; null where the connection just ended or we ended it.</summary>
    public int? CloseCode { get; init; }

    /// <summary>The client will not connect again.</summary>
    public bool IsFatal { get; init; }
}

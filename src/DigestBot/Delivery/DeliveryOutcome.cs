namespace DigestBot.Delivery;

/// <summary>How one attempt to send ended: exactly one of the cases below.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The platform accepted the part.</summary>
    public sealed record Delivered(string MessageId) : DeliveryOutcome;

    /// <summary>It did not arrive, and is worth another try: rate limit, server error, no connection.</summary>
    /// <param name="Reason">One line for the trail.</param>
    /// <param name="After">How long the platform asks to wait; null to let us choose.</param>
    /// <param name="WholePlatform">True when the wait is for every channel of the platform.</param>
    public sealed record RetryLater(string Reason, TimeSpan? After = null, bool WholePlatform = false) : DeliveryOutcome;

    /// <summary>Will never succeed as it is.</summary>
    /// <param name="Reason">One sentence that a manager understands.</param>
    /// <param name="ChannelLost">True when the channel is gone or forbids us, whatever we send.</param>
    public sealed record Rejected(string Reason, bool ChannelLost) : DeliveryOutcome
    {
        /// <summary>True where one refusal says as much as many, and nothing but the person who reads there can change it.</summary>
        public bool ByReader { get; init; }
    }

    /// <summary>The request left, and nobody knows whether it arrived: timeout, connection lost.</summary>
    public sealed record Unconfirmed(string Reason) : DeliveryOutcome;
}

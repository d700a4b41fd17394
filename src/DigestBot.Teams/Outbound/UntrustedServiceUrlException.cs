namespace DigestBot.Teams;

/// <summary>
/// A service that no checked activity has named, or on a host that is not on the list. Nothing was sent there. What was
/// stored before the bot was started anew is to be named with <see cref="TrustedServiceUrls.Trust"/>.
/// </summary>
public sealed class UntrustedServiceUrlException : Exception
{
    public UntrustedServiceUrlException()
        : base("The service is not trusted with the bot's token; nothing was sent.")
    {
    }

    public UntrustedServiceUrlException(string message)
        : base(message)
    {
    }

    public UntrustedServiceUrlException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace DigestBot.Teams;

/// <summary>The service of a conversation.</summary>
public interface IConnectorClient
{
    /// <summary>Its base address.</summary>
    Uri BaseUri { get; }

    IConversations Conversations { get; }

    ITeamsOperations Teams { get; }
}

/// <summary>Makes clients. They cost nothing, and share budgets and token.</summary>
public interface IConnectorClientFactory
{
    /// <param name="serviceUrl">The service, as an activity names it.</param>
    /// <param name="tenantId">The organization, in whose budget the requests are counted; null for the bot's own.</param>
    /// <param name="retryMode">Null for what the options say.</param>
    IConnectorClient Create(string serviceUrl, string? tenantId = null, RetryMode? retryMode = null);
}

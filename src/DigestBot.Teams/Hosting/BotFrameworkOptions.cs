using System.ComponentModel.DataAnnotations;

namespace DigestBot.Teams;

/// <summary>How the bot is registered, and what it allows. The keys are those that Bot Framework's own software reads.</summary>
public sealed record BotFrameworkOptions
{
    /// <summary>How the app was registered.</summary>
    public MicrosoftAppType MicrosoftAppType { get; init; } = MicrosoftAppType.SingleTenant;

    /// <summary>The app's id in the directory: the audience of every token that comes in.</summary>
    public string? MicrosoftAppId { get; init; }

    /// <summary>The app's secret. Never logged.</summary>
    public string? MicrosoftAppPassword { get; init; }

    /// <summary>The app's home tenant, where its tokens come from.</summary>
    public string? MicrosoftAppTenantId { get; init; }

    /// <summary>The cloud: empty for the public one, "https://botframework.azure.us" or "https://botframework.azure.cn".</summary>
    public string? ChannelService { get; init; }

    /// <summary>Where tokens come from, in place of what the cloud and the tenant say.</summary>
    public Uri? ToChannelFromBotLoginUrl { get; init; }

    public string? ToChannelFromBotOAuthScope { get; init; }

    public string? ToBotFromChannelTokenIssuer { get; init; }

    public Uri? ToBotFromChannelOpenIdMetadataUrl { get; init; }

    /// <summary>Organizations whose activities are taken; empty for every one that the channel vouches for.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Hosts besides the cloud's own to which the bot's token may go.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>No tokens in either direction, from this machine only: for a channel that runs beside the bot.</summary>
    public bool Emulator { get; init; }

    /// <summary>Largest activity that is read, in bytes.</summary>
    [Range(4 * 1024, 4 * 1024 * 1024)]
    public int MaxActivitySize { get; init; } = 256 * 1024;

    /// <summary>Activities that wait for their turn; when it is full the channel is asked to come again.</summary>
    [Range(1, 100_000)]
    public int QueueCapacity { get; init; } = 1_000;

    /// <summary>Turns at the same time.</summary>
    [Range(1, 256)]
    public int MaxConcurrentTurns { get; init; } = 8;

    /// <summary>Invokes at the same time; their callers wait for an answer, so they do not queue.</summary>
    [Range(1, 1_024)]
    public int MaxConcurrentInvokes { get; init; } = 64;

    /// <summary>An invoke is answered within this time, with 504 if need be. Teams gives five seconds to some of them.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5000000", "00:00:15")]
    public TimeSpan InvokeDeadline { get; init; } = TimeSpan.FromSeconds(4.5);

    /// <summary>So many activities are remembered in order to drop the ones that come again.</summary>
    [Range(100, 1_000_000)]
    public int RememberedActivities { get; init; } = 10_000;

    /// <summary>Whether the client sends again what was refused for the moment; a caller can say otherwise for its own requests.</summary>
    public RetryMode RetryMode { get; init; } = RetryMode.Retry;

    /// <summary>How long one request to the service may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:40")]
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a request may wait for room in the budget of its conversation before it is given up unsent.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MaxBudgetWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Which bot it is; the secret is not said.</summary>
    public override string ToString() => $"{MicrosoftAppType} bot {MicrosoftAppId} of tenant {MicrosoftAppTenantId}";
}

/// <summary>How an app is registered.</summary>
public enum MicrosoftAppType
{
    /// <summary>Tokens come from the app's home tenant. Other organizations may install the app all the same.</summary>
    SingleTenant,

    /// <summary>The old kind, which cannot be created any more: tokens come from the tenant "botframework.com".</summary>
    MultiTenant,

    /// <summary>Tokens come from the machine's own identity; needs an <see cref="IBotTokenProvider"/> that can ask for them.</summary>
    UserAssignedMSI,
}

/// <summary>Whether the client sends again what was refused for the moment.</summary>
public enum RetryMode
{
    /// <summary>429, 412, 502, 503 and 504 are tried again a few times.</summary>
    Retry,

    /// <summary>One attempt: for callers that keep what they send and try again themselves.</summary>
    None,
}

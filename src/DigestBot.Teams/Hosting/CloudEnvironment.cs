namespace DigestBot.Teams;

/// <summary>The addresses and names of one Microsoft cloud.</summary>
public sealed record CloudEnvironment
{
    private const string LegacyTenant = "botframework.com";
    private const string DefaultScope = "/.default";

    public static readonly CloudEnvironment Public = new()
    {
        Login = new Uri("https://login.microsoftonline.com"),
        Scope = "https://api.botframework.com/.default",
        Issuer = "https://api.botframework.com",
        OpenIdMetadata = new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        ServiceHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
        MovedTo = new Uri("https://smba.infra.gcc.teams.microsoft.com/teams"),
    };

    public static readonly CloudEnvironment Government = new()
    {
        Login = new Uri("https://login.microsoftonline.us"),
        Scope = "https://api.botframework.us/.default",
        Issuer = "https://api.botframework.us",
        OpenIdMetadata = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        ServiceHosts = ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"],
    };

    /// <remarks>
    /// No service host of this cloud is documented, so <see cref="BotFrameworkOptions.AllowedServiceHosts"/> must name it.
    /// </remarks>
    public static readonly CloudEnvironment China = new()
    {
        Login = new Uri("https://login.partner.microsoftonline.cn"),
        Scope = "https://api.botframework.azure.cn/.default",
        Issuer = "https://api.botframework.azure.cn",
        OpenIdMetadata = new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        ServiceHosts = [],
    };

    /// <summary>Where tokens come from; without a tenant.</summary>
    public required Uri Login { get; init; }

    /// <summary>What the bot's token is for.</summary>
    public required string Scope { get; init; }

    /// <summary>Who signs what comes in.</summary>
    public required string Issuer { get; init; }

    public required Uri OpenIdMetadata { get; init; }

    /// <summary>Hosts of the channel's service that Microsoft's documents name: the bot's token may go there.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    /// <summary>The service of tenants that the cloud's own one refuses as living elsewhere; null where there is none.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>The cloud that the options name; null where they name one that is not known.</summary>
    public static CloudEnvironment? Named(string? channelService) => channelService?.TrimEnd('/').ToLowerInvariant() switch
    {
        null or "" or "https://botframework.com" => Public,
        "https://botframework.azure.us" => Government,
        "https://botframework.azure.cn" => China,
        _ => null,
    };

    /// <summary>The cloud that the options name, with what they put in place of its own.</summary>
    public static CloudEnvironment For(BotFrameworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CloudEnvironment cloud = Named(options.ChannelService)
            ?? throw new ArgumentException($"No cloud is called '{options.ChannelService}'.", nameof(options));
        return cloud with
        {
            Scope = options.ToChannelFromBotOAuthScope is { } scope ? Default(scope) : cloud.Scope,
            Issuer = options.ToBotFromChannelTokenIssuer ?? cloud.Issuer,
            OpenIdMetadata = options.ToBotFromChannelOpenIdMetadataUrl ?? cloud.OpenIdMetadata,
            ServiceHosts = [.. cloud.ServiceHosts, .. options.AllowedServiceHosts],
        };
    }

    /// <summary>Where the bot's token is asked for.</summary>
    public Uri TokenEndpoint(BotFrameworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string tenant = options.MicrosoftAppType == MicrosoftAppType.MultiTenant ? LegacyTenant : options.MicrosoftAppTenantId ?? "";
        string authority = options.ToChannelFromBotLoginUrl?.AbsoluteUri ?? new Uri(Login, Uri.EscapeDataString(tenant)).AbsoluteUri;
        return new Uri(authority.TrimEnd('/') + "/oauth2/v2.0/token");
    }

    // Bot Framework's own software takes this key without the ending, and adds it.
    private static string Default(string scope) =>
        scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope : scope.TrimEnd('/') + DefaultScope;

    /// <summary>Whether a tenant is the one of the old multi-tenant bots, which is nobody's home.</summary>
    internal static bool IsLegacyTenant(string? tenant) => string.Equals(tenant, LegacyTenant, StringComparison.OrdinalIgnoreCase);
}

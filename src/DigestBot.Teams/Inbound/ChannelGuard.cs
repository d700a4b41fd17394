using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Checks that an activity is what its token was given for.</summary>
internal sealed class ChannelGuard(
    ChannelKeys keys, TrustedServiceUrls services, IOptions<BotFrameworkOptions> options)
{
    private readonly HashSet<string> _tenants = new(options.Value.AllowedTenants, StringComparer.OrdinalIgnoreCase);

    /// <returns>Why it is refused; null where it is taken, and then its service is trusted with the bot's token.</returns>
    public async Task<Refusal?> CheckAsync(Activity activity, ChannelToken token, CancellationToken cancellationToken)
    {
        if (!options.Value.Emulator)
        {
            if (!SameService(activity.ServiceUrl, token.ServiceUrl))
            {
                return Refusal.OtherService;
            }

            if (!await keys.EndorseAsync(token.KeyId, activity.ChannelId ?? "", cancellationToken))
            {
                return Refusal.NotEndorsed;
            }
        }

        return !AllTenantsAllowed(activity) ? Refusal.ForeignTenant
            : !services.Trust(activity.ServiceUrl) ? Refusal.UnknownHost
            : null;
    }

    private static bool SameService(string? claimed, string? signed) =>
        claimed is not null && signed is not null
        && string.Equals(WithoutSlash(claimed), WithoutSlash(signed), StringComparison.OrdinalIgnoreCase);

    // One slash: a service that adds more is not one that we know.
    private static string WithoutSlash(string url) => url.EndsWith('/') ? url[..^1] : url;

    // Where both places name a tenant, both must be allowed: the bot may look at either.
    private bool AllTenantsAllowed(Activity activity)
    {
        if (_tenants.Count == 0)
        {
            return true;
        }

        string[] named = [.. new[]
            {
                activity.Conversation?.TenantId,
                activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id,
            }.OfType<string>()];
        return named.Length > 0 && named.All(_tenants.Contains);
    }
}

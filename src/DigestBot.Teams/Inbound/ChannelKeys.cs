using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Teams;

/// <summary>The keys with which the channel signs, and which channel each may vouch for.</summary>
internal sealed class ChannelKeys
{
    private const string Endorsements = "endorsements";
    private static readonly TimeSpan OldestKeys = TimeSpan.FromHours(24);

    // A token with an unknown key makes us look for new keys; a flood of such tokens must not become a flood of requests.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(5);

    public ChannelKeys(CloudEnvironment cloud, IHttpClientFactory http)
    {
        var documents = new HttpDocumentRetriever(http.CreateClient(OutboundHttp.ClientName))
        {
            RequireHttps = !cloud.OpenIdMetadata.IsLoopback,
        };
        Source = new ConfigurationManager<OpenIdConnectConfiguration>(
            cloud.OpenIdMetadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), documents)
        {
            AutomaticRefreshInterval = OldestKeys,
            RefreshInterval = LeastPause,
        };
    }

    public ConfigurationManager<OpenIdConnectConfiguration> Source { get; }

    /// <summary>Whether keys can be had at all, now.</summary>
    public async Task<bool> AreKnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            OpenIdConnectConfiguration configuration = await Source.GetConfigurationAsync(cancellationToken);
            return configuration.JsonWebKeySet is not null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // whatever went wrong there, without keys nobody can be let in
        }
    }

    /// <summary>Whether the key with that name may speak for that channel. A key without endorsements may for none.</summary>
    public async Task<bool> EndorseAsync(string? keyId, string channelId, CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration configuration = await Source.GetConfigurationAsync(cancellationToken);
        JsonWebKey? key = configuration.JsonWebKeySet.Keys.FirstOrDefault(candidate => candidate.KeyId == keyId);
        return key is not null
            && key.AdditionalData.TryGetValue(Endorsements, out object? value)
            && value is JsonElement { ValueKind: JsonValueKind.Array } endorsed
            && endorsed.EnumerateArray().Any(
                channel => channel.ValueKind == JsonValueKind.String && channel.ValueEquals(channelId));
    }
}

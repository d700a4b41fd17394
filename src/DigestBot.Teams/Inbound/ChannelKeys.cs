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

    // While keys cannot be had, whoever asks meanwhile shares one answer: requests must not pile up behind a dead service.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private Task<bool>? _asking;
    private DateTimeOffset _askAgainAt;

    public ChannelKeys(CloudEnvironment cloud, IHttpClientFactory http, TimeProvider clock)
    {
        _clock = clock;
        HttpClient client = http.CreateClient(OutboundHttp.ClientName);
        client.Timeout = Patience;
        Source = new ConfigurationManager<OpenIdConnectConfiguration>(
            cloud.OpenIdMetadata.AbsoluteUri,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client) { RequireHttps = !cloud.OpenIdMetadata.IsLoopback })
        {
            AutomaticRefreshInterval = OldestKeys,
            RefreshInterval = LeastPause,
        };
    }

    public ConfigurationManager<OpenIdConnectConfiguration> Source { get; }

    /// <summary>Whether there are keys. Once there are, there always are: old ones are kept while no new ones can be had.</summary>
    public Task<bool> AreKnownAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_asking is not { } asking
                || (asking is { IsCompletedSuccessfully: true, Result: false } && _clock.GetUtcNow() >= _askAgainAt))
            {
                _asking = asking = AskAsync();
            }

            return asking.WaitAsync(cancellationToken);
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

    // Belongs to no caller. Whatever goes wrong, without keys nobody can be let in.
    private async Task<bool> AskAsync()
    {
        await Task.Yield();
        try
        {
            OpenIdConnectConfiguration configuration = await Source.GetConfigurationAsync(CancellationToken.None);
            return configuration.JsonWebKeySet is not null;
        }
        catch (Exception)
        {
            lock (_gate)
            {
                _askAgainAt = _clock.GetUtcNow() + AfterFailure;
            }

            return false;
        }
    }
}

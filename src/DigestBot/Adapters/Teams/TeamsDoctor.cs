using System.Net;
using DigestBot.Chat;
using DigestBot.Teams;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Teams;

/// <summary>Looks whether Teams can be worked with: app, secret, tenant, the channel's keys, the clock, and the way in.</summary>
internal sealed class TeamsDoctor(
    IBotTokenProvider tokens, CloudEnvironment cloud, IHttpClientFactory http, IOptions<TeamsOptions> options, TimeProvider clock) : IDoctorCheck
{
    // Tokens are good within five minutes of either clock.
    private static readonly TimeSpan MostAmiss = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TeamsOptions _options = options.Value;

    public string Name => "teams";

    public async Task<IReadOnlyList<Finding>> LookAsync(Phrases phrases, CancellationToken cancellationToken) => _options.Emulator
        ? [Finding.Wrong(Name, phrases.DoctorTeamsEmulator, phrases.DoctorTeamsEmulatorRemedy)]
        :
        [
            await TokenAsync(phrases, cancellationToken),
            .. await KeysAsync(phrases, cancellationToken),
            await WayInAsync(phrases, cancellationToken),
        ];

    private async Task<Finding> TokenAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetTokenAsync(cancellationToken);
            return Finding.Fine(Name, phrases.DoctorTeamsToken(_options.AppId));
        }
        catch (BotTokenException refused)
        {
            return refused.StatusCode is null || refused.IsTransient
                ? Finding.Wrong(Name, phrases.DoctorTeamsLoginSilent, phrases.DoctorTeamsNetworkRemedy)
                : Finding.Wrong(Name, phrases.DoctorTeamsTokenBad(refused.Code ?? $"{(int)refused.StatusCode}"), Remedy(refused.Code, phrases));
        }
    }

    private static string Remedy(string? code, Phrases phrases) => code switch
    {
        "AADSTS7000215" or "AADSTS7000222" => phrases.DoctorTeamsSecretRemedy,
        "AADSTS700016" or "AADSTS90002" or "AADSTS900023" => phrases.DoctorTeamsTenantRemedy,
        "AADSTS7000229" => phrases.DoctorTeamsPrincipalRemedy,
        _ => phrases.DoctorTeamsAppRemedy,
    };

    private async Task<IReadOnlyList<Finding>> KeysAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        if (await AskAsync(HttpMethod.Get, cloud.OpenIdMetadata, cancellationToken) is not { } answer)
        {
            return [Finding.Wrong(Name, phrases.DoctorTeamsKeysBad(cloud.OpenIdMetadata.Host), phrases.DoctorTeamsNetworkRemedy)];
        }

        using (answer)
        {
            Finding keys = answer.IsSuccessStatusCode
                ? Finding.Fine(Name, phrases.DoctorTeamsKeys(cloud.OpenIdMetadata.Host))
                : Finding.Wrong(Name, phrases.DoctorTeamsKeysBad(cloud.OpenIdMetadata.Host), phrases.DoctorTeamsNetworkRemedy);
            return answer.Headers.Date is { } theirs ? [keys, Clock((clock.GetUtcNow() - theirs).Duration(), phrases)] : [keys];
        }
    }

    private Finding Clock(TimeSpan amiss, Phrases phrases) => amiss <= MostAmiss
        ? Finding.Fine(Name, phrases.DoctorTeamsClock)
        : Finding.Wrong(Name, phrases.DoctorTeamsClockBad((long)amiss.TotalSeconds), phrases.DoctorTeamsClockRemedy);

    // Our endpoint refuses whoever has no token; anybody else's says something different.
    private async Task<Finding> WayInAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        const string Path = BotFrameworkRegistration.DefaultPath;
        if (_options.PublicUrl.Length == 0)
        {
            return Finding.Fine(Name, phrases.DoctorTeamsWayIn(Path));
        }

        var address = new Uri(new Uri(_options.PublicUrl), Path);
        using HttpResponseMessage? answer = await AskAsync(HttpMethod.Post, address, cancellationToken);
        return answer?.StatusCode == HttpStatusCode.Unauthorized
            ? Finding.Fine(Name, phrases.DoctorTeamsWayInOk(address.AbsoluteUri))
            : Finding.Wrong(Name, phrases.DoctorTeamsWayInBad(address.AbsoluteUri), phrases.DoctorTeamsWayInRemedy);
    }

    private async Task<HttpResponseMessage?> AskAsync(HttpMethod method, Uri address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using HttpClient client = http.CreateClient(nameof(TeamsDoctor));
        using var request = new HttpRequestMessage(method, address);
        try
        {
            return await client.SendAsync(request, either.Token);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

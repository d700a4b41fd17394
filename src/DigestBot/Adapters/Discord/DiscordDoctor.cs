using System.Globalization;
using System.Net;
using DigestBot.Adapters.Discord.Menu;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Chat;
using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord;

/// <summary>Looks whether Discord can be worked with: token, application, commands, gateway, and how to let the bot in.</summary>
internal sealed class DiscordDoctor(DiscordRestClient rest, MenuRegistrar menu, IOptions<DiscordOptions> options) : IDoctorCheck
{
    private readonly DiscordOptions _options = options.Value;

    public string Name => "discord";

    public async Task<IReadOnlyList<Finding>> LookAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        try
        {
            Application application = await rest.GetCurrentApplicationAsync(RequestOptions.Once(cancellationToken));
            return
            [
                Finding.Fine(Name, phrases.DoctorDiscordToken(application.Name, Text(application.Id))),
                .. Identity(application, phrases),
                Finding.Fine(Name, phrases.DoctorDiscordIntents(Text((ulong)GatewayIntents.Unprivileged))),
                await CommandsAsync(phrases, cancellationToken),
                .. await GatewayAsync(phrases, cancellationToken),
                Finding.Fine(Name, phrases.DoctorDiscordInvite(InviteLink.Of(application.Id))),
            ];
        }
        catch (HttpException refused) when (refused.HttpCode == HttpStatusCode.Unauthorized)
        {
            return [Finding.Wrong(Name, phrases.DoctorDiscordTokenBad, phrases.DoctorDiscordTokenRemedy)];
        }
        catch (Exception exception) when (PostingOutcome.IsAnswer(exception))
        {
            return [Finding.Wrong(Name, phrases.DoctorDiscordUnreachable(_options.ApiUrl), phrases.DoctorDiscordUnreachableRemedy)];
        }
    }

    private IEnumerable<Finding> Identity(Application application, Phrases phrases)
    {
        if (_options.ApplicationId != 0 && _options.ApplicationId != application.Id)
        {
            yield return Finding.Wrong(
                Name,
                phrases.DoctorDiscordApplicationBad(Text(_options.ApplicationId), Text(application.Id)),
                phrases.DoctorDiscordApplicationRemedy(Text(application.Id)));
        }

        if (_options.PublicKey.Length > 0 && application.VerifyKey is { } key
            && !string.Equals(key, _options.PublicKey, StringComparison.OrdinalIgnoreCase))
        {
            yield return Finding.Wrong(Name, phrases.DoctorDiscordKeyBad, phrases.DoctorDiscordKeyRemedy);
        }

        // Discord sends interactions to one place only.
        if (application.InteractionsEndpointUrl is { Length: > 0 } endpoint && _options.PublicKey.Length == 0)
        {
            yield return Finding.Wrong(Name, phrases.DoctorDiscordEndpointBad(endpoint), phrases.DoctorDiscordEndpointRemedy);
        }
    }

    private async Task<Finding> CommandsAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        try
        {
            return await menu.IsRegisteredAsync(cancellationToken)
                ? Finding.Fine(Name, phrases.DoctorDiscordCommandsOk)
                : WithoutCommands(phrases);
        }
        catch (HttpException refused) when (refused is { IsDiscordsWord: true, HttpCode: HttpStatusCode.Forbidden or HttpStatusCode.NotFound })
        {
            return WithoutCommands(phrases); // of another application, or in a server that the bot is not in
        }
    }

    private Finding WithoutCommands(Phrases phrases) => Finding.Wrong(
        Name,
        phrases.DoctorDiscordCommandsBad,
        _options.RegisterCommands == RegisterCommands.Off ? phrases.DoctorDiscordCommandsOff : phrases.DoctorDiscordCommandsRemedy);

    private async Task<IReadOnlyList<Finding>> GatewayAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        GatewayBot gateway = await rest.GetGatewayBotAsync(RequestOptions.Once(cancellationToken));
        SessionStartLimit limit = gateway.SessionStartLimit;
        bool few = limit.Remaining <= IdentifyLimiter.KeptInReserve;
        return
        [
            few
                ? Finding.Wrong(
                    Name,
                    phrases.DoctorDiscordSessions(limit.Remaining, limit.Total),
                    phrases.DoctorDiscordSessionsRemedy((long)Math.Ceiling(TimeSpan.FromMilliseconds(limit.ResetAfter).TotalMinutes)))
                : Finding.Fine(Name, phrases.DoctorDiscordSessions(limit.Remaining, limit.Total)),
            .. _options.Shards > 0 && _options.Shards < gateway.Shards
                ?
                [
                    Finding.Wrong(
                        Name,
                        phrases.DoctorDiscordShards(_options.Shards, gateway.Shards),
                        phrases.DoctorDiscordShardsRemedy(gateway.Shards)),
                ]
                : (Finding[])[],
        ];
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}

using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord;

/// <summary>Who the bot is on Discord, asked once.</summary>
internal sealed class DiscordAccount(DiscordRestClient rest, IOptions<DiscordOptions> options)
{
    private ulong? _userId;
    private Application? _application;

    /// <summary>Set where Discord has refused the token: then nothing is sent before a restart.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The bot's user, which writes its messages.</summary>
    public async Task<ulong> UserIdAsync(CancellationToken cancellationToken) =>
        _userId ??= (await rest.GetCurrentUserAsync(cancellationToken)).Id;

    /// <summary>The application, as it was when it was first asked for.</summary>
    /// <exception cref="HttpException">The token is not accepted.</exception>
    public async Task<Application> ApplicationAsync(CancellationToken cancellationToken) =>
        _application ??= await rest.GetCurrentApplicationAsync(cancellationToken);

    public async Task<ulong> ApplicationIdAsync(CancellationToken cancellationToken) => options.Value.ApplicationId is > 0 and var id
        ? id
        : (await ApplicationAsync(cancellationToken)).Id;

    public void Refused() => IsRefused = true;
}

namespace DigestBot.Discord;

public sealed partial class DiscordRestClient
{
    /// <summary>What is registered, with all localizations.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalApplicationCommandsAsync(ulong applicationId, RequestOptions? options = null) =>
        SendAsync(
            RestRequest.Get($"applications/{applicationId}/commands", "with_localizations=true"),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            options);

    /// <summary>What is registered in one server, with all localizations.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetGuildApplicationCommandsAsync(
        ulong applicationId, ulong guildId, RequestOptions? options = null) =>
        SendAsync(
            RestRequest.Get($"applications/{applicationId}/guilds/{guildId}/commands", "with_localizations=true"),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            options);

    /// <summary>Registers these commands of all kinds, and removes all others.</summary>
    /// <exception cref="ArgumentException">A command is beyond a documented limit.</exception>
    public Task<IReadOnlyList<ApplicationCommand>> BulkOverwriteGlobalApplicationCommandsAsync(
        ulong applicationId, IReadOnlyList<ApplicationCommandProperties> commands, RequestOptions? options = null) =>
        OverwriteAsync(RestRequest.Put($"applications/{applicationId}/commands"), commands, options);

    /// <summary>Registers these commands of all kinds in one server, and removes all others there.</summary>
    /// <exception cref="ArgumentException">A command is beyond a documented limit.</exception>
    public Task<IReadOnlyList<ApplicationCommand>> BulkOverwriteGuildApplicationCommandsAsync(
        ulong applicationId, ulong guildId, IReadOnlyList<ApplicationCommandProperties> commands, RequestOptions? options = null) =>
        OverwriteAsync(RestRequest.Put($"applications/{applicationId}/guilds/{guildId}/commands"), commands, options);

    private Task<IReadOnlyList<ApplicationCommand>> OverwriteAsync(
        RestRequest request, IReadOnlyList<ApplicationCommandProperties> commands, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(commands);
        CommandRules.Validate(commands);
        return SendAsync(
            request.With(commands, DiscordJson.Default.IReadOnlyListApplicationCommandProperties),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            options);
    }
}

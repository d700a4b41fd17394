using System.Globalization;
using DigestBot.Commands;
using DigestBot.Discord;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Menu;

/// <summary>Registers the commands where they are not as they should be.</summary>
internal sealed partial class MenuRegistrar(
    DiscordRestClient rest,
    DiscordAccount account,
    CommandRouter router,
    FactStore facts,
    IOptions<DiscordOptions> options,
    ILogger<MenuRegistrar> logger)
{
    /// <summary>Wherever the configuration says.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        ulong?[] scopes = options.Value.RegisterCommands switch
        {
            RegisterCommands.Global => [null],
            RegisterCommands.Guild => [.. options.Value.CommandGuilds.Select(guild => (ulong?)guild)],
            _ => [],
        };
        foreach (ulong? scope in scopes)
        {
            await RegisterAsync(scope, cancellationToken);
        }
    }

    /// <summary>Whether everything is registered as it should be, wherever the configuration says.</summary>
    public async Task<bool> IsRegisteredAsync(CancellationToken cancellationToken)
    {
        ulong?[] scopes = options.Value.RegisterCommands == RegisterCommands.Guild
            ? [.. options.Value.CommandGuilds.Select(guild => (ulong?)guild)]
            : [null];
        foreach (ulong? scope in scopes)
        {
            if (!(await LookAsync(scope, cancellationToken)).IsRight)
            {
                return false;
            }
        }

        return true;
    }

    private async Task RegisterAsync(ulong? guild, CancellationToken cancellationToken)
    {
        Look look = await LookAsync(guild, cancellationToken);
        if (look.IsRight)
        {
            return;
        }

        IReadOnlyList<ApplicationCommand> registered = guild is { } id
            ? await rest.BulkOverwriteGuildApplicationCommandsAsync(look.Application, id, look.Wanted, cancellationToken)
            : await rest.BulkOverwriteGlobalApplicationCommandsAsync(look.Application, look.Wanted, cancellationToken);
        await facts.SetAsync(look.Fact, Pair(look.Wanted, registered), cancellationToken);
        LogRegistered(look.Wanted.Count, guild is null ? "everywhere" : string.Create(CultureInfo.InvariantCulture, $"in server {guild}"));
    }

    // Discord may tell a command otherwise than it was given. What it made of these very commands is kept, so that such a
    // difference is no reason to register them at every start.
    private async Task<Look> LookAsync(ulong? guild, CancellationToken cancellationToken)
    {
        ulong application = await account.ApplicationIdAsync(cancellationToken);
        IReadOnlyList<ApplicationCommandProperties> wanted = DiscordMenu.Build(router.Definitions, global: guild is null);
        IReadOnlyList<ApplicationCommand> present = guild is { } id
            ? await rest.GetGuildApplicationCommandsAsync(application, id, cancellationToken)
            : await rest.GetGlobalApplicationCommandsAsync(application, cancellationToken);
        string fact = string.Create(CultureInfo.InvariantCulture, $"discord-commands/{application}/{guild ?? 0}");
        bool right = MenuForm.Of(wanted) == MenuForm.Of(present)
            || await facts.FindAsync(fact, cancellationToken) == Pair(wanted, present);
        return new(application, fact, wanted, right);
    }

    private static string Pair(IEnumerable<ApplicationCommandProperties> wanted, IEnumerable<ApplicationCommand> present) =>
        $"{MenuForm.Hash(MenuForm.Of(wanted))}/{MenuForm.Hash(MenuForm.Of(present))}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Registered {Count} commands with Discord, {Where}")]
    private partial void LogRegistered(int count, string where);

    private sealed record Look(ulong Application, string Fact, IReadOnlyList<ApplicationCommandProperties> Wanted, bool IsRight);
}

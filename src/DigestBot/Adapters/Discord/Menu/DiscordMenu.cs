using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Menu;

/// <summary>
/// Makes of the commands what Discord offers: typed commands with options and subcommands, and two in the menu of each
/// message.
/// </summary>
/// <remarks>
/// Names stay as they are in every language, descriptions are translated into what Discord speaks too. Who may do what is
/// settled by the router: Discord hides whole commands only, and those that change something also show something to everybody.
/// </remarks>
internal static class DiscordMenu
{
    /// <summary>Asks a question about the message.</summary>
    public const string AskAboutThis = "Ask about this";

    /// <summary>Shows where the quotes of a message of ours stand.</summary>
    public const string ShowSources = "Show sources";

    // Where a person has installed the bot for themselves, it is there in other servers and in group chats too.
    private static readonly InteractionContextType[] Everywhere =
        [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];

    // What is set up belongs to a server or to one person, never to a group chat.
    private static readonly InteractionContextType[] AtHome = [InteractionContextType.Guild, InteractionContextType.BotDm];

    private static readonly ApplicationIntegrationType[] Installations =
        [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>All of them, in the order of the menu.</summary>
    /// <param name="definitions">As the router has them.</param>
    /// <param name="global">False for commands of one server, which exist nowhere else.</param>
    /// <exception cref="ArgumentException">A command is beyond what Discord takes.</exception>
    public static IReadOnlyList<ApplicationCommandProperties> Build(IEnumerable<CommandDefinition> definitions, bool global) =>
    [
        .. definitions.Select(definition => Typed(definition, global)),
        OfMessage(AskAboutThis, phrases => phrases.MenuAskAboutThis, global),
        OfMessage(ShowSources, phrases => phrases.MenuShowSources, global),
    ];

    private static ApplicationCommandProperties Typed(CommandDefinition definition, bool global) => Place(
        new()
        {
            Name = definition.Name,
            Description = definition.Describe(Phrases.English),
            DescriptionLocalizations = MenuLocales.Of(definition.Describe),
            Options = MenuOptions.Of(definition),
            DefaultMemberPermissions = IsForManagers(definition) ? GuildPermission.ManageGuild : null,
        },
        definition.Actions.Any(action => action.ForManagers) ? AtHome : Everywhere,
        global);

    private static ApplicationCommandProperties OfMessage(string name, Func<Phrases, string> localized, bool global) => Place(
        new() { Type = ApplicationCommandType.Message, Name = name, NameLocalizations = MenuLocales.Of(localized) }, Everywhere, global);

    private static ApplicationCommandProperties Place(
        ApplicationCommandProperties command, IReadOnlyList<InteractionContextType> contexts, bool global) =>
        global ? command with { Contexts = contexts, IntegrationTypes = Installations } : command;

    private static bool IsForManagers(CommandDefinition definition) =>
        definition.Actions.Count > 0 && definition.Actions.All(action => action.ForManagers);
}

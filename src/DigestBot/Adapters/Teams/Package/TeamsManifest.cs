using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Adapters.Teams.Package;

/// <summary>What Teams has to know of the app: who it is, where it can be added, and what can be asked.</summary>
internal static class TeamsManifest
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    private const string Version = "1.29";
    private const string Name = "DigestBot";
    private const string Project = "https://github.com/digestbot/digestbot";
    private const int LongestDescription = 128;

    /// <summary>Of a list, prompts included; what is last in the menu works all the same.</summary>
    private const int MostInList = 12;

    /// <summary>The menu, in its order; held against the router's definitions by a test.</summary>
    public static IReadOnlyList<(string Name, Func<Phrases, string> Describe)> Commands { get; } =
    [
        ("digest", phrases => phrases.CommandDigest),
        ("more", phrases => phrases.CommandMore),
        ("catchup", phrases => phrases.CommandCatchUp),
        ("follow", phrases => phrases.CommandFollow),
        ("ask", phrases => phrases.CommandAsk),
        ("story", phrases => phrases.CommandStory),
        ("why", phrases => phrases.CommandWhy),
        ("search", phrases => phrases.CommandSearch),
        ("sources", phrases => phrases.CommandSources),
        ("schedule", phrases => phrases.CommandSchedule),
        (CommandText.Help, phrases => phrases.CommandHelp),
        ("topics", phrases => phrases.CommandTopics),
        ("settings", phrases => phrases.CommandSettings),
        ("rate", phrases => phrases.CommandRate),
        ("me", phrases => phrases.CommandMe),
        ("unfollow", phrases => phrases.CommandUnfollow),
        ("status", phrases => phrases.CommandStatus),
    ];

    /// <param name="appId">The app's id in the directory, which is the bot's as well.</param>
    /// <param name="domain">A domain that the app may link to; null for none.</param>
    /// <param name="version">Of this program.</param>
    /// <param name="phrases">Language of the descriptions.</param>
    public static JsonObject Of(string appId, string? domain, string version, Phrases phrases) => new()
    {
        ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{Version}/MicrosoftTeams.schema.json",
        ["manifestVersion"] = Version,
        ["version"] = version,
        ["id"] = appId,
        ["developer"] = new JsonObject
        {
            ["name"] = Name,
            ["websiteUrl"] = Project,
            ["privacyUrl"] = $"{Project}/blob/main/docs/teams.md#what-is-kept",
            ["termsOfUseUrl"] = $"{Project}/blob/main/LICENSE",
        },
        ["name"] = new JsonObject { ["short"] = Name, ["full"] = Name },
        ["description"] = new JsonObject { ["short"] = phrases.TeamsShort, ["full"] = phrases.TeamsLong },
        ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
        ["accentColor"] = "#1F4E79",
        ["bots"] = new JsonArray(Bot(appId, phrases)),
        ["composeExtensions"] = new JsonArray(Search(appId, phrases)),
        ["validDomains"] = domain is null ? new JsonArray() : new JsonArray(JsonValue.Create(domain)),
    };

    // Slash triggers, and answers that only one person sees, are a preview of Microsoft's: clients without them show the menu
    // after a mention, as they always did.
    private static JsonObject Bot(string appId, Phrases phrases) => new()
    {
        ["botId"] = appId,
        ["scopes"] = new JsonArray("personal", "team", "groupChat"),
        ["supportsFiles"] = false,
        ["isNotificationOnly"] = false,
        ["supportsTargetedMessages"] = true,
        ["commandLists"] = new JsonArray(
            new JsonObject
            {
                ["scopes"] = new JsonArray("personal"),
                ["commands"] = new JsonArray(
                [
                    .. new[] { Prompt(phrases.TeamsPromptHeadlines, "digest"), Prompt(phrases.TeamsPromptSchedules, "schedule add") }
                        .Concat(Menu(phrases)).Take(MostInList),
                ]),
            },
            new JsonObject
            {
                ["scopes"] = new JsonArray("team", "groupChat"),
                ["triggers"] = new JsonArray("mention", "slash"),
                ["commands"] = new JsonArray([.. Menu(phrases).Take(MostInList)]),
            }),
    };

    private static JsonObject Search(string appId, Phrases phrases) => new()
    {
        ["botId"] = appId,
        ["commands"] = new JsonArray(new JsonObject
        {
            ["id"] = "stories",
            ["type"] = "query",
            ["title"] = phrases.TeamsSearchTitle,
            ["description"] = phrases.TeamsSearchDescription,
            ["initialRun"] = true,
            ["context"] = new JsonArray("compose", "commandBox"),
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "topic",
                ["title"] = phrases.TeamsSearchParameter,
                ["description"] = phrases.TeamsSearchParameter,
            }),
        }),
    };

    private static IEnumerable<JsonNode> Menu(Phrases phrases) => Commands.Select(command => new JsonObject
    {
        ["title"] = command.Name,
        ["description"] = ShortText.Of(command.Describe(phrases), LongestDescription),
    });

    private static JsonObject Prompt(string title, string prompt) => new()
    {
        ["title"] = title,
        ["type"] = "prompt",
        ["prompt"] = prompt,
    };
}

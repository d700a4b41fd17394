using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Discord.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Json;

/// <summary>The examples of Discord's documentation are read without loss of what we know, and what we send can express its own.</summary>
public sealed class DocumentedExamplesTests
{
    private static JsonArray Examples =>
        JsonNode.Parse(File.ReadAllText(SharedData.Path("data", "discord", "docs-json-examples.json")))!["examples"]!.AsArray();

    [Theory]
    [InlineData("resources/message.mdx", "Example Message", typeof(Message), 1)]
    [InlineData("resources/message.mdx", "Example Crossposted Message", typeof(Message), 1)]
    [InlineData("resources/channel.mdx", "Example", typeof(Channel), 6)]
    [InlineData("application-commands.mdx", "Example Interaction", typeof(Interaction), 3)]
    [InlineData("application-commands.mdx", "Autocomplete", typeof(Interaction), 1)]
    [InlineData("resources/user.mdx", "Example User", typeof(DiscordUser), 1)]
    [InlineData("resources/guild.mdx", "Example Guild", typeof(Guild), 1)]
    [InlineData("resources/guild.mdx", "Example Unavailable Guild", typeof(UnavailableGuild), 1)]
    [InlineData("resources/guild.mdx", "Example Guild Member", typeof(GuildMember), 1)]
    [InlineData("resources/application.mdx", "Example Application Object", typeof(Application), 1)]
    public void What_discord_sends_is_read_as_it_means(string file, string heading, Type type, int count)
    {
        JsonTypeInfo info = DiscordJson.Default.GetTypeInfo(type)!;
        JsonNode[] examples = Find(file, heading, exact: heading != "Example");

        Assert.Equal(count, examples.Length);
        Assert.All(examples, example =>
        {
            object read = JsonSerializer.Deserialize(example, info)!;
            JsonNode written = JsonSerializer.SerializeToNode(read, info)!;
            Assert.Empty(JsonMeaning.Contradictions(example, written));
        });
    }

    [Fact]
    public void The_gateways_address_is_read_with_or_without_what_bots_are_told()
    {
        GatewayBot[] read =
        [
            .. Find("events/gateway.mdx", "Example Response", exact: true)
                .Select(example => JsonSerializer.Deserialize(example, DiscordJson.Default.GatewayBot)!),
        ];

        Assert.Equal(
            [
                new GatewayBot { Url = "wss://gateway.discord.gg/" },
                new GatewayBot
                {
                    Url = "wss://gateway.discord.gg/",
                    Shards = 9,
                    SessionStartLimit = new() { Total = 1000, Remaining = 999, ResetAfter = 14_400_000, MaxConcurrency = 1 },
                },
            ],
            read);
    }

    [Fact]
    public void Commands_of_the_documentation_can_be_said_and_are_within_limits()
    {
        JsonNode[] examples =
        [
            .. Find("application-commands.mdx", "Example of editing permissions", exact: true),
            .. Find("application-commands.mdx", "Example Slash Command", exact: true),
            .. Find("application-commands.mdx", "Example User Command", exact: true),
            .. Find("application-commands.mdx", "Example Message Command", exact: true),
            .. Find("application-commands.mdx", "Localization", exact: true),
        ];

        Assert.Equal(5, examples.Length);
        Assert.All(examples, example =>
        {
            var command = JsonSerializer.Deserialize<ApplicationCommandProperties>(example, DiscordJson.Default.Options)!;
            CommandRules.Validate(command);
            Assert.Empty(BothWays(example, JsonSerializer.SerializeToNode(command, DiscordJson.Default.Options)!));
        });
    }

    [Fact]
    public void Messages_of_the_documentation_can_be_said()
    {
        JsonNode[] examples =
        [
            .. Find("resources/message.mdx", "Allowed Mentions Examples", exact: true),
            .. Find("components/reference.mdx", "Legacy Message Component Behavior", exact: true),
        ];

        Assert.Equal(7, examples.Length);
        Assert.All(examples, example =>
        {
            MessageProperties message = JsonSerializer.Deserialize(example, DiscordJson.Default.MessageProperties)!;
            message.Validate();
            Assert.Empty(BothWays(example, JsonSerializer.SerializeToNode(message, DiscordJson.Default.MessageProperties)!));
        });
    }

    private static IEnumerable<string> BothWays(JsonNode one, JsonNode other) =>
        JsonMeaning.Contradictions(one, other).Concat(JsonMeaning.Contradictions(other, one));

    private static JsonNode[] Find(string file, string heading, bool exact) =>
    [
        .. from example in Examples
           where ((string)example["file"]!).EndsWith(file, StringComparison.Ordinal)
           let title = (string)example["heading"]!
           where exact ? title == heading : title.StartsWith(heading, StringComparison.Ordinal)
           select example["json"]!,
    ];
}

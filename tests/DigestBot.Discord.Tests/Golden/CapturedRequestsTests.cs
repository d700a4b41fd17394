using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Golden;

/// <summary>What discord.js and Discord.Net really sent: the same intent means the same on our wire.</summary>
/// <remarks>
/// Equal are method, path, authorization and body, where the body may differ in defaults: null, false, 0, empty texts, lists
/// and objects are as if left out, and so are a thread's kind (it follows from the channel), an embed's ("rich"), and the
/// deprecated permissions of commands. Different on purpose: we always send allowed_mentions, enforce_nonce wherever there
/// is a nonce, no nonce to webhooks, and never the bot's token to interactions, as Discord.Net does.
/// </remarks>
public sealed class CapturedRequestsTests
{
    private static readonly string[] Deprecated = ["default_permission", "dm_permission"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cap-discordjs-14.28.1.jsonl", 34)]
    [InlineData("cap-discordnet-3.16.0.jsonl", 17)]
    public async Task The_same_intent_means_the_same_on_the_wire(string file, int requests)
    {
        int compared = 0;
        foreach (CapturedRequest captured in CapturedRequest.Read(file))
        {
            using var bot = new TestClient();
            bot.Discord.Otherwise = (_, _) => Task.FromResult(Answers.Ok(captured.Method == "PUT" ? "[]" : "{}"));
            if (((captured.Body as JsonObject)?["content"] as JsonValue)?.ToString().Length > DiscordLimits.Content)
            {
                await Assert.ThrowsAsync<ArgumentException>(() => RepeatAsync(bot.Rest, captured));
                continue;
            }

            await RepeatAsync(bot.Rest, captured);

            SeenRequest ours = Assert.Single(bot.Discord.Seen);
            Assert.Equal((captured.Method, Plain(captured.Path)), (ours.Method, Plain(ours.Path)));
            Assert.StartsWith("DiscordBot (https://example.org/digestbot, 1.2.3)", ours.UserAgent, StringComparison.Ordinal);
            bool interaction = captured.Parts[0] is "interactions" or "webhooks";
            Assert.Equal(interaction ? null : $"Bot {TestClient.Token}", ours.Authorization);
            Assert.True(interaction || captured.Authorization == "Bot");
            JsonNode? theirs = Plain(captured.Body);
            JsonNode? mine = Plain(ours.Body);
            Assert.True(JsonNode.DeepEquals(theirs, mine), $"{captured.Operation}: {theirs?.ToJsonString()} / {mine?.ToJsonString()}");
            compared++;
        }

        Assert.Equal(requests, compared);
    }

    [Fact]
    public async Task Every_message_of_ours_pings_nobody_and_asks_for_doubles_to_be_dropped()
    {
        using var bot = new TestClient();
        var loud = new MessageProperties { Content = "@everyone", Nonce = "slot:1" };

        await bot.Rest.CreateMessageAsync(1, loud, Cancel);
        await bot.Rest.ModifyMessageAsync(1, 2, loud, Cancel);
        await bot.Rest.CreateFollowupAsync(1, "t", loud, Cancel);
        await bot.Rest.ModifyOriginalResponseAsync(1, "t", loud, Cancel);
        await bot.Rest.CreateInteractionResponseAsync(1, "t", InteractionResponse.Message(loud), Cancel);
        await bot.Rest.CreateForumPostAsync(1, new ForumPostProperties { Name = "p", Message = loud }, Cancel);

        JsonNode[] sent = [.. bot.Discord.Seen.Select(seen => seen.Body!["data"] ?? seen.Body["message"] ?? seen.Body)];
        Assert.Equal(6, sent.Length);
        Assert.All(sent, message => Assert.Equal("""{"parse":[]}""", message["allowed_mentions"]!.ToJsonString()));
        Assert.True((bool)sent[0]["enforce_nonce"]!);
        Assert.All(sent[1..], message => Assert.Equal((null, null), (message["nonce"], message["enforce_nonce"])));
    }

    private static Task RepeatAsync(DiscordRestClient rest, CapturedRequest captured)
    {
        string[] path = captured.Parts;
        JsonNode? body = captured.Body;
        return captured.Operation switch
        {
            "get_bot_gateway" => rest.GetGatewayBotAsync(Cancel),
            "get_channel" => rest.GetChannelAsync(Id(path[1]), Cancel),
            "create_message" => rest.CreateMessageAsync(Id(path[1]), As(body, DiscordJson.Default.MessageProperties), Cancel),
            "update_message" => rest.ModifyMessageAsync(Id(path[1]), Id(path[3]), As(body, DiscordJson.Default.MessageProperties), Cancel),
            "delete_message" => rest.DeleteMessageAsync(Id(path[1]), Id(path[3]), Cancel),
            "create_thread_from_message" => rest.CreateThreadFromMessageAsync(
                Id(path[1]), Id(path[3]), As(body, DiscordJson.Default.ThreadProperties), Cancel),
            "create_thread" => rest.CreateForumPostAsync(Id(path[1]), As(body, DiscordJson.Default.ForumPostProperties), Cancel),
            "crosspost_message" => rest.CrosspostMessageAsync(Id(path[1]), Id(path[3]), Cancel),
            "bulk_set_application_commands" => rest.BulkOverwriteGlobalApplicationCommandsAsync(
                Id(path[1]), As(body, DiscordJson.Default.IReadOnlyListApplicationCommandProperties), Cancel),
            "create_interaction_response" => rest.CreateInteractionResponseAsync(Id(path[1]), path[2], Response(body!), Cancel),
            "update_original_webhook_message" => rest.ModifyOriginalResponseAsync(
                Id(path[1]), path[2], As(body, DiscordJson.Default.MessageProperties), Cancel),
            "execute_webhook" => rest.CreateFollowupAsync(Id(path[1]), path[2], As(body, DiscordJson.Default.MessageProperties), Cancel),
            _ => throw new InvalidOperationException($"Nobody has said what {captured.Operation} is with us."),
        };
    }

    private static InteractionResponse Response(JsonNode body) => (InteractionResponseType)(int)body["type"]! switch
    {
        InteractionResponseType.ChannelMessageWithSource =>
            InteractionResponse.Message(As(body["data"], DiscordJson.Default.MessageProperties)),
        InteractionResponseType.DeferredChannelMessageWithSource => InteractionResponse.Defer((int?)body["data"]?["flags"] == 64),
        InteractionResponseType.UpdateMessage => InteractionResponse.Update(As(body["data"], DiscordJson.Default.MessageProperties)),
        InteractionResponseType.ApplicationCommandAutocompleteResult =>
            InteractionResponse.Autocomplete(As(body["data"], DiscordJson.Default.AutocompleteResult).Choices),
        InteractionResponseType.Modal => InteractionResponse.Modal(As(body["data"], DiscordJson.Default.Modal)),
        var type => throw new InvalidOperationException($"Nobody has said what a response of type {type} is with us."),
    };

    private static string Plain(string path) => path
        .Replace("%40", "@", StringComparison.Ordinal)
        .Replace("?with_response=false", "", StringComparison.Ordinal);

    private static JsonNode? Plain(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject source:
                var kept = new JsonObject();
                foreach ((string name, JsonNode? value) in source.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    bool left = name is "allowed_mentions" || Deprecated.Contains(name) || (name is "type" && value?.ToString() is "rich")
                        || (name is "type" && source.ContainsKey("auto_archive_duration"));
                    if (!left && Plain(value) is { } plain)
                    {
                        kept[name] = name is "default_member_permissions" ? plain.ToString() : plain;
                    }
                }

                return kept.Count == 0 ? null : kept;
            case JsonArray list:
                JsonNode?[] items = [.. list.Select(Plain)];
                return items.Length == 0 ? null : new JsonArray(items);
            case JsonValue value when value.GetValueKind() is JsonValueKind.False || value.ToString() is "" or "0":
                return null;
            default:
                return node?.DeepClone();
        }
    }

    private static T As<T>(JsonNode? body, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(body, type)!;

    private static ulong Id(string text) => ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

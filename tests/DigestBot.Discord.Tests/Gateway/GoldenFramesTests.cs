using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>What two other clients sent to a gateway, against what ours sends in the same situation: the same meaning.</summary>
/// <remarks>
/// Frames are compared after these rules, each of which the documentation backs:
/// the properties say who the client is, so only their presence counts, with or without the old "$" before the names;
/// "compress" false, shard [0,1] and a presence that is online without activities are what Discord assumes without them;
/// "large_threshold" is anything from 50 to 250;
/// a heartbeat before the first event carries null, which one client writes as 0.
/// </remarks>
public sealed class GoldenFramesTests
{
    [Theory]
    [InlineData("cap-discordjs-14.28.1.jsonl")]
    [InlineData("cap-discordnet-3.16.0.jsonl")]
    public void Our_frames_mean_the_same_as_those_of_other_clients(string file)
    {
        JsonNode[] captured = [.. File.ReadLines(SharedData.Path("data", "discord", file))
            .Select(line => JsonNode.Parse(line)!["gw"]).OfType<JsonNode>()];

        Assert.True(captured.Length >= 5, $"{file} has {captured.Length} frames of the gateway.");
        Assert.All(captured, theirs => Assert.Equal(Meaning(theirs), Meaning(Ours(theirs))));
    }

    [Fact]
    public void The_rules_do_not_hide_a_difference_that_matters()
    {
        JsonNode identify = Parse(GatewayPayloads.Identify("token", new DiscordSocketConfig(), null));
        string meaning = Meaning(identify);

        Assert.All(
            new Action<JsonNode>[]
            {
                frame => frame["d"]!["intents"] = 1,
                frame => frame["d"]!["token"] = "Bot token",
                frame => frame["d"]!["shard"] = new JsonArray(1, 2),
                frame => frame["d"]!["compress"] = true,
                frame => frame["d"]!["large_threshold"] = 251,
                frame => frame["d"]!["presence"] = new JsonObject { ["status"] = "dnd" },
                frame => frame["d"]!["properties"]!.AsObject().Remove("os"),
                frame => frame["op"] = 6,
            },
            change =>
            {
                JsonNode changed = identify.DeepClone();
                change(changed);
                Assert.NotEqual(meaning, Meaning(changed));
            });
    }

    // The same intent: the token, session and number are the situation, everything else is ours.
    private static JsonNode Ours(JsonNode theirs)
    {
        JsonNode? data = theirs["d"];
        return Parse((int)theirs["op"]! switch
        {
            1 => GatewayPayloads.Heartbeat(data is null || (long)data == 0 ? null : (long)data),
            2 => GatewayPayloads.Identify((string)data!["token"]!, new DiscordSocketConfig(), null),
            6 => GatewayPayloads.Resume((string)data!["token"]!, (string)data["session_id"]!, (long)data["seq"]!),
            int op => throw new InvalidOperationException($"The capture has a frame of kind {op}, for which there is no rule."),
        });
    }

    private static string Meaning(JsonNode frame)
    {
        var meaning = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["op"] = frame["op"]!.ToJsonString() };
        if (frame["d"] is not JsonObject data)
        {
            meaning["d"] = frame["d"] is { } number && (long)number != 0 ? number.ToJsonString() : "null";
            return JsonSerializer.Serialize(meaning);
        }

        foreach ((string name, JsonNode? value) in data)
        {
            string? means = (name, value?.ToJsonString()) switch
            {
                ("properties", _) => string.Join(',', value!.AsObject().Select(property => property.Key.TrimStart('$')).Order()),
                ("large_threshold", _) => (int)value! is >= 50 and <= 250 ? "fine" : "out of range",
                ("compress", "false") or ("shard", "[0,1]") => null,
                ("presence", _) when IsDefault(value!) => null,
                (_, var text) => text ?? "null",
            };
            if (means is not null)
            {
                meaning[name] = means;
            }
        }

        return JsonSerializer.Serialize(meaning);
    }

    private static bool IsDefault(JsonNode presence) => JsonNode.DeepEquals(
        presence, JsonNode.Parse("""{"activities":[],"afk":false,"since":null,"status":"online"}"""));

    private static JsonNode Parse(ReadOnlyMemory<byte> frame) => JsonNode.Parse(frame.Span)!;
}

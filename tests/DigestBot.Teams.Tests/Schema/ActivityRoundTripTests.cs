using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Schema;

/// <summary>What is read and written again is what it was.</summary>
public sealed class ActivityRoundTripTests
{
    private static readonly string[] Recorded =
    [
        "01-installationUpdate--personal", "02-conversationUpdate--personal", "03-message--personal", "04-message--personal",
        "05-message--personal", "06-message--personal", "07-message--personal", "08-invoke-adaptiveCard_action-personal",
        "09-installationUpdate--groupChat", "10-conversationUpdate--groupChat", "11-message--groupChat", "12-message--personal",
        "13-invoke-message_submitAction-personal", "14-installationUpdate--channel", "15-conversationUpdate--channel",
    ];

    // Anything but the types of fields that are known, which are whatever they are declared to be.
    private static readonly Gen<string> Unknown = Gen.String[Gen.Char['a', 'z'], 3, 12].Select(name => $"x_{name}");

    private static readonly Gen<JsonNode?> Value = Gen.OneOf<JsonNode?>(
        Gen.String.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Double[-1e9, 1e9].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Int.Array[0, 5].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => (JsonNode?)JsonValue.Create(item))])),
        Gen.Dictionary(Unknown, Gen.Int)[0, 4].Select(
            fields => (JsonNode?)new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))))));

    public static TheoryData<string> Samples => [.. Recorded];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_recorded_activity_survives(string name) =>
        AssertSurvives<Activity>(JsonNode.Parse(File.ReadAllText(SharedData.Path("data", "teams", "wire-samples", $"{name}.json")))!);

    [Fact]
    public void Every_recorded_activity_is_looked_at() => Assert.Equal(
        Recorded, Directory.GetFiles(SharedData.Path("data", "teams", "wire-samples")).Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void Unknown_fields_survive_wherever_they_stand() => Gen.Dictionary(Unknown, Value)[0, 4].Sample(
        fields =>
        {
            JsonObject With(JsonObject owner)
            {
                foreach ((string name, JsonNode? value) in fields)
                {
                    owner[name] = value?.DeepClone();
                }

                return owner;
            }

            AssertSurvives<Activity>(With(new JsonObject
            {
                ["type"] = "message",
                ["from"] = With(new JsonObject { ["id"] = "a" }),
                ["conversation"] = With(new JsonObject { ["id"] = "b" }),
                ["attachments"] = new JsonArray(With(new JsonObject { ["contentType"] = "c", ["content"] = With([]) })),
                ["entities"] = new JsonArray(With(new JsonObject { ["type"] = "https://schema.org/Message" })),
                ["reactionsAdded"] = new JsonArray(With(new JsonObject { ["type"] = "like" })),
                ["suggestedActions"] = With(new JsonObject { ["actions"] = new JsonArray(With(new JsonObject { ["type"] = "imBack" })) }),
                ["relatesTo"] = With(new JsonObject { ["conversation"] = With(new JsonObject { ["id"] = "d" }) }),
                ["channelData"] = With([]),
                ["value"] = With([]),
            }));
        },
        iter: 200);

    [Theory]
    [InlineData("2026-11-23T03:22:36.209Z")]
    [InlineData("2026-11-23T03:22:36.2091234+05:30")]
    [InlineData("2026-11-23 03:22")]
    [InlineData("yesterday")]
    public void A_time_survives_in_the_form_in_which_it_came(string timestamp) =>
        AssertSurvives<Activity>(new JsonObject { ["type"] = "message", ["timestamp"] = timestamp, ["localTimestamp"] = timestamp });

    [Fact]
    public void A_time_is_read_where_it_can_be()
    {
        var instant = new DateTimeOffset(2026, 11, 23, 3, 22, 36, 209, TimeSpan.Zero);

        Assert.Equal(instant, new Activity { TimestampText = "2026-11-23T03:22:36.209Z" }.Timestamp);
        Assert.Equal(instant, new Activity { LocalTimestampText = "2026-11-23T08:52:36.209+05:30" }.LocalTimestamp);
        Assert.Equal(instant, new Activity { Timestamp = instant }.Timestamp);
        Assert.Null(new Activity { TimestampText = "yesterday" }.Timestamp);
        Assert.Null(new Activity().Timestamp);
    }

    [Fact]
    public void News_in_every_script_is_written_as_it_is_read_and_nothing_that_is_absent_is_written()
    {
        string written = JsonSerializer.Serialize(new Activity { Type = "message", Text = "العراق — “dam” 🌍" }, TeamsJson.Options);

        Assert.Equal("""{"type":"message","text":"العراق — “dam” \uD83C\uDF0D"}""", written);
    }

    private static void AssertSurvives<T>(JsonNode json)
    {
        JsonNode? written = JsonSerializer.SerializeToNode(json.Deserialize<T>(TeamsJson.Options), TeamsJson.Options);

        Assert.True(JsonNode.DeepEquals(json, written), $"{json.ToJsonString()}\nbecame\n{written?.ToJsonString()}");
    }
}

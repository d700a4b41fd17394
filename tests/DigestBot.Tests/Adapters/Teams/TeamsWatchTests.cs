using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What Teams tells of installations, teams and channels, and everything that was recorded of it.</summary>
public sealed class TeamsWatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel", "add", true)]
    [InlineData("group", "add", true)]
    [InlineData("personal", "add", false)]
    [InlineData("channel", "add-upgrade", false)]
    public async Task A_team_or_a_group_is_welcomed_once_and_a_person_is_offered_prompts_instead(string where, string action, bool welcomed)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(Installation(town, where, action));

        Assert.Equal(welcomed, sent.Count == 1 && sent[0].Text!.StartsWith("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_bot_is_removed_schedules_stop_and_go_on_when_it_comes_back()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"));

        await town.SayAsync(Installation(town, "channel", "remove"));
        Assert.NotNull(await LeftAtAsync(town));

        await town.SayAsync(Installation(town, "channel", "add"));
        Assert.Null(await LeftAtAsync(town));
    }

    [Fact]
    public async Task An_upgrade_takes_nothing_away()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));

        await town.SayAsync(Installation(town, "channel", "remove-upgrade"));

        Assert.Null(await LeftAtAsync(town));
    }

    [Fact]
    public async Task A_deleted_channel_is_parked()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"));
        JsonObject deleted = town.InChannel("");
        deleted["type"] = "conversationUpdate";
        deleted["channelData"]!["eventType"] = "channelDeleted";
        deleted["channelData"]!["channel"]!["name"] = "News";

        await town.SayAsync(deleted);

        Space space = await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel);
        Schedule schedule = Assert.Single(await town.Bot.Get<ScheduleStore>().ListAsync(space, Cancel));
        Assert.Equal("News was deleted.", schedule.Channel.ParkedReason);
    }

    [Fact]
    public async Task How_a_place_is_reached_is_kept_from_whatever_comes_from_there_and_renewed()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        await town.Bot.Get<ChannelStore>().KeepAsync(await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel), At(FakeTeams.News), "old", Cancel);
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(11));

        await town.SayAsync(town.InChannel("help"));

        Assert.Contains(FakeTeams.ServiceUrl, await town.Bot.Get<ChannelStore>().ReferenceAsync($"teams:{FakeTeams.Team}", At(FakeTeams.News), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_was_recorded_is_handled()
    {
        string[] files = [.. Directory.EnumerateFiles(SharedData.Path("data", "teams", "wire-samples"), "*.json").Order(StringComparer.Ordinal)];
        await using TeamsTown town = await TeamsTown.StartAsync();

        foreach (string file in files)
        {
            JsonObject activity = JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!.AsObject();
            if (activity["type"]!.ToString() == "invoke")
            {
                Assert.Equal(200, (await town.PostAsync(activity)).Status);
                continue;
            }

            IReadOnlyList<TeamsRequest> sent = await town.SayAsync(activity);
            Assert.Equal(Answers(activity), sent.Count);
        }

        Assert.Equal(15, files.Length);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("nobody/knows")]
    public async Task An_invoke_that_nobody_handles_gets_501(string name)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject invoke = town.Personal("");
        (invoke["type"], invoke["name"]) = ("invoke", name);

        Assert.Equal(501, (await town.PostAsync(invoke)).Status);
    }

    // Messages are answered, and where the bot is added to a group or a team it says hello.
    private static int Answers(JsonObject activity) => activity["type"]!.ToString() switch
    {
        "message" => 1,
        "installationUpdate" when activity["conversation"]!["conversationType"]!.ToString() != "personal" => 1,
        _ => 0,
    };

    private static ChannelRef At(string id) => new(ChatPlatform.Teams, id);

    private static JsonObject Installation(TeamsTown town, string where, string action)
    {
        JsonObject installation = where switch
        {
            "channel" => town.InChannel(""),
            "group" => town.InGroup(""),
            _ => town.Personal(""),
        };
        installation.Remove("text");
        (installation["type"], installation["action"]) = ("installationUpdate", action);
        return installation;
    }

    private static async Task<long?> LeftAtAsync(TeamsTown town)
    {
        string? left = null;
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={town.Bot.File}");
        await connection.OpenAsync(Cancel);
        await using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT left_at FROM space WHERE key = $key";
        command.Parameters.AddWithValue("$key", $"teams:{FakeTeams.Team}");
        left = (await command.ExecuteScalarAsync(Cancel))?.ToString();
        return string.IsNullOrEmpty(left) ? null : long.Parse(left, System.Globalization.CultureInfo.InvariantCulture);
    }
}

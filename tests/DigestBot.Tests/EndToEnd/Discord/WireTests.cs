using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>Every request that leaves the bot, held against Discord's schemas and documentation by a program that knows nothing of the bot.</summary>
public sealed class WireTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_the_bot_sends_is_as_the_schemas_the_rules_and_its_own_habits_want_it()
    {
        string schemas = SharedData.Path("data", "discord", "openapi.digestbot-subset.json");
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        await AskAsync(town, bo);
        await FollowUpAsync(town, bo);
        await ManageAsync(town);
        await PostEverywhereAsync(town);
        await GoWrongAsync(town, bo);
        string journal = Path.Combine(town.Bot.Folder, "journal.jsonl");
        town.Discord.Journal.WriteTo(journal);

        string report = NodeScript.Run("discord", "validate.mjs", "", journal, schemas, "--ours");

        JsonNode counts = JsonNode.Parse(report.TrimEnd().Split('\n')[^1])!;
        Assert.Equal(0, (int)counts["findings"]!);
        Assert.True((int)counts["requestBodies"]! > 50 && (int)counts["responseBodies"]! > 60 && (int)counts["faults"]! > 5 && (int)counts["frames"]! > 50, report);
    }

    private static async Task AskAsync(ServedTown town, FakeUser bo)
    {
        FakeMessage digest = (await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"), ("stories", DailyNews.Stories))).Response!;
        await town.ClickAsync(bo, digest, "▶");
        await town.ClickAsync(bo, digest, "Sources");
        await SubmitAsync(town, town.People.ClickLabel(bo, digest, "Ask"), ("question", "How many foreign troops are stationed there?"));
        await SubmitAsync(town, town.People.RunOnMessage(bo, digest, "Ask about this"), ("question", "Who restored the minaret?"));
        await town.SettledAsync(town.People.RunOnMessage(bo, digest, "Show sources"));
        await town.SettledAsync(town.People.Complete(bo, town.News, "digest", "window", ("window", "7")));
        await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"), ("private", true));
        await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"), ("window", "soon"));
        await town.RunAsync(bo, town.News, "ask", ("question", "How many foreign troops are stationed in Iraq?"));
        await town.RunAsync(bo, town.News, "search", ("query", "minaret"));
        await town.RunAsync(bo, town.News, "status");
        await town.RunAsync(bo, town.News, "help");
    }

    private static async Task FollowUpAsync(ServedTown town, FakeUser bo)
    {
        FakeMessage digest = town.Posted(town.News)[0];
        town.People.Type(bo, town.News, "How many foreign troops are stationed there?", digest);
        town.People.Type(bo, town.News, $"{town.People.Mention} who restored the minaret?");
        town.People.Type(bo, town.News, "And why?", digest, ping: false);
        FakeChannel direct = town.Discord.World.DirectChannel(bo);
        town.People.Type(bo, direct, "digest iraq");
        await town.UntilAsync(() => town.Posted(town.News).Count(message => message.AnswerTo?.Author == bo) == 3, "three answers");
        await town.PostedAsync(direct);
        FakeUser traveller = town.Discord.World.AddUser("Eve");
        town.Discord.World.UserInstalls.Add(traveller.Id);
        FakeGuild elsewhere = town.Discord.Guilds.AddGuild("Elsewhere", traveller, withBot: false);
        await town.RunAsync(traveller, town.Discord.Guilds.AddChannel(elsewhere, "talk"), "digest", ("topic", "iraq"));
    }

    private static async Task ManageAsync(ServedTown town)
    {
        await town.AddScheduleAsync("later");
        await SubmitAsync(town, town.People.Run(town.Owner, town.Desk, "schedule edit", ("schedule", "later")), ("at", "7am, 18:30"));
        await town.RunAsync(town.Owner, town.Desk, "schedule preview", ("schedule", "later"));
        await town.RunAsync(town.Owner, town.Desk, "schedule list");
        await town.RunAsync(town.Owner, town.Desk, "settings show");
        await town.RunAsync(town.Owner, town.Desk, "sources list");
    }

    private static async Task PostEverywhereAsync(ServedTown town)
    {
        FakeChannel threads = town.Discord.Guilds.AddChannel(town.Guild, "threads");
        FakeChannel announcements = town.Discord.Guilds.AddChannel(town.Guild, "announcements", ChannelKind.Announcement);
        FakeChannel forum = town.Discord.Guilds.AddChannel(town.Guild, "forum", ChannelKind.Forum);
        town.Discord.Guilds.AddTag(forum, "News");
        forum.RequiresTag = true;
        FakeRole readers = town.Discord.Guilds.AddRole(town.Guild, "Readers", mentionable: true);
        await town.RunAsync(town.Owner, town.Desk, "posting", ("channel", threads), ("thread", true));
        await town.RunAsync(town.Owner, town.Desk, "posting", ("channel", announcements), ("publish", true));
        await town.RunAsync(town.Owner, town.Desk, "posting", ("channel", forum), ("tag", "News"));
        foreach ((string name, FakeChannel place) in new[] { ("plain", town.News), ("threads", threads), ("announced", announcements), ("forum", forum) })
        {
            await town.RunNowAsync(name, ("channel", place), ("mention-role", readers), ("quiet", "06:00-09:00"));
            await town.EndedAsync(name);
        }

        Assert.Contains(announcements.Messages.Values, message => message.Flags.HasFlag(MessageMarks.Crossposted));
        Assert.Single(town.Guild.Channels.Values, channel => channel.IsThread && channel.Parent == forum);
        Assert.All(town.Posted(threads), message => Assert.True(message.Flags.HasFlag(MessageMarks.SuppressNotifications)));
    }

    private static async Task GoWrongAsync(ServedTown town, FakeUser bo)
    {
        foreach (FaultKind kind in (FaultKind[])[FaultKind.HangUpAfter, FaultKind.FailAfter, FaultKind.FailBefore, FaultKind.RateLimit, FaultKind.Truncate])
        {
            town.Discord.Faults.Add(new Fault(kind) { Route = "POST /channels/{channel_id}/messages" });
            await town.AgainAsync("plain");
            await town.EndedAsync("plain");
        }

        town.Discord.Faults.Add(new Fault(FaultKind.HangUpAfter) { Route = "POST /interactions/{interaction_id}/{interaction_token}/callback" });
        FakeInteraction asked = town.People.Run(bo, town.News, "digest", ("topic", "iraq"));
        await town.UntilAsync(() => asked.IsSettled, "an answer");
        town.Discord.Gateway.AskToReconnect();
        await town.UntilAsync(() => town.Discord.Gateway.Resumed == 1, "the session is resumed");
        town.Discord.Gateway.Invalidate(resumable: false);
        await town.UntilAsync(() => town.Discord.Gateway.Identified == 2 && town.Discord.Gateway.Ready == 1, "a session is begun anew");
        await town.StopAsync();
        await town.ServeAsync();
        town.Discord.Guilds.DeleteChannel(town.News);
        await town.PostedAsync(town.Desk);
    }

    private static async Task SubmitAsync(ServedTown town, FakeInteraction opens, params (string, string)[] fields)
    {
        await town.Discord.World.WaitUntilAsync(() => opens.Modal is not null, "a form", Cancel);
        await town.SettledAsync(town.People.Submit(opens, fields));
    }
}

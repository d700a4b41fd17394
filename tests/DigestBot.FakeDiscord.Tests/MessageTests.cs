using System.Net;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>What depends on the clock and on permissions, which peers reach only in part.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task A_nonce_is_forgotten_after_its_window()
    {
        await using Town town = await Town.BuildAsync();
        await town.Bot.SayAsync(town.Channel.Id, "once", "n");
        town.Clock.Advance(town.Discord.Options.NonceWindow - TimeSpan.FromSeconds(1));
        await town.Bot.SayAsync(town.Channel.Id, "once", "n");
        Assert.Single(town.Channel.Messages);

        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await town.Bot.SayAsync(town.Channel.Id, "once", "n");

        Assert.Equal(2, town.Channel.Messages.Count);
    }

    [Fact]
    public async Task Without_the_permission_to_read_history_the_list_of_messages_is_empty()
    {
        await using Town town = await Town.BuildAsync();
        await town.Bot.SayAsync(town.Channel.Id, "there");
        town.Discord.Guilds.Deny(town.Channel, Rights.ReadMessageHistory);

        RawReply listed = await town.Bot.GetAsync($"channels/{town.Channel.Id}/messages");

        Assert.Equal(HttpStatusCode.OK, listed.Status);
        Assert.Empty(listed.Body!.AsArray());
    }

    [Fact]
    public async Task Everyone_is_pinged_only_by_those_who_may_and_nobody_in_silence()
    {
        await using Town town = await Town.BuildAsync();
        await town.Bot.SayAsync(town.Channel.Id, "@everyone");
        Assert.Empty(town.Channel.Messages.Values[^1].Mentions.Pinged);

        town.Discord.Guilds.SetPermissions(town.Guild, town.Discord.Guilds.BotRole(town.Guild), Rights.Invited | Rights.MentionEveryone);
        await town.Bot.SayAsync(town.Channel.Id, "@everyone");
        Assert.Contains(town.Reader.Id, town.Channel.Messages.Values[^1].Mentions.Pinged);

        await town.Bot.PostAsync(
            $"channels/{town.Channel.Id}/messages",
            new JsonObject { ["content"] = "@everyone", ["flags"] = (long)MessageMarks.SuppressNotifications });
        Assert.Empty(town.Channel.Messages.Values[^1].Mentions.Pinged);
    }

    [Fact]
    public async Task An_old_message_can_be_edited_only_so_often()
    {
        await using Town town = await Town.BuildAsync(new FakeDiscordOptions { LimitsRates = false });
        RawReply sent = await town.Bot.SayAsync(town.Channel.Id, "old");
        town.Clock.Advance(TimeSpan.FromHours(2));

        RawReply last = sent;
        for (int i = 0; i <= 30; i++)
        {
            last = await town.Bot.SendAsync(
                HttpMethod.Patch, $"channels/{town.Channel.Id}/messages/{sent.Body.Text("id")}", new JsonObject { ["content"] = $"{i}" });
        }

        Assert.Equal(30046, last.Code);
    }

    [Fact]
    public async Task A_person_who_takes_no_direct_messages_gets_none()
    {
        await using Town town = await Town.BuildAsync();
        var closed = town.Discord.World.AddUser("Closed", refusesDirectMessages: true);
        RawReply opened = await town.Bot.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = closed.Id.ToText() });

        RawReply refused = await town.Bot.SayAsync(opened.Body.Id("id")!.Value, "hello");

        Assert.Equal(50007, refused.Code);
    }
}

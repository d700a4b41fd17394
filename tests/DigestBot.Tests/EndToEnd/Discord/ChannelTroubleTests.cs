using System.Globalization;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.Tests.Adapters.Discord.Incoming;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>Channels that cannot be posted to: held back, the managers told, and gone on with when it is mended.</summary>
public sealed class ChannelTroubleTests
{
    private const string Posting = "POST /channels/{channel_id}/messages";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task A_permission_that_is_lost_holds_the_channel_back_until_it_is_given_again()
    {
        await using ServedTown town = await ServedTown.StartToLeapAsync();
        await ScheduleAsync(town, "07:02,07:04,07:06,07:08,07:16");
        town.Discord.Guilds.Deny(town.News, Rights.SendMessages);

        for (int refused = 0; refused < 3; refused++)
        {
            await LeapToAsync(town, $"07:0{1 + (2 * refused)}:55");
            await town.UntilAsync(() => Refused(town) > refused, "it is refused");
        }

        await town.UntilAsync(() => IsParkedAsync(town), "the channel is held back");
        FakeMessage[] told = await town.PostedAsync(town.Desk);
        await LeapToAsync(town, "07:07:55");
        await town.PassAsync(TimeSpan.FromSeconds(10));

        Assert.True(await IsParkedAsync(town));
        Assert.Equal(3, Refused(town)); // the fourth was not tried
        Assert.Equal(
            $"Digests can no longer be posted in <#{town.News.Id}>, so they are held back there: "
            + "I can't post in \\#news: missing Send Messages. When that is mended, post one by hand with schedule run-now; that opens the channel again.",
            Assert.Single(told).Text().Trim());
        Assert.Single(town.Posted(town.Desk));
        town.Discord.Guilds.SetOverwrite(town.News, town.Discord.World.Bot.Id, isMember: true, Rights.None, Rights.None);
        await town.LeapAsync(Soon);
        await town.UntilAsync(async () => !await IsParkedAsync(town), "the channel is open again");
        Assert.Equal(
            $"Digests can be posted in <#{town.News.Id}> again, so the schedules there go on; schedule history shows what was left out.",
            (await town.PostedAsync(town.Desk, 2))[1].Text().Trim());

        await LeapToAsync(town, "07:15:55");

        await town.PostedAsync(town.News, 3);
    }

    [Fact]
    public async Task A_channel_that_is_deleted_is_never_tried_and_the_schedule_goes_on_where_managers_move_it()
    {
        await using ServedTown town = await ServedTown.StartToLeapAsync();
        await ScheduleAsync(town, "07:02");

        town.Discord.Guilds.DeleteChannel(town.News);
        FakeMessage notice = (await town.PostedAsync(town.Desk))[0];
        await town.LeapAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(0, Refused(town));
        FakeChannel other = town.Discord.Guilds.AddChannel(town.Guild, "other");
        await town.RunAsync(town.Owner, town.Desk, "schedule edit", ("schedule", "morning"), ("channel", other));
        await town.AgainAsync("morning");

        await town.PostedAsync(other, 3);
        Assert.StartsWith(
            $"Digests can no longer be posted in <#{town.News.Id}>, so they are held back there: \\#news was deleted.",
            notice.Text().Trim(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_is_thrown_out_nothing_is_tried_until_it_is_let_in_again()
    {
        await using ServedTown town = await ServedTown.StartToLeapAsync();
        await ScheduleAsync(town, "07:02,07:10");

        town.Discord.Guilds.Expel(town.Guild);
        await town.UntilAsync(() => IsParkedAsync(town), "the channel is held back");
        await town.LeapAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(0, Refused(town));
        town.Discord.Guilds.Invite(town.Guild);
        await town.UntilAsync(async () => !await IsParkedAsync(town), "the channel is open again");
        await LeapToAsync(town, "07:09:55");

        FakeMessage[] parts = await town.PostedAsync(town.News, 3);
        Assert.Contains(DailyNews.Troops, parts[0].Text(), StringComparison.Ordinal);
    }

    private static Task LeapToAsync(ServedTown town, string time) =>
        town.LeapAsync(TimeSpan.Parse(time, CultureInfo.InvariantCulture) - town.Clock.GetUtcNow().TimeOfDay);

    private static Task ScheduleAsync(ServedTown town, string times) =>
        town.AddScheduleAsync("morning", ("at", times), ("if-empty", "post"));

    private static async Task<bool> IsParkedAsync(ServedTown town) => (await town.ScheduleAsync("morning")).Channel.IsParked;

    private static int Refused(ServedTown town) => town.Discord.Journal.Requests(Posting)
        .Count(line => line["path"]!.ToString().Contains($"{town.News.Id}", StringComparison.Ordinal) && (int)line["status"]! >= 400);
}

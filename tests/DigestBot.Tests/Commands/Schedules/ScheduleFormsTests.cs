using DigestBot.Commands;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary><c>/schedule</c> from platforms that give each setting by name.</summary>
public sealed class ScheduleFormsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_setting_arrives_as_it_was_filled_in()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Schedule added = Shown(await room.FillInAsync(
            "schedule",
            ("action", "add"), ("at", "08:00, 17:30"), ("topic", "at 9 on monday"), ("days", "weekdays"), ("zone", "Paris"),
            ("name", "Morning days:daily"), ("stories", "4"), ("if-empty", "post"), ("catch-up", "30m"), ("quiet", "22-7"),
            ("mention-role", "55"), ("channel", ChatRoom.Channel)));

        ScheduleSettings settings = added.Settings;
        Assert.Equal(("Morning days:daily", "at 9 on monday", "Europe/Paris"), (settings.Name, settings.Topic, settings.Zone));
        Assert.Equal(["08:00", "17:30"], settings.Times.Select(posting => posting.Time.ToString("HH:mm", null)));
        Assert.Equal((4, IfEmpty.Post, TimeSpan.FromMinutes(30), "55"), (settings.Stories, settings.IfEmpty, settings.CatchUp, settings.MentionRole));
        Assert.NotNull(settings.Quiet);
        Assert.Equal(ChatRoom.Channel, added.Channel.Address.ToString());
    }

    [Fact]
    public async Task The_other_actions_find_the_schedule_by_its_name()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add iraq at 08:00");
        await room.SayAsync("/schedule add \"oil prices\" at 09:00");

        Schedule edited = Shown(await room.FillInAsync("schedule", ("action", "edit"), ("schedule", "oil prices"), ("at", "10:00")));
        Schedule skipped = Shown(await room.FillInAsync("schedule", ("action", "skip-next"), ("schedule", "iraq")));
        Schedule taken = Shown(await room.FillInAsync("schedule", ("action", "skip-next"), ("schedule", "iraq"), ("undo", "true")));
        Schedule paused = Shown(await room.FillInAsync("schedule", ("action", "pause"), ("schedule", "iraq")));

        Assert.Equal("10:00", edited.Settings.Times[0].Time.ToString("HH:mm", null));
        Assert.Equal((true, false, true), (skipped.SkipNext, taken.SkipNext, paused.Paused));
        Assert.IsType<Reply.OfHistory>(await room.FillInAsync("schedule", ("action", "history"), ("schedule", "iraq")));
        Assert.IsType<Reply.OfRemovedSchedule>(await room.FillInAsync("schedule", ("action", "remove"), ("schedule", "iraq")));
        Assert.Single(Assert.IsType<Reply.OfSchedules>(await room.FillInAsync("schedule")).Schedules);
    }

    [Fact]
    public async Task Whoever_is_no_manager_looks_and_does_not_touch()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add iraq at 08:00");
        ChatRoom guest = room with { IsManager = false };

        Reply refused = await guest.FillInAsync("schedule", ("action", "pause"), ("schedule", "iraq"));

        Assert.Equal("Only a manager can change schedules; you can use list, show, preview and history.", Assert.IsType<Reply.Refusal>(refused).Sentence);
        Assert.IsType<Reply.OfSchedules>(await guest.FillInAsync("schedule", ("action", "list")));
    }

    [Fact]
    public async Task Replies_about_schedules_are_for_whoever_asked()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.True((await room.FillInAsync("schedule", ("action", "list"))).IsPrivate);
        Assert.True((await room.SayAsync("/status")).IsPrivate);
        Assert.False((await room.SayAsync("/digest iraq")).IsPrivate);
        Assert.True(bot.Get<CommandRouter>().IsPrivate("gone", new Dictionary<string, string>()));
    }

    private static Schedule Shown(Reply reply) => reply is Reply.OfSchedule shown
        ? shown.Schedule
        : throw new InvalidOperationException((reply as Reply.Refusal)?.Sentence ?? reply.ToString());
}

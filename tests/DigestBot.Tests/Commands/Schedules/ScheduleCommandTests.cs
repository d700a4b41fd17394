using DigestBot.Commands;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary>Schedules from a chat, through the router and a real store.</summary>
public sealed class ScheduleCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_is_set_up_in_the_channel_and_zone_of_whoever_asks()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply.OfSchedule added = Assert.IsType<Reply.OfSchedule>(await room.SayAsync("/schedule add iraq at 08:00 weekdays Europe/Paris"));

        Assert.Equal(("iraq", "iraq", "Europe/Paris"), (added.Schedule.Settings.Name, added.Schedule.Settings.Topic, added.Schedule.Settings.Zone));
        Assert.Equal(Weekdays.Workdays, added.Schedule.Settings.Days);
        Assert.Equal(ChatRoom.Channel, added.Schedule.Channel.Address.ToString());
        Assert.Equal(ChatRoom.Manager, added.Schedule.CreatedBy);
        Assert.Equal("“iraq” is set up.", added.Done);
        Assert.Equal("See the next runs: /schedule preview iraq", added.Next);
    }

    [Fact]
    public async Task A_schedule_needs_no_more_than_a_time()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply.OfSchedule added = Assert.IsType<Reply.OfSchedule>(await room.SayAsync("schedule add 8am"));

        Assert.Equal(("All news", null, "Etc/UTC"), (added.Schedule.Settings.Name, added.Schedule.Settings.Topic, added.Schedule.Settings.Zone));
        Assert.Equal("See the next runs: /schedule preview \"All news\"", added.Next);
    }

    [Fact]
    public async Task Everything_about_a_schedule_can_be_changed()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add morning iraq 8am paris");

        await room.SayAsync("/schedule edit morning name:dawn topic:syria at:06:30,07:00 days:sat,sun zone:tokyo stories:3");
        Reply.OfSchedule changed = Assert.IsType<Reply.OfSchedule>(
            await room.SayAsync("/schedule edit dawn if-empty:post catch-up:6h quiet:22:00-05:00 mention-role:77"));

        ScheduleSettings now = changed.Schedule.Settings;
        Assert.Equal(("dawn", "syria", "Asia/Tokyo", 3), (now.Name, now.Topic, now.Zone, now.Stories));
        Assert.Equal([new(6, 30), new(7, 0)], now.Times.Select(posting => posting.Time));
        Assert.Equal(Weekdays.Weekend, now.Days);
        Assert.Equal((IfEmpty.Post, TimeSpan.FromHours(6), "77"), (now.IfEmpty, now.CatchUp, now.MentionRole));
        Assert.Equal(new QuietHours(new(22, 0), new(5, 0)), now.Quiet);
        Assert.Equal("“dawn” is changed.", changed.Done);
    }

    [Fact]
    public async Task A_schedule_is_paused_resumed_skipped_taken_back_and_removed()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add morning iraq 8am paris");

        Assert.True((await room.ShownAsync("/schedule pause morning")).Paused);
        Assert.Equal("Start it again: /schedule resume morning", Assert.IsType<Reply.OfSchedule>(await room.SayAsync("/schedule show")).Next);
        Assert.False((await room.ShownAsync("/schedule resume MORNING")).Paused);
        Assert.True((await room.ShownAsync("/schedule skip-next morning")).SkipNext);
        Assert.False((await room.ShownAsync("/schedule skip-next morning undo")).SkipNext);
        Assert.IsType<Reply.OfRemovedSchedule>(await room.SayAsync("/schedule remove morning"));
        Assert.Empty(Assert.IsType<Reply.OfSchedules>(await room.SayAsync("/schedule")).Schedules);
    }

    [Fact]
    public async Task The_next_five_runs_carry_their_offset_and_the_clock_change_on_the_way()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        bot.Clock.SetUtcNow(new(2026, 3, 27, 12, 0, 0, TimeSpan.Zero));
        await room.SayAsync("/schedule add morning iraq 02:30 paris");

        Reply.OfPreview preview = Assert.IsType<Reply.OfPreview>(await room.SayAsync("/schedule preview"));

        Assert.Equal([1, 2, 2, 2, 2], preview.Upcoming.Runs.Select(run => run.Slot.Due.Offset.Hours));
        Assert.Equal(
            """
            The next runs of “morning”
              Every day at 02:30 · Europe/Paris
              Sat 28 Mar 2026, 02:30 (UTC+01:00)
              Clocks in Europe/Paris go forward on Sun 29 Mar 2026, 03:00, from UTC+01:00 to UTC+02:00. The runs keep their local time.
              Sun 29 Mar 2026, 03:00 (UTC+02:00) · 02:30 does not exist on that day, so it runs at the first time that does
              Mon 30 Mar 2026, 02:30 (UTC+02:00)
              Tue 31 Mar 2026, 02:30 (UTC+02:00)
              Wed 1 Apr 2026, 02:30 (UTC+02:00)
            Post one now: /schedule run-now morning

            """,
            room.Print(preview));
    }

    [Fact]
    public async Task What_cannot_be_found_is_refused_with_a_guess_or_the_list()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.Equal(
            "There are no schedules here yet. Try: /schedule add iraq at 08:00 weekdays Europe/Paris",
            await room.RefusedAsync("/schedule preview morning"));
        await room.SayAsync("/schedule add Morning iraq 8am paris");
        Assert.Equal("There is no schedule “mornig” here; did you mean “morning”?", await room.RefusedAsync("/schedule preview mornig"));
        Assert.Equal("There is no schedule “x” here; /schedule list lists those there are.", await room.RefusedAsync("/schedule pause x"));
        await room.SayAsync("/schedule add evening iraq 8pm paris");
        Assert.Equal(
            "There are several schedules here; say which one: /schedule history evening", await room.RefusedAsync("/schedule history"));
    }

    [Theory]
    [InlineData("/schedule add iraq", "Say when it shall post, such as “/schedule add iraq at 08:00 weekdays Europe/Paris”.")]
    [InlineData("/schedule add iraq 8am atlantis", "I took “atlantis” for the time zone")]
    [InlineData("/schedule add iraq 8am quiet:07:00-09:00", "08:00 lies in the quiet hours 07:00–09:00, so nothing would be posted; change one of them.")]
    [InlineData("/schedule add topic:iraq topic:syria 8am", "topic takes exactly one value.")]
    [InlineData("/schedule add iraq 8am channel:discord:99", "A schedule posts where it is set up; give the command in discord:99, or ask the operator.")]
    [InlineData("/schedule edit taken", "Say what shall change, such as “/schedule edit taken at 09:00”.")]
    [InlineData("/schedule add taken syria 8am", "There is a schedule “taken” already; change it with /schedule edit taken, or give this one a name of its own, name:…")]
    [InlineData("/schedule edit taken at 25:00", "I took “25:00” for the time and cannot read it; write 08:00, 8am or 08:00,18:30.")]
    [InlineData("/schedule add iraq 13pm", "I took “13pm” for the time")]
    [InlineData("/schedule lst", "There is no command “/schedule lst”; did you mean /schedule list?")]
    [InlineData("/schedule frobnicate", "Something is missing; write it so: /schedule add|edit|list|show|preview|run-now|pause|resume|skip-next|history|remove")]
    public async Task What_is_wrong_is_said_in_one_sentence(string text, string sentence)
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add taken iraq 9am paris");

        Assert.StartsWith(sentence, await room.RefusedAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_may_look_and_only_managers_change()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add morning iraq 8am paris");
        ChatRoom member = room with { IsManager = false };

        foreach (string action in (string[])["add x 8am", "edit morning 9am", "run-now morning", "pause morning", "resume morning", "skip-next morning", "remove morning"])
        {
            Assert.Equal(
                "Only a manager can change schedules; you can use list, show, preview and history.",
                await member.RefusedAsync($"/schedule {action}"));
        }

        Assert.IsType<Reply.OfSchedules>(await member.SayAsync("/schedule list"));
        Assert.IsType<Reply.OfSchedule>(await member.SayAsync("/schedule show morning"));
        Assert.IsType<Reply.OfPreview>(await member.SayAsync("/schedule preview morning"));
        Assert.IsType<Reply.OfHistory>(await member.SayAsync("/schedule history morning"));
    }

    [Fact]
    public async Task Limits_are_named_with_the_setting()
    {
        await using TestBot bot = await TestBot.StartAsync(
            "sqlite",
            Cancel,
            new KeyValuePair<string, string?>("Limits:SchedulesPerSpace", "3"),
            new KeyValuePair<string, string?>("Limits:TopicsPerSpace", "2"));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add iraq 8am");
        await room.SayAsync("/schedule add syria 8am");

        Assert.StartsWith(
            "Different topics that the schedules of a space may have: 2 (the operator sets Limits:TopicsPerSpace)",
            await room.RefusedAsync("/schedule add iran 8am"),
            StringComparison.Ordinal);
        await room.SayAsync("/schedule add third iraq 9am");
        Assert.StartsWith(
            "Schedules that a space may have: 3 (the operator sets Limits:SchedulesPerSpace)",
            await room.RefusedAsync("/schedule add fourth iraq 9am"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_space_neither_sees_nor_changes_the_schedules_of_another()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Schedule theirs = await room.ShownAsync("/schedule add morning iraq 8am paris");
        ChatRoom other = room with { Space = await bot.SpaceAsync("discord:2", Cancel) };
        await other.SayAsync("/schedule add own iraq 8am");

        Assert.Single(Assert.IsType<Reply.OfSchedules>(await other.SayAsync("/schedule list")).Schedules);
        Assert.StartsWith("There is no schedule", await other.RefusedAsync("/schedule remove morning"), StringComparison.Ordinal);
        Assert.StartsWith("There is no schedule", await other.RefusedAsync($"/schedule remove {theirs.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_by_hand_is_entered_and_will_be_posted()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/schedule add morning iraq 8am paris");

        Reply.OfRun run = Assert.IsType<Reply.OfRun>(await room.SayAsync("/schedule run-now morning"));
        Reply.OfHistory history = Assert.IsType<Reply.OfHistory>(await room.SayAsync("/schedule history morning"));

        Assert.Equal($"“morning” runs now; its digest appears in {ChatRoom.Channel}.", run.Waits);
        Assert.Equal(OccurrenceState.Due, Assert.Single(history.Runs).State);
        Assert.Contains("by hand · due, not composed yet", room.Print(history), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "« morning » est programmé.")]
    [InlineData("ar", "أُعِدّ الجدول «\u2068morning\u2069».")]
    public async Task Every_reply_speaks_the_readers_language(string language, string first)
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel) with { Language = language };

        string added = room.Print(await room.SayAsync("/schedule add morning iraq 8am paris if-empty:post quiet:22:00-07:00 mention-role:77 stories:3"));
        Assert.Contains(first.Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal), added, StringComparison.Ordinal);
        foreach (string text in (string[])["list", "show", "preview", "skip-next", "preview", "pause", "preview", "resume", "history", "run-now", "history", "edit 9am", "remove"])
        {
            Reply reply = await room.SayAsync($"/schedule {text}");
            Assert.IsNotType<Reply.Refusal>(reply);
            Assert.DoesNotContain("schedule is", room.Print(reply), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_names_and_topics_steer_nothing_and_forge_no_line()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        await room.SayAsync("/schedule add name:\"x\u202E\u001b[2J $(rm) @everyone\" topic:\"[red]\u2028boo \u0007\" 8am");
        Reply.OfSchedules list = Assert.IsType<Reply.OfSchedules>(await room.SayAsync("/schedule list"));
        string printed = room.Print(list);

        Assert.Equal("x[2J $(rm) @everyone", Assert.Single(list.Schedules).Settings.Name);
        Assert.DoesNotContain(printed, c => (char.IsControl(c) && c != '\n') || c is >= '\u202A' and <= '\u202E' or '\u2028');
        Assert.Equal(5, printed.Split('\n').Length - 1);
        Assert.Equal($"See the next runs: /schedule preview {list.Schedules[0].Id}", list.Next);
    }
}

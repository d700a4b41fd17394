using DigestBot.Chat;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Schedules.Infrastructure;

/// <summary>Somebody who manages one schedule after another while time passes and slots are opened.</summary>
internal sealed class ScheduleDesk : IAsyncDisposable
{
    private readonly SchedulerNode _node;

    private ScheduleDesk(TestBot bot, SchedulerNode node)
    {
        Bot = bot;
        _node = node;
    }

    public static ChannelRef Channel { get; } = new(ChatPlatform.Discord, "1");

    public TestBot Bot { get; }

    public ScheduleManager Manager => _node.Get<ScheduleManager>();

    public DateTimeOffset Now => Bot.Clock.GetUtcNow();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>It is seven in the morning in UTC, on Sunday 1 March 2026.</summary>
    public static async Task<ScheduleDesk> OpenAsync(string provider, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        return new(bot, SchedulerNode.On(bot, settings));
    }

    public T Get<T>()
        where T : notnull => _node.Get<T>();

    public async Task<Schedule> AddAsync(ScheduleSettings settings) => Done(await TryAddAsync(settings));

    public Task<ScheduleChange> TryAddAsync(ScheduleSettings settings, Space? space = null) =>
        Manager.AddAsync(space ?? Bot.Operator, Channel, settings, "discord:9", "discord:user-1", Cancelled);

    public async Task<Schedule> EditAsync(Schedule schedule, Func<ScheduleSettings, ScheduleSettings> change)
    {
        Schedule current = await ReadAsync(schedule);
        return Done(await Manager.EditAsync(current, change(current.Settings), null, Cancelled));
    }

    public static ScheduleSettings At(ScheduleSettings settings, params TimeOnly[] times) =>
        settings with { Times = [.. times.Select(time => new PostingTime(-1, time))] };

    public async Task<Schedule> ReadAsync(Schedule schedule) =>
        (await Get<ScheduleStore>().ListAsync(schedule.Space, Cancelled)).Single(one => one.Id == schedule.Id);

    /// <summary>Lets time pass up to here; whatever becomes due on the way is opened when it is due.</summary>
    public async Task PassAsync(DateTimeOffset until)
    {
        while (await Get<ScheduleStore>().UpcomingAsync(null, 1, Cancelled) is [{ NextDue: { } next }, ..] && next <= until)
        {
            SleepUntil(next);
            await Get<SlotOpener>().OpenDueAsync(Cancelled);
        }

        SleepUntil(until);
    }

    /// <summary>Same, while nobody opens anything.</summary>
    public void SleepUntil(DateTimeOffset until)
    {
        if (until > Now)
        {
            Bot.Clock.Advance(until - Now);
        }
    }

    /// <summary>The slots in the ledger, the oldest first, such as <c>2026-03-01/0 08:00 Due late</c>.</summary>
    public async Task<IReadOnlyList<string>> LedgerAsync(Schedule schedule) =>
    [
        .. from slot in await _node.LedgerAsync(schedule)
           select $"{slot.Slot} {slot.Due.UtcDateTime:dd}T{slot.Due.UtcDateTime:HH:mm} {slot.State}{slot.Skipped}{(slot.Late ? " late" : "")}",
    ];

    public static Schedule Done(ScheduleChange change) => Assert.IsType<ScheduleChange.Done>(change).Schedule;

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await Bot.DisposeAsync();
    }
}

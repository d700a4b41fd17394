using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>A bot with schedules, slots and messages of which a test says only what matters to it.</summary>
internal sealed class Ledger(TestBot bot)
{
    public const string Worker = "node-1";

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestBot Bot => bot;

    public DateTimeOffset Now => bot.Clock.GetUtcNow();

    public ScheduleStore Schedules => bot.Get<ScheduleStore>();

    public OccurrenceStore Occurrences => bot.Get<OccurrenceStore>();

    public PostStore Posts => bot.Get<PostStore>();

    public ChannelStore Channels => bot.Get<ChannelStore>();

    public static ScheduleSettings Settings(string name = "Morning") => new(
        name,
        "floods",
        [new PostingTime(0, new TimeOnly(8, 0)), new PostingTime(3, new TimeOnly(18, 30))],
        Weekdays.Workdays,
        "Europe/Paris",
        null,
        IfEmpty.Post,
        TimeSpan.FromHours(2),
        new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)),
        "role-1");

    public Task<T> WriteAsync<T>(Func<StoreTransaction, Task<T>> work) =>
        bot.Get<Database>().InTransactionAsync(work, Cancel);

    public Task WriteAsync(Func<StoreTransaction, Task> work) => WriteAsync(async transaction =>
    {
        await work(transaction);
        return true;
    });

    public async Task<Channel> ChannelAsync(string address = "discord:1", Space? space = null)
    {
        Assert.True(ChannelRef.TryParse(address, out ChannelRef? reference));
        return await WriteAsync(transaction => Channels.GetOrAddAsync(transaction, space ?? bot.Operator, reference));
    }

    public async Task<Schedule> ScheduleAsync(
        string name = "Morning", Channel? channel = null, string origin = "discord:9", Space? space = null, DateTimeOffset? nextDue = null)
    {
        Channel target = channel ?? await ChannelAsync(space: space);
        return (await WriteAsync(transaction => Schedules.AddAsync(
            transaction, new NewSchedule(space ?? bot.Operator, target, Settings(name), origin, "discord:user-1", Now, nextDue, 4))))!;
    }

    public Task<int> OpenAsync(params IReadOnlyList<NewOccurrence> slots) =>
        WriteAsync(transaction => Occurrences.OpenAsync(transaction, slots));

    /// <summary>A slot that is taken and composed, with its messages in the outbox.</summary>
    public async Task<long> QueueAsync(Schedule schedule, string slot, int parts = 1)
    {
        await OpenAsync(new NewOccurrence(schedule.Id, slot, Now, false, null));
        TakenOccurrence taken = (await Occurrences.TakeAsync(1_000, Now + Lease, Worker, Cancel)).Single(occurrence => occurrence.Slot == slot);
        bool ended = await WriteAsync(async transaction =>
        {
            await Posts.AddAsync(transaction, PartsOf(taken, parts));
            return await Occurrences.EndAsync(transaction, taken, new OccurrenceEnd.Queued("digest", parts));
        });
        Assert.True(ended);
        return taken.Id;
    }

    public IReadOnlyList<NewPost> PartsOf(TakenOccurrence taken, int parts) =>
    [
        .. from part in Enumerable.Range(1, parts)
           select new NewPost(
               $"{taken.Schedule.Id}/{taken.Slot}/{part}", taken.Id, taken.Schedule.Channel, part, parts, $"Part {part}", null, Now.AddHours(6)),
    ];

    public NewPost Notice(string key, Channel channel, string body = "A notice.") => new(key, null, channel, 1, 1, body, null, Now.AddHours(6));

    public Task<IReadOnlyList<TakenPost>> TakeAsync(int limit = 10, string worker = Worker, TimeSpan? spacing = null, TimeSpan? horizon = null) =>
        Posts.TakeAsync(
            ChatPlatform.Discord,
            new PostRequest(limit, Lease, worker, spacing ?? TimeSpan.FromMilliseconds(20), horizon ?? TimeSpan.FromSeconds(10)),
            Cancel);

    public Task<bool> BeginAsync(TakenPost post) => Posts.BeginAsync(post, Now + TimeSpan.FromSeconds(20), Cancel);

    public Task<bool> EndAsync(TakenPost post, PostEnd end) => Posts.EndAsync(post, end, Cancel);

    public Task<bool> DeliveredAsync(TakenPost post) =>
        EndAsync(post, new PostEnd.Delivered($"message-{post.Key}", TimeSpan.Zero, "200"));

    /// <summary>Sends what may go until nothing more may, and says in which order.</summary>
    public async Task<IReadOnlyList<string>> SendAllAsync(int limit = 10)
    {
        var sent = new List<string>();
        while (await TakeAsync(limit) is { Count: > 0 } taken)
        {
            foreach (TakenPost post in taken)
            {
                Assert.True(await BeginAsync(post));
                Assert.True(await DeliveredAsync(post));
                sent.Add(post.Key);
            }

            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return sent;
    }

    public async Task<Occurrence> OccurrenceAsync(Schedule schedule, string slot) =>
        (await Occurrences.FindAsync(schedule.Id, slot, Cancel))!;
}

using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Delivery;

/// <summary>What one node does to deliver, on the store and clock of a bot; there may be several.</summary>
internal sealed class DeliveryNode : IDisposable
{
    public DeliveryNode(TestBot bot, DeliveryOptions? delivery = null, int seed = 1, string language = "en", params IChatAdapter[] adapters)
    {
        IOptions<DeliveryOptions> options = Options.Create(delivery ?? new DeliveryOptions());
        Posts = bot.Get<PostStore>();
        Name = new NodeName(new Random(seed));
        Bell = new PostBell(bot.Clock);
        var backoff = new Backoff(options, new Random(seed));
        Parking = new ChannelParking(
            bot.Get<Database>(), bot.Get<ChannelStore>(), bot.Get<SpaceStore>(), Posts, adapters, options,
            Options.Create(new ChatOptions { Language = language }), bot.Clock, Bell);
        Sender = new PartSender(
            Posts, Parking, new AttemptRules(backoff, options), new PlatformCall(Metrics, bot.Clock, NullLogger<PlatformCall>.Instance),
            backoff, Metrics, options, bot.Clock, NullLogger<PartSender>.Instance);
        Outbox = new Outbox(adapters, Posts, Sender, Name, backoff, options, bot.Clock, NullLoggerFactory.Instance);
        Worker = new DeliveryWorker(Outbox, Posts, Bell, Metrics, bot.Clock, NullLogger<DeliveryWorker>.Instance);
        Lease = options.Value.Lease;
    }

    public PostStore Posts { get; }

    public NodeName Name { get; }

    public PostBell Bell { get; }

    public DeliveryMetrics Metrics { get; } = new();

    public ChannelParking Parking { get; }

    public PartSender Sender { get; }

    public Outbox Outbox { get; }

    public DeliveryWorker Worker { get; }

    private TimeSpan Lease { get; }

    /// <summary>Takes what may go now, as a pump does.</summary>
    public Task<IReadOnlyList<TakenPost>> TakeAsync(ChatPlatform platform, CancellationToken cancellationToken, int limit = 64) =>
        Posts.TakeAsync(
            platform,
            new PostRequest(limit, Lease, Name.Value, TimeSpan.FromMilliseconds(20), TimeSpan.FromMinutes(1)),
            cancellationToken);

    public void Dispose()
    {
        Worker.Dispose();
        Metrics.Dispose();
    }
}

using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>The whole bot beside a Discord of its own, with one server in it; both go by the same clock, which tests move.</summary>
internal sealed class DiscordTown : IAsyncDisposable
{
    public const string Nonce = "0123456789abcdefghij";

    private DiscordTown(FakeDiscordServer discord, TestBot bot, WaitedClock clock)
    {
        (Discord, Bot, Clock) = (discord, bot, clock);
        Guild = discord.Guilds.AddGuild("Newsroom");
        News = discord.Guilds.AddChannel(Guild, "news");
        Adapter = bot.Get<IEnumerable<IChatAdapter>>().Single(adapter => adapter.Platform == ChatPlatform.Discord);
    }

    public FakeDiscordServer Discord { get; }

    public TestBot Bot { get; }

    public FakeGuild Guild { get; }

    /// <summary>A text channel, in which the bot may do what its invitation says.</summary>
    public FakeChannel News { get; }

    public IChatAdapter Adapter { get; }

    public WaitedClock Clock { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DiscordTown> StartAsync(
        FakeDiscordOptions? options = null, string provider = "sqlite", string? token = null, params (string Key, string Value)[] settings)
    {
        var clock = new WaitedClock(TestBot.Begin);
        FakeDiscordOptions fake = (options ?? new FakeDiscordOptions()) with { LimitsRates = false };
        FakeDiscordServer discord = await FakeDiscordServer.StartAsync(fake, clock, Cancel);
        (string, string)[] own = [("Discord:Token", token ?? fake.Token), ("Discord:ApiUrl", $"{discord.Api}/v10/"), .. settings];
        TestBot bot = await TestBot.StartAsync(
            provider, _ => { }, clock, Cancel, own.Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        return new DiscordTown(discord, bot, clock);
    }

    public static ChannelRef At(FakeChannel channel) => new(ChatPlatform.Discord, $"{channel.Id}");

    /// <summary>The first part of a digest, as the outbox hands it over.</summary>
    public OutgoingPart Part(FakeChannel? channel = null, string nonce = Nonce) => new(
        At(channel ?? News), null, nonce, 1, 1, Body, MentionRole: null, FirstMessageId: null, Attempt: 1);

    /// <summary>Of a digest of two stories.</summary>
    public string Body => Adapter.Lay(new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false), SampleReplies.In("en"))[0];

    public Task<DeliveryOutcome> SendAsync(OutgoingPart part) => Adapter.SendAsync(part, Cancel);

    public async Task<ulong> DeliveredAsync(OutgoingPart part) =>
        ulong.Parse(Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync(part)).MessageId, System.Globalization.CultureInfo.InvariantCulture);

    public Task<Lookup> FindAsync(OutgoingPart part) => Adapter.FindAsync(part, Clock.GetUtcNow(), Cancel);

    public Task<Preflight> CheckAsync(ulong channel, string? space, string? role = null, string language = "en", string? reference = null) =>
        Adapter.PreflightAsync(
            new PreflightRequest(space, new(ChatPlatform.Discord, $"{channel}"), reference, role, Phrases.Find(language)!), Cancel);

    public static FakeMessage Only(FakeChannel channel) => Assert.Single(channel.Messages.Values);

    public int Requests(string route) => Discord.Journal.Requests(route).Count;

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Discord.DisposeAsync();
    }
}

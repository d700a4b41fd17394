using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.WebSub;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>A bot with a public address, one publisher and its hub, which run on loopback.</summary>
internal sealed class HubTown : IAsyncDisposable
{
    public const string Topic = "https://news.example/feed?a=1&b=2";
    public const string PublicUrl = "https://bot.example";

    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _asked = new();
    private readonly ConcurrentQueue<DateTimeOffset> _reads = new();
    private TestBot? _bot;

    private HubTown() => Server = LoopbackServer.Serving(ServeAsync);

    public TestBot Bot => _bot ?? throw new InvalidOperationException("The town has no bot yet.");

    public LoopbackServer Server { get; }

    /// <summary>Titles of what the feed holds.</summary>
    public List<string> Items { get; } = ["Harbour reopens"];

    /// <summary>Where the feed says that its hub is; null for none.</summary>
    public string? HubPath { get; set; } = "/hub";

    /// <summary>Where it says that another is; null for none.</summary>
    public string? OtherHubPath { get; set; }

    public byte[] HubAnswer { get; set; } = Reply.Status("202 Accepted");

    public byte[] OtherHubAnswer { get; set; } = Reply.Status("202 Accepted");

    /// <summary>What the publisher answers, where that is not its feed.</summary>
    public byte[]? FeedAnswer { get; set; }

    /// <summary>Happens while the publisher is asked.</summary>
    public Func<Task>? WhileReading { get; set; }

    /// <summary>What the hub was asked, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked => [.. _asked];

    /// <summary>How often the publisher was asked.</summary>
    public int Reads => _reads.Count;

    /// <summary>When.</summary>
    public IReadOnlyList<DateTimeOffset> ReadAt => [.. _reads];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HubTown> StartAsync(string provider = "sqlite", string publicUrl = PublicUrl)
    {
        var town = new HubTown();
        town._bot = await TestBot.StartAsync(
            provider, Cancel, new("WebSub:PublicUrl", publicUrl), new("Fetch:AllowedHosts:0", town.Server.Host));
        return town;
    }

    /// <summary>Follows the feed as the operator does, or in a space.</summary>
    public Task<Source> FollowAsync(Space? space = null) => Bot.Get<SourceStore>().AddAsync(
        space ?? Bot.Operator, new NewSource("feed", SourceKind.Feed, "Feed", Server.Address("/feed").AbsoluteUri, Bot.Clock.GetUtcNow()), Cancel);

    /// <summary>Follows, reads, asks the hub and has it confirm.</summary>
    public async Task SubscribeAsync(TimeSpan? lease = null)
    {
        await FollowAsync();
        await PollAsync();
        await KeepAsync();
        Assert.True(await ConfirmAsync(Asked[^1], lease));
    }

    /// <summary>Same, and has the hub tell of one piece of news, so that it is trusted.</summary>
    public async Task TrustAsync(TimeSpan? lease = null)
    {
        await SubscribeAsync(lease);
        Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Items.Add("Ferry is late");
        await PingAsync();
        await PollAsync();
        Bot.Clock.Advance(TimeSpan.FromHours(1.2));
        await PollAsync();
        Assert.Equal(CheckReason.Pushed, (await SourceAsync()).NextWhy);
    }

    /// <summary>Reads what is due.</summary>
    public Task PollAsync() => Bot.Get<PollRound>().RunAsync(Cancel);

    /// <summary>Asks what hubs are to be asked.</summary>
    public Task KeepAsync() => Bot.Get<SubscriptionKeeper>().RunAsync(Cancel);

    public Task<bool> ConfirmAsync(IReadOnlyDictionary<string, string> asked, TimeSpan? lease = null) => ConfirmAsync(
        asked["hub.callback"], asked["hub.mode"], asked["hub.topic"], ((long)(lease ?? TimeSpan.FromDays(10)).TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public Task<bool> ConfirmAsync(string callback, string? mode, string? topic, string? lease, string? reason = null) =>
        Bot.Get<HubCallback>().ConfirmAsync(callback.Split('/')[^1], new HubRequest(mode, topic, "challenge", lease, reason), Cancel);

    /// <summary>Has the hub tell of news, signed as it should be unless something else is said.</summary>
    public Task<PingOutcome> PingAsync(string? signature = null, string body = "<feed/>")
    {
        IReadOnlyDictionary<string, string> asked = Asked.Last(form => form["hub.mode"] == "subscribe");
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        return Bot.Get<HubCallback>().TakeAsync(
            asked["hub.callback"].Split('/')[^1],
            signature ?? $"sha256={HubSignatureTests.Sign("sha256", asked["hub.secret"], bytes)}",
            new MemoryStream(bytes),
            Cancel);
    }

    public async Task<Source> SourceAsync() => (await Bot.Get<SourceStore>().FindAsync(Bot.Operator, "Feed", Cancel))!;

    /// <summary>How much was read, and whether the hub told of the last of it.</summary>
    public async Task<(long Articles, bool IsTrusted)> StandAsync() => ((await SourceAsync()).Articles, (await SubscriptionAsync())!.IsTrusted);

    public async Task<Subscription?> SubscriptionAsync() => await Bot.Get<SubscriptionStore>().OfSourceAsync((await SourceAsync()).Id, Cancel);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task ServeAsync(LoopbackRequest request, Stream stream, CancellationToken cancel)
    {
        if (request.Path == "/feed")
        {
            _reads.Enqueue(Bot.Clock.GetUtcNow());
            byte[] answer = FeedAnswer ?? Reply.Ok(Feed());
            await (WhileReading?.Invoke() ?? Task.CompletedTask);
            await stream.WriteAsync(answer, cancel);
            return;
        }

        byte[] body = new byte[int.Parse(request["Content-Length"]!, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancel);
        var form = Encoding.UTF8.GetString(body).Split('&').Select(pair => pair.Split('=')).ToDictionary(
            pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
        form["path"] = request.Path;
        _asked.Enqueue(form);
        await stream.WriteAsync(request.Path == OtherHubPath ? OtherHubAnswer : HubAnswer, cancel);
    }

    private string Feed()
    {
        string[] hubs = [.. ((string?[])[HubPath, OtherHubPath]).OfType<string>().Select(path => $"<atom:link rel='hub' href='{Server.Address(path)}'/>")];
        string hub = hubs.Length == 0 ? "" : $"{string.Concat(hubs)}<atom:link rel='self' href='{WebUtility.HtmlEncode(Topic)}'/>";
        string items = string.Concat(Items.Select(title => $"<item><title>{title}</title><guid>{title}</guid><description>The text of: {title}.</description></item>"));
        return $"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Feed</title>{hub}{items}</channel></rss>";
    }
}

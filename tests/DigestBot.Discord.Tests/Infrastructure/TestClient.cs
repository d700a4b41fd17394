using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>A client that speaks to a <see cref="ScriptedDiscord"/>, with a clock that the test moves.</summary>
internal sealed class TestClient : IDisposable
{
    public const string Token = "MTQwMA.test.token";

    private readonly HttpMessageInvoker _http;

    public TestClient(Func<DiscordRestConfig, DiscordRestConfig>? configure = null)
    {
        Discord = new ScriptedDiscord(Clock);
        _http = new HttpMessageInvoker(Discord);
        Config = (configure ?? (config => config))(Configuration(new Uri("http://discord.test/api/v10/")));
        Rest = new DiscordRestClient(Config, _http, Clock, new Random(1));
    }

    public WaitedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));

    public ScriptedDiscord Discord { get; }

    public DiscordRestConfig Config { get; }

    public DiscordRestClient Rest { get; }

    public static DiscordRestConfig Configuration(Uri address) => new()
    {
        Token = Token,
        BaseAddress = address,
        ProjectUrl = new Uri("https://example.org/digestbot"),
        ProjectVersion = "1.2.3",

        // A clock that a test moves may be far ahead of the work that it lets go on, and never moves so far.
        DefaultOptions = new RequestOptions
        {
            Timeout = TimeSpan.FromDays(1),
            MaxWait = TimeSpan.FromDays(1),
            RetryMode = RetryMode.RetrySafe,
            MaxRetries = 4,
        },
    };

    /// <summary>Moves the clock in small steps, and only while somebody waits for it, until the task is done.</summary>
    public async Task PassUntilAsync(Task task)
    {
        for (int step = 0; !task.IsCompleted; step++)
        {
            Assert.True(step < 1_000_000, "It never ends.");
            if (Clock.IsWaitedFor)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(10));
                await Task.Yield();
            }
            else
            {
                await Task.Delay(1);
            }
        }

        await task;
    }

    public void Dispose() => _http.Dispose();
}

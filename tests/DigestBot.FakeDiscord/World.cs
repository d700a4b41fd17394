using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord;

/// <summary>All that exists: users, guilds, channels, interactions. Whoever reads or changes it holds the gate.</summary>
/// <remarks>The gate may be taken again by its holder, so that parts can be composed.</remarks>
public sealed class World
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TaskCompletionSource _pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal World(TimeProvider clock)
    {
        Clock = new SkewedClock(clock);
        Ids = new Snowflakes(Clock);
        Bot = AddUser("DigestBot", bot: true);
    }

    /// <summary>Events for the gateway, raised under the gate.</summary>
    internal event Action<GatewayEvent>? Published;

    public Lock Gate { get; } = new();

    public SkewedClock Clock { get; }

    public Snowflakes Ids { get; }

    /// <summary>The bot; its id is the application's too.</summary>
    public FakeUser Bot { get; }

    public Dictionary<ulong, FakeUser> Users { get; } = [];

    public Dictionary<ulong, FakeGuild> Guilds { get; } = [];

    public Dictionary<ulong, FakeChannel> Channels { get; } = [];

    public Dictionary<ulong, FakeInteraction> Interactions { get; } = [];

    /// <summary>Users who installed the bot for themselves.</summary>
    public HashSet<ulong> UserInstalls { get; } = [];

    /// <summary>The guilds that the bot is in.</summary>
    public IEnumerable<FakeGuild> OwnGuilds => Guilds.Values.Where(guild => guild.Members.ContainsKey(Bot.Id));

    public FakeUser AddUser(string name, bool bot = false, string locale = "en-GB", bool refusesDirectMessages = false)
    {
        lock (Gate)
        {
            var user = new FakeUser(Ids.Next(), name, bot) { Locale = locale, RefusesDirectMessages = refusesDirectMessages };
            Users.Add(user.Id, user);
            return user;
        }
    }

    /// <summary>The direct conversation between the bot and a user; opened at the first call.</summary>
    public FakeChannel DirectChannel(FakeUser user)
    {
        lock (Gate)
        {
            FakeChannel? open = Channels.Values.FirstOrDefault(channel => channel.Recipient?.Id == user.Id);
            if (open is null)
            {
                open = new FakeChannel(Ids.Next(), ChannelKind.Direct, user.Name, null) { Recipient = user, CreatedAt = Clock.GetUtcNow() };
                Channels.Add(open.Id, open);
            }

            return open;
        }
    }

    /// <summary>Waits until something is so; whatever reaches the fake makes it look again.</summary>
    /// <exception cref="TimeoutException">It did not become so in two minutes of real time.</exception>
    public async Task<T> WaitForAsync<T>(Func<T?> find, string what, CancellationToken cancellationToken = default)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            Task changed;
            lock (Gate)
            {
                if (find() is { } found)
                {
                    return found;
                }

                changed = _pulse.Task;
            }

            try
            {
                await changed.WaitAsync(both.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s for {what}; it did not happen.");
            }
        }
    }

    /// <summary>Same, for a condition.</summary>
    public Task WaitUntilAsync(Func<bool> holds, string what, CancellationToken cancellationToken = default) =>
        WaitForAsync(() => holds() ? this : null, what, cancellationToken);

    /// <summary>Lets all who wait look again.</summary>
    internal void Pulse()
    {
        lock (Gate)
        {
            TaskCompletionSource done = _pulse;
            _pulse = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            done.SetResult();
        }
    }

    internal void Publish(GatewayEvent published)
    {
        lock (Gate)
        {
            Published?.Invoke(published);
        }

        Pulse();
    }
}

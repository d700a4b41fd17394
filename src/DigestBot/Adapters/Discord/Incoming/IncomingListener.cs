using DigestBot.Adapters.Discord.Running;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Has interactions and messages answered that come over the gateway.</summary>
internal sealed class IncomingListener : IShardListener, IDisposable
{
    /// <summary>When the host stops, whoever asked before that still gets an answer if it takes no longer.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly DiscordInteractions _interactions;
    private readonly DiscordMessages _messages;
    private readonly DiscordGuilds _guilds;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationTokenRegistration? _stopping;
    private readonly ITimer _farewell;

    /// <param name="interactions">Answers them.</param>
    /// <param name="messages">Answers them.</param>
    /// <param name="guilds">Forgets what has changed.</param>
    /// <param name="clock">Of this machine.</param>
    /// <param name="lifetime">Of the host; null where there is none.</param>
    public IncomingListener(
        DiscordInteractions interactions, DiscordMessages messages, DiscordGuilds guilds, TimeProvider clock, IHostApplicationLifetime? lifetime = null)
    {
        (_interactions, _messages, _guilds) = (interactions, messages, guilds);
        _farewell = clock.CreateTimer(_ => _ending.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _stopping = lifetime?.ApplicationStopping.Register(() => _farewell.Change(Farewell, Timeout.InfiniteTimeSpan));
    }

    public void Attach(DiscordSocketClient shard)
    {
        shard.InteractionCreated += interaction => _interactions.ReceiveAsync(interaction, _ending.Token);
        shard.MessageReceived += message => _messages.ReceiveAsync(message, _ending.Token);
        shard.PermissionsChanged += guildId =>
        {
            _guilds.Forget(guildId);
            return Task.CompletedTask;
        };
    }

    public void Dispose()
    {
        _stopping?.Dispose();
        _farewell.Dispose();
        _ending.Dispose();
    }
}

using System.Globalization;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Discord;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Channel = DigestBot.Discord.Channel;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Notices when the bot is let in or thrown out, also while it was away, and when places vanish or may have healed.</summary>
internal sealed partial class GuildWatch(
    SpaceLifecycle lifecycle,
    ChannelParking parking,
    ChannelStore channels,
    FactStore facts,
    PlaceFinder places,
    Backoff backoff,
    TimeProvider clock,
    ILogger<GuildWatch> logger) : IShardListener
{
    private const int MostAttempts = 6;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public void Attach(DiscordSocketClient shard)
    {
        shard.Ready += () => StoredAsync(() => ReadyAsync(shard));
        shard.JoinedGuild += guild => StoredAsync(() => JoinedAsync(shard, guild.Id));
        shard.LeftGuild += guild => StoredAsync(() => LeftAsync(shard, guild));
        shard.ChannelDestroyed += channel => StoredAsync(() => LostAsync(channel));
        shard.ThreadDeleted += channel => StoredAsync(() => LostAsync(channel));
        shard.ChannelUpdated += channel => StoredAsync(() => ChangedAsync(channel));
        shard.PermissionsChanged += guild => StoredAsync(() => channels.CheckSoonAsync(Key(guild), CancellationToken.None));
    }

    // What it was in when it was last here is kept, since nobody tells what happened meanwhile.
    private async Task ReadyAsync(DiscordSocketClient shard)
    {
        IReadOnlyCollection<ulong> now = shard.GuildIds;
        HashSet<ulong> before = Read(await facts.FindAsync(FactOf(shard), CancellationToken.None));
        foreach (ulong left in before.Except(now))
        {
            await lifecycle.LeftAsync(Key(left), CancellationToken.None);
        }

        foreach (ulong joined in now.Except(before))
        {
            await lifecycle.JoinedAsync(Key(joined), CancellationToken.None);
        }

        await KeepAsync(shard);
        LogReady(shard.ShardId, shard.TotalShards, now.Count);
        if (now.Count == 0 && shard is { TotalShards: 1, ApplicationId: { } application })
        {
            LogInvite(application, (ulong)PermissionNames.Invited);
        }
    }

    private async Task JoinedAsync(DiscordSocketClient shard, ulong guild)
    {
        await lifecycle.JoinedAsync(Key(guild), CancellationToken.None);
        await KeepAsync(shard);
        LogJoined(guild);
    }

    private async Task LeftAsync(DiscordSocketClient shard, ulong guild)
    {
        await lifecycle.LeftAsync(Key(guild), CancellationToken.None);
        await KeepAsync(shard);
    }

    private Task LostAsync(Channel channel)
    {
        places.Changed(channel.Id);
        string what = channel.Name is { Length: > 0 } name ? $"#{VisibleText.Of(name)}" : channel.IsThread ? "The thread" : "The channel";
        return parking.LostAsync(Address(channel.Id), $"{what} was deleted.", CancellationToken.None);
    }

    private Task ChangedAsync(Channel channel)
    {
        places.Changed(channel.Id);
        return channel.GuildId is { } guild ? channels.CheckSoonAsync(Key(guild), CancellationToken.None) : Task.CompletedTask;
    }

    private Task KeepAsync(DiscordSocketClient shard) =>
        facts.SetAsync(FactOf(shard), string.Join(',', shard.GuildIds.Order().Select(Text)), CancellationToken.None);

    // Nothing tells it again before the next session, so the store is given some time.
    private async Task StoredAsync(Func<Task> work)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (StoreException exception) when (attempt < MostAttempts)
            {
                LogNotStored(exception.Message);
                await Task.Delay(backoff.After(attempt, LongestPause), clock, CancellationToken.None);
            }
        }
    }

    private static HashSet<ulong> Read(string? kept) =>
        [.. (kept ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))];

    private static string FactOf(DiscordSocketClient shard) =>
        string.Create(CultureInfo.InvariantCulture, $"discord-guilds-{shard.ShardId}/{shard.TotalShards}");

    private static string Key(ulong id) => Address(id).ToString();

    private static ChannelRef Address(ulong id) => new(ChatPlatform.Discord, Text(id));

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {ShardId} of {TotalShards} is in {Guilds} servers")]
    private partial void LogReady(int shardId, int totalShards, int guilds);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The bot is in no server yet; let it in at "
            + "https://discord.com/oauth2/authorize?client_id={ApplicationId}&scope=bot+applications.commands&permissions={Permissions}")]
    private partial void LogInvite(ulong applicationId, ulong permissions);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot was let into server {Guild}")]
    private partial void LogJoined(ulong guild);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What happened on Discord cannot be stored yet: {Reason}")]
    private partial void LogNotStored(string reason);
}

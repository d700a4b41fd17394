using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Wants to hear of what happens on Discord.</summary>
internal interface IShardListener
{
    /// <summary>Subscribes to the events of a shard, before it connects.</summary>
    void Attach(DiscordSocketClient shard);
}

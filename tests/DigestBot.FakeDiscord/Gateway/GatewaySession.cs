using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>What a client has begun by identifying; it outlives its connections, so that it can be resumed.</summary>
internal sealed class GatewaySession(string id, int shardId, int shardCount, GatewayIntent intents, int replayBuffer)
{
    private readonly Queue<(long Seq, string Frame)> _sent = [];

    public string Id => id;

    public int ShardId => shardId;

    public int ShardCount => shardCount;

    public GatewayIntent Intents => intents;

    public long Seq { get; private set; }

    public GatewayConnection? Connection { get; set; }

    public bool ReadsContent => intents.HasFlag(GatewayIntent.MessageContent);

    public bool Owns(ulong? guildId) => (int)((guildId.GetValueOrDefault() >> 22) % (ulong)shardCount) == shardId;

    public bool Wants(GatewayEvent happened) => intents.HasFlag(happened.Needs) && Owns(happened.GuildId);

    /// <summary>Sends an event, or keeps it for the client's return.</summary>
    public void Dispatch(string name, JsonObject data)
    {
        Seq++;
        string frame = new JsonObject { ["op"] = Op.Dispatch, ["t"] = name, ["s"] = Seq, ["d"] = data }.ToJsonString(Journal.Written);
        _sent.Enqueue((Seq, frame));
        if (_sent.Count > replayBuffer)
        {
            _sent.Dequeue();
        }

        Connection?.Send(frame);
    }

    /// <summary>Whether all after this number is still kept.</summary>
    public bool CanReplay(long after) => after == Seq || (_sent.TryPeek(out (long Seq, string) oldest) && oldest.Seq <= after + 1);

    public int Replay(long after)
    {
        (long, string Frame)[] missed = [.. _sent.Where(sent => sent.Seq > after)];
        foreach ((long _, string frame) in missed)
        {
            Connection!.Send(frame);
        }

        return missed.Length;
    }
}

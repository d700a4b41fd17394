using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>What the gateway says to each frame; called under the world's gate.</summary>
internal sealed class GatewayProtocol(World world, GatewayHub hub, Func<string> resumeAddress)
{
    private const int FramesPerMinute = 120;
    private const int KnownIntents = (1 << 26) - 1;

    public void Greet(GatewayConnection connection, string? version)
    {
        connection.Send(new JsonObject
        {
            ["op"] = Op.Hello,
            ["s"] = null,
            ["t"] = null,
            ["d"] = new JsonObject { ["heartbeat_interval"] = (long)hub.Options.HeartbeatInterval.TotalMilliseconds },
        });

        // Discord.Net's first connection names no version when its address was given to it.
        if (version is not (null or "" or "9" or "10"))
        {
            connection.Close(CloseCode.InvalidVersion);
        }
    }

    public void Receive(GatewayConnection connection, JsonObject? frame)
    {
        long? op = frame.Number("op");
        if (frame is null || op is null)
        {
            connection.Close(CloseCode.Decode);
        }
        else if (IsTooMuch(connection))
        {
            connection.Close(CloseCode.RateLimited);
        }
        else
        {
            Handle(connection, (int)op, frame.Field("d"));
        }
    }

    /// <summary>Tells the client that its session is no good, and whether it may still be resumed.</summary>
    public void Invalidate(GatewayConnection connection, bool resumable)
    {
        if (connection.Session is { } session)
        {
            session.Connection = null;
            connection.Session = null;
            if (!resumable)
            {
                hub.Forget(session);
            }
        }

        connection.Send(new JsonObject { ["op"] = Op.InvalidSession, ["d"] = resumable });
    }

    private bool IsTooMuch(GatewayConnection connection)
    {
        DateTimeOffset now = world.Clock.GetUtcNow();
        connection.Received.Enqueue(now);
        while (now - connection.Received.Peek() > TimeSpan.FromMinutes(1))
        {
            connection.Received.Dequeue();
        }

        return connection.Received.Count > FramesPerMinute;
    }

    private void Handle(GatewayConnection connection, int op, JsonNode? data)
    {
        switch (op)
        {
            case Op.Heartbeat:
                hub.Heartbeats++;
                connection.LastHeartbeat = world.Clock.GetUtcNow();
                if (hub.Acknowledges)
                {
                    connection.Send(new JsonObject { ["op"] = Op.HeartbeatAck });
                }

                break;
            case Op.Identify when connection.Session is null:
                Identify(connection, data);
                break;
            case Op.Resume when connection.Session is null:
                Resume(connection, data);
                break;
            case Op.Identify or Op.Resume:
                connection.Close(CloseCode.AlreadyAuthenticated);
                break;
            case Op.Presence or Op.VoiceState or Op.RequestMembers:
                if (connection.Session is null)
                {
                    connection.Close(CloseCode.NotAuthenticated);
                }

                break;
            default:
                connection.Close(CloseCode.UnknownOp);
                break;
        }
    }

    private bool IsToken(JsonNode? data) => !hub.IsTokenReset && data.Text("token") == hub.Options.Token;

    private void Identify(GatewayConnection connection, JsonNode? data)
    {
        long? intents = data.Number("intents");
        (int shard, int shards) = Shard(data);
        int guilds = world.OwnGuilds.Count(guild => (int)((guild.Id >> 22) % (ulong)Math.Max(1, shards)) == shard);
        int? close = !IsToken(data) ? CloseCode.AuthenticationFailed
            : data.Field("properties") is null ? CloseCode.Decode
            : shards < 1 || shard < 0 || shard >= shards ? CloseCode.InvalidShard
            : guilds > hub.Options.GuildsPerShard ? CloseCode.ShardingRequired
            : intents is null or < 0 or > KnownIntents ? CloseCode.InvalidIntents
            : (((GatewayIntent)intents & GatewayIntent.Privileged) & ~hub.Options.AllowedPrivileged) != 0 ? CloseCode.DisallowedIntents
            : null;
        if (close is { } code)
        {
            connection.Close(code);
            return;
        }

        if (!hub.Identifies.TryUse())
        {
            hub.IsTokenReset = true;
            hub.Close(CloseCode.AuthenticationFailed);
            return;
        }

        if (!hub.Identifies.IsPaced(shard))
        {
            connection.Send(new JsonObject { ["op"] = Op.InvalidSession, ["d"] = false });
            return;
        }

        connection.PacksEach = data.Flag("compress") == true;
        Begin(connection, new GatewaySession(
            $"{world.Ids.Next():x}", shard, shards, (GatewayIntent)intents!.Value, hub.Options.ReplayBuffer));
    }

    private static (int Id, int Count) Shard(JsonNode? data)
    {
        if (data.Field("shard") is null)
        {
            return (0, 1);
        }

        return data.List("shard") is [JsonValue id, JsonValue count] && id.TryGetValue(out int shard) && count.TryGetValue(out int shards)
            ? (shard, shards)
            : (-1, 0);
    }

    private void Begin(GatewayConnection connection, GatewaySession session)
    {
        (connection.Session, session.Connection) = (session, connection);
        hub.Add(session);
        FakeGuild[] guilds = [.. world.OwnGuilds.Where(guild => session.Owns(guild.Id))];
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = Me(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = resumeAddress(),
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = guilds.ToJsonArray(guild => new JsonObject { ["id"] = guild.Id.ToText(), ["unavailable"] = true }),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = world.Bot.Id.ToText(), ["flags"] = 0 },
            ["shard"] = new JsonArray(session.ShardId, session.ShardCount),
            ["_trace"] = new JsonArray(),
        });
        foreach (FakeGuild guild in guilds.Where(guild => session.Intents.HasFlag(GatewayIntent.Guilds) && !guild.IsUnavailable))
        {
            session.Dispatch("GUILD_CREATE", guild.ToCreateJson(world.Bot.Id));
        }
    }

    private void Resume(GatewayConnection connection, JsonNode? data)
    {
        if (!IsToken(data))
        {
            connection.Close(CloseCode.AuthenticationFailed);
            return;
        }

        long seq = data.Number("seq") ?? 0;
        if (hub.Find(data.Text("session_id")) is not { } session || !session.CanReplay(seq))
        {
            connection.Send(new JsonObject { ["op"] = Op.InvalidSession, ["d"] = false });
            return;
        }

        if (seq > session.Seq)
        {
            connection.Close(CloseCode.InvalidSeq);
            return;
        }

        (connection.Session, session.Connection) = (session, connection);
        session.Replay(seq);
        hub.Resumed++;
        session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
    }

    private JsonObject Me()
    {
        JsonObject json = world.Bot.ToJson();
        json["verified"] = true;
        json["mfa_enabled"] = false;
        json["email"] = null;
        return json;
    }
}

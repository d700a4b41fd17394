using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>Makes guilds and changes them, as their owners do; the gateway tells the bot.</summary>
public sealed class GuildDesk(World world)
{
    /// <summary>A guild with an owner, and the bot in it with what the invite link grants.</summary>
    public FakeGuild AddGuild(string name, FakeUser? owner = null, bool withBot = true, Rights granted = Rights.Invited)
    {
        lock (world.Gate)
        {
            FakeUser head = owner ?? world.AddUser($"{name} owner");
            var guild = new FakeGuild(world.Ids.Next(), name, head.Id);
            guild.Roles.Add(guild.Id, new FakeRole(guild.Id, "@everyone", Rights.Everyone));
            guild.Members.Add(head.Id, new FakeMember(head, world.Clock.GetUtcNow()));
            world.Guilds.Add(guild.Id, guild);
            if (withBot)
            {
                Invite(guild, granted);
            }

            return guild;
        }
    }

    /// <summary>Lets the bot in, with a role of its own.</summary>
    public void Invite(FakeGuild guild, Rights granted = Rights.Invited)
    {
        lock (world.Gate)
        {
            var role = new FakeRole(world.Ids.Next(), world.Bot.Name, granted) { BotId = world.Bot.Id };
            guild.Roles.Add(role.Id, role);
            var member = new FakeMember(world.Bot, world.Clock.GetUtcNow());
            member.Roles.Add(role);
            guild.Members.Add(world.Bot.Id, member);
            Tell("GUILD_CREATE", guild, guild.ToCreateJson(world.Bot.Id));
        }
    }

    /// <summary>Removes the bot.</summary>
    public void Expel(FakeGuild guild)
    {
        lock (world.Gate)
        {
            Tell("GUILD_DELETE", guild, new JsonObject { ["id"] = guild.Id.ToText() });
            guild.Members.Remove(world.Bot.Id);
            foreach (ulong id in guild.Roles.Values.Where(role => role.BotId == world.Bot.Id).Select(role => role.Id).ToArray())
            {
                guild.Roles.Remove(id);
            }
        }
    }

    /// <summary>Begins or ends an outage of the guild.</summary>
    public void SetAvailable(FakeGuild guild, bool available)
    {
        lock (world.Gate)
        {
            guild.IsUnavailable = !available;
            if (available)
            {
                Tell("GUILD_CREATE", guild, guild.ToCreateJson(world.Bot.Id));
            }
            else
            {
                Tell("GUILD_DELETE", guild, new JsonObject { ["id"] = guild.Id.ToText(), ["unavailable"] = true });
            }
        }
    }

    public FakeRole AddRole(FakeGuild guild, string name, Rights permissions = Rights.None, bool mentionable = false)
    {
        lock (world.Gate)
        {
            var role = new FakeRole(world.Ids.Next(), name, permissions) { Mentionable = mentionable };
            guild.Roles.Add(role.Id, role);
            Tell("GUILD_ROLE_CREATE", guild, new JsonObject { ["guild_id"] = guild.Id.ToText(), ["role"] = role.ToJson() });
            return role;
        }
    }

    public void SetPermissions(FakeGuild guild, FakeRole role, Rights permissions)
    {
        lock (world.Gate)
        {
            role.Permissions = permissions;
            Tell("GUILD_ROLE_UPDATE", guild, new JsonObject { ["guild_id"] = guild.Id.ToText(), ["role"] = role.ToJson() });
        }
    }

    /// <summary>The bot's own role in the guild.</summary>
    public FakeRole BotRole(FakeGuild guild)
    {
        lock (world.Gate)
        {
            return guild.Roles.Values.First(role => role.BotId == world.Bot.Id);
        }
    }

    public FakeMember Join(FakeGuild guild, FakeUser user, params IEnumerable<FakeRole> roles)
    {
        lock (world.Gate)
        {
            var member = new FakeMember(user, world.Clock.GetUtcNow());
            member.Roles.AddRange(roles);
            guild.Members.Add(user.Id, member);
            JsonObject json = member.ToJson();
            json["guild_id"] = guild.Id.ToText();
            Tell("GUILD_MEMBER_ADD", guild, json, GatewayIntent.GuildMembers);
            return member;
        }
    }

    public void Leave(FakeGuild guild, FakeUser user)
    {
        lock (world.Gate)
        {
            guild.Members.Remove(user.Id);
            var json = new JsonObject { ["guild_id"] = guild.Id.ToText(), ["user"] = user.ToJson() };
            Tell("GUILD_MEMBER_REMOVE", guild, json, GatewayIntent.GuildMembers);
        }
    }

    public FakeChannel AddChannel(FakeGuild guild, string name, ChannelKind kind = ChannelKind.Text, FakeChannel? category = null)
    {
        lock (world.Gate)
        {
            var channel = new FakeChannel(world.Ids.Next(), kind, name, guild) { Parent = category, CreatedAt = world.Clock.GetUtcNow() };
            guild.Channels.Add(channel.Id, channel);
            world.Channels.Add(channel.Id, channel);
            TellOf(channel, "CHANNEL_CREATE");
            return channel;
        }
    }

    public ForumTag AddTag(FakeChannel forum, string name)
    {
        lock (world.Gate)
        {
            var tag = new ForumTag(world.Ids.Next(), name);
            forum.Tags.Add(tag);
            TellOf(forum, "CHANNEL_UPDATE");
            return tag;
        }
    }

    public void DeleteChannel(FakeChannel channel)
    {
        lock (world.Gate)
        {
            world.Channels.Remove(channel.Id);
            channel.Guild?.Channels.Remove(channel.Id);
            TellOf(channel, channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE");
            foreach (FakeChannel thread in world.Channels.Values.Where(thread => thread.IsThread && thread.Parent == channel).ToArray())
            {
                world.Channels.Remove(thread.Id);
                channel.Guild?.Channels.Remove(thread.Id);
            }
        }
    }

    /// <summary>Sets what the channel allows and denies a role or a member, in place of what it did before.</summary>
    public void SetOverwrite(FakeChannel channel, ulong id, bool isMember, Rights allow, Rights deny)
    {
        lock (world.Gate)
        {
            channel.Overwrites.RemoveAll(overwrite => overwrite.Id == id);
            channel.Overwrites.Add(new Overwrite(id, isMember, allow, deny));
            TellOf(channel, "CHANNEL_UPDATE");
        }
    }

    /// <summary>Denies the bot something in one channel.</summary>
    public void Deny(FakeChannel channel, Rights denied) =>
        SetOverwrite(channel, world.Bot.Id, isMember: true, Rights.None, denied);

    public void SetArchived(FakeChannel thread, bool archived, bool locked = false)
    {
        lock (world.Gate)
        {
            (thread.IsArchived, thread.IsLocked) = (archived, locked);
            TellOf(thread, "THREAD_UPDATE");
        }
    }

    internal void TellOf(FakeChannel channel, string name) =>
        world.Publish(new GatewayEvent(name, channel.Guild?.Id, GatewayIntent.Guilds, _ => channel.ToJson()));

    private void Tell(string name, FakeGuild guild, JsonObject data, GatewayIntent needs = GatewayIntent.Guilds) =>
        world.Publish(new GatewayEvent(name, guild.Id, needs, _ => data));
}

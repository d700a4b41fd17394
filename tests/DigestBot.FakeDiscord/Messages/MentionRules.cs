using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Finds mentions in a text and lets through what <c>allowed_mentions</c> and the author's permissions let through.</summary>
internal sealed partial class MentionRules(World world)
{
    private static readonly string[] ByDefault = ["users", "roles", "everyone"];

    /// <summary>Mentions of a text; null for <paramref name="allowed"/> means Discord's default, which pings all that it finds.</summary>
    public Mentioned Find(string text, JsonNode? allowed, FakeChannel channel, FakeUser author, FakeMessage? answerTo, bool onlyUsers)
    {
        string plain = Code().Replace(text, " ");
        string[] parse = allowed is JsonObject ? [.. allowed.List("parse").Select(kind => kind?.ToString() ?? "")]
            : onlyUsers ? ["users"] : ByDefault;
        Rights may = channel.Guild is { } guild ? PermissionRules.In(guild, channel, author.Id) : Rights.None;
        bool mayAll = may.HasFlag(Rights.MentionEveryone);

        List<FakeUser> users = [.. Named(plain, UserMention())
            .Where(id => parse.Contains("users") || allowed.Ids("users").Contains(id))
            .Select(world.Users.GetValueOrDefault).OfType<FakeUser>()];
        FakeRole[] roles = [.. Named(plain, RoleMention())
            .Where(id => parse.Contains("roles") || allowed.Ids("roles").Contains(id))
            .Select(id => channel.Guild?.Roles.GetValueOrDefault(id)).OfType<FakeRole>()];
        bool everyone = mayAll && parse.Contains("everyone") && Everyone().IsMatch(plain);
        bool pingsAnswered = allowed is not JsonObject || allowed.Flag("replied_user") == true;
        if (answerTo is not null && pingsAnswered && answerTo.Author.Id != author.Id && !users.Contains(answerTo.Author))
        {
            users.Add(answerTo.Author);
        }

        var pinged = users.Select(user => user.Id).ToHashSet();
        pinged.UnionWith(roles.Where(role => role.Mentionable || mayAll).SelectMany(role => Members(channel, role)));
        pinged.UnionWith(everyone ? channel.Guild!.Members.Keys : []);
        pinged.Remove(author.Id);
        return new Mentioned(users, [.. roles.Select(role => role.Id)], everyone, pinged);
    }

    private static IEnumerable<ulong> Members(FakeChannel channel, FakeRole role) =>
        channel.Guild!.Members.Values.Where(member => member.Roles.Contains(role)).Select(member => member.User.Id);

    private static IEnumerable<ulong> Named(string text, Regex mention) =>
        mention.Matches(text).Select(match => ulong.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"<@!?(\d{15,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d{15,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@everyone|@here")]
    private static partial Regex Everyone();
}

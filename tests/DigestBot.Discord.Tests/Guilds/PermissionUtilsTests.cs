using System.Text.Json;
using CsCheck;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Guilds;

/// <summary>What a member may do in a channel.</summary>
public sealed class PermissionUtilsTests
{
    private const ulong GuildId = 1;
    private const ulong Owner = 10;
    private const ulong Member = 11;
    private const ulong Editor = 20;
    private const ulong Reader = 21;
    private const ulong Admin = 22;
    private const GuildPermission View = GuildPermission.ViewChannel;
    private const GuildPermission Send = GuildPermission.SendMessages;
    private const GuildPermission Embed = GuildPermission.EmbedLinks;

    private static readonly Role[] Roles =
    [
        new() { Id = GuildId, Permissions = View | Send },
        new() { Id = Editor, Permissions = Embed },
        new() { Id = Reader },
        new() { Id = Admin, Permissions = GuildPermission.Administrator },
    ];

    public static TheoryData<string, ulong[], PermissionOverwrite[], GuildPermission> Table => new()
    {
        { "everybody's role counts without being listed", [], [], View | Send },
        { "roles add up", [Editor], [], View | Send | Embed },
        { "a channel denies everybody", [], [Of(GuildId, deny: Send)], View },
        { "a role outweighs what everybody is denied", [Editor], [Of(GuildId, deny: Send), Of(Editor, allow: Send)], View | Send | Embed },
        { "among roles, allowing wins", [Editor, Reader], [Of(Editor, deny: Send), Of(Reader, allow: Send)], View | Send | Embed },
        { "a role the member has not does not matter", [Editor], [Of(Reader, deny: View | Send | Embed)], View | Send | Embed },
        { "the member's own overwrite is the last word", [Editor], [Of(Editor, allow: Send), Own(deny: Send | Embed)], View },
        { "and it can allow", [], [Of(GuildId, deny: Send), Own(allow: Send | Embed)], View | Send | Embed },
        { "somebody else's overwrite does not matter", [], [new() { Id = 99, Type = PermissionTarget.User, Deny = View }], View | Send },
        { "a user is not the role of the same id", [Editor], [Of(Editor, deny: View) with { Type = PermissionTarget.User }], View | Send | Embed },
        { "who cannot see the channel can do nothing", [Editor], [Of(GuildId, deny: View)], GuildPermission.None },
        { "an administrator is above overwrites", [Admin], [Of(GuildId, deny: View), Own(deny: Send)], PermissionUtils.All },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_member_may_what_the_documented_steps_give(
        string rule, ulong[] memberRoles, PermissionOverwrite[] overwrites, GuildPermission expected) =>
        Assert.Equal(
            (rule, expected),
            (rule, PermissionUtils.ComputeChannelPermissions(GuildId, Owner, Roles, overwrites, Member, memberRoles)));

    [Fact]
    public void The_owner_may_everything() => Assert.Equal(
        PermissionUtils.All,
        PermissionUtils.ComputeChannelPermissions(
            new Guild { Id = GuildId, OwnerId = Owner, Roles = Roles },
            new GuildMember { User = new DiscordUser { Id = Owner } },
            new Channel { PermissionOverwrites = [Of(GuildId, deny: View)] }));

    [Fact]
    public void The_order_of_roles_and_overwrites_does_not_matter() => Gen.Select(
        Gen.Int[0, 4].Array[6], Gen.ULong[0, 7].Array[12], Gen.Shuffle(Enumerable.Range(0, 6).ToArray())).Sample((targets, bits, order) =>
    {
        ulong[] ids = [GuildId, Editor, Reader, 23, 24];
        GuildPermission[] sets = [.. bits.Select(each => (GuildPermission)(each << 10))];
        PermissionOverwrite[] overwrites = [.. Enumerable.Range(0, 6).Select(i => Of(ids[targets[i]], sets[i], sets[i + 6]))];
        PermissionOverwrite[] shuffled = [.. order.Select(i => overwrites[i])];

        return PermissionUtils.ComputeChannelPermissions(GuildId, Owner, Roles, overwrites, Member, [Editor, Reader])
            == PermissionUtils.ComputeChannelPermissions(GuildId, Owner, [.. Roles.Reverse()], shuffled, Member, [Reader, Editor]);
    });

    [Fact]
    public void Every_permission_has_the_bit_that_discord_documents()
    {
        using JsonDocument table = JsonDocument.Parse(File.ReadAllText(SharedData.Path("data", "discord", "permissions.json")));
        int compared = 0;
        foreach (JsonElement row in table.RootElement.EnumerateArray().Where(row => row.GetProperty("name").GetString() != "IN_PROMPT"))
        {
            string name = row.GetProperty("name").GetString()!.Replace("_", "", StringComparison.Ordinal);
            Assert.True(Enum.TryParse(name, ignoreCase: true, out GuildPermission permission), name);
            Assert.Equal(1UL << row.GetProperty("bit").GetInt32(), (ulong)permission);
            compared++;
        }

        Assert.Equal(Enum.GetValues<GuildPermission>().Length - 1, compared);
    }

    private static PermissionOverwrite Of(ulong role, GuildPermission allow = default, GuildPermission deny = default) =>
        new() { Id = role, Type = PermissionTarget.Role, Allow = allow, Deny = deny };

    private static PermissionOverwrite Own(GuildPermission allow = default, GuildPermission deny = default) =>
        new() { Id = Member, Type = PermissionTarget.User, Allow = allow, Deny = deny };
}

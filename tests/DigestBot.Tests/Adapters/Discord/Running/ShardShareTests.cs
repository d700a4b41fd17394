using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Discord.Running;

namespace DigestBot.Tests.Adapters.Discord.Running;

public sealed class ShardShareTests
{
    [Fact]
    public void As_discord_advises_one_node_runs_all_shards_under_one_lease()
    {
        ShardShare all = Assert.Single(ShardShare.Of(new DiscordOptions(), total: 3));

        Assert.Equal(("discord-shards", "0, 1, 2"), (all.Lease, all.ToString()));
    }

    [Fact]
    public void With_a_number_of_shards_each_has_a_lease_that_names_it() => Assert.Equal(
        ["discord-shard-0/2", "discord-shard-1/2"],
        ShardShare.Of(new DiscordOptions { Shards = 2 }, total: 2).Select(share => share.Lease));

    [Fact]
    public void A_node_that_may_run_some_shards_wants_no_others() => Assert.Equal(
        ["discord-shard-1/4", "discord-shard-3/4"],
        ShardShare.Of(new DiscordOptions { Shards = 4, ShardIds = [3, 1, 3] }, total: 4).Select(share => share.Lease));
}

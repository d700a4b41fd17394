using System.Globalization;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Shards that run on one node together, since one lease stands for them.</summary>
/// <param name="Lease">Its name in the store.</param>
/// <param name="ShardIds">At least one.</param>
internal sealed record ShardShare(string Lease, IReadOnlyList<int> ShardIds)
{
    /// <summary>
    /// What this node may run. Where Discord advises the number of shards, nodes could be advised differently, so one of them
    /// runs all and the others stand by; where it is configured, each shard has a lease of its own.
    /// </summary>
    public static IReadOnlyList<ShardShare> Of(DiscordOptions options, int total) => options.Shards == 0
        ? [new("discord-shards", [.. Enumerable.Range(0, total)])]
        :
        [
            .. from id in options.ShardIds.Count > 0 ? options.ShardIds.Distinct().Order() : Enumerable.Range(0, total)
               select new ShardShare(string.Create(CultureInfo.InvariantCulture, $"discord-shard-{id}/{total}"), [id]),
        ];

    public override string ToString() => string.Join(", ", ShardIds);
}

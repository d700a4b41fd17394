using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Delivery;

/// <summary>Posts and limits for tests that need no store.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    public static readonly Channel Channel = new(1, 1, new ChannelRef(ChatPlatform.Discord, "42"), null, null, null, 0, null);

    public static readonly TakenPost Post = new(
        1, 1, "17/2026-03-01/0/1", 5, Channel, 1, 2, "Parliament voted.", null, 0, null, null, Now, Now.AddHours(6), Now);

    /// <summary>A platform that offers nothing against doubles.</summary>
    public static readonly ChatLimits Bare = new(50, TimeSpan.FromSeconds(1), TimeSpan.Zero, CanLookBack: false);

    public static readonly ChatLimits WithNonce = Bare with { NonceWindow = TimeSpan.FromMinutes(5) };

    public static readonly ChatLimits WithLookBack = Bare with { CanLookBack = true };

    public static AttemptRules Rules(DeliveryOptions? options = null, int seed = 1)
    {
        IOptions<DeliveryOptions> given = Options.Create(options ?? new DeliveryOptions());
        return new(new Backoff(given, new Random(seed)), given);
    }
}

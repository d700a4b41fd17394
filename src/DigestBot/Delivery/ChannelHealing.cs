using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Delivery;

/// <summary>Looks at parked channels again now and then, and opens those that have healed.</summary>
internal sealed partial class ChannelHealing(
    ChannelStore channels,
    SpaceStore spaces,
    ChannelCheck check,
    ChannelParking parking,
    ILogger<ChannelHealing> logger)
{
    /// <summary>So many are looked at in one go, so that platforms are not asked much.</summary>
    private const int MostAtOnce = 50;

    /// <returns>How many were opened.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var silent = new HashSet<ChatPlatform>();
        int opened = 0;
        foreach (Channel channel in await channels.TakeParkedAsync(MostAtOnce, cancellationToken))
        {
            // A platform that did not answer once is not asked for every channel.
            if (silent.Contains(channel.Address.Platform) || await spaces.FindAsync(channel.SpaceId, cancellationToken) is not { } space)
            {
                continue;
            }

            var request = new PreflightRequest(
                space.IsOperator ? null : space.Key, channel.Address, channel.Reference, MentionRole: null, Phrases.English);
            switch (await check.AskAsync(request, cancellationToken))
            {
                case Preflight.Fine:
                    await parking.HealedAsync(channel, cancellationToken);
                    LogOpened(channel.Address);
                    opened++;
                    break;
                case Preflight.NotKnown or Preflight.NotConnected:
                    silent.Add(channel.Address.Platform);
                    break;
            }
        }

        return opened;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Channel {Channel} can be posted to again")]
    private partial void LogOpened(ChannelRef channel);
}

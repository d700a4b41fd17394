namespace DigestBot.Schedules.Running;

/// <summary>A slot that is to be posted, and the edition that it is served from.</summary>
internal sealed record ServedOrder(SlotOrder Order, Edition Edition)
{
    public long SlotId => Order.Slot.Id;

    public long ChannelId => Order.Slot.Schedule.Channel.Id;
}

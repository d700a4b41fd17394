using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>A post that is sent in quiet hours wakes nobody.</summary>
public abstract class QuietTests(string provider)
{
    // The schedules of the rig are quiet from 22:00 to 07:00 in Paris; the clock begins at 08:00 there.
    [Theory]
    [InlineData(0, false)]
    [InlineData(13, false)]
    [InlineData(15, true)]
    [InlineData(22, true)]
    [InlineData(23, false)]
    public async Task The_hour_at_sending_decides(int hoursLater, bool silent)
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        rig.Bot.Clock.Advance(TimeSpan.FromHours(hoursLater));
        await rig.QueueAsync();

        await rig.AttemptAsync();

        Assert.Equal(silent, Assert.Single(rig.Scripted.Sent).Silent);
    }

    [Fact]
    public async Task A_notice_is_never_silent()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        rig.Bot.Clock.Advance(TimeSpan.FromHours(16));
        Channel channel = await rig.Ledger.ChannelAsync();
        await rig.Ledger.WriteAsync(transaction => rig.Ledger.Posts.AddAsync(transaction, [rig.Ledger.Notice("n", channel)]));

        await rig.AttemptAsync();

        Assert.False(Assert.Single(rig.Scripted.Sent).Silent);
    }
}

public sealed class SqliteQuietTests() : QuietTests("sqlite");

public sealed class PostgresQuietTests() : QuietTests("postgresql");

using DigestBot.Delivery;

namespace DigestBot.Tests.Delivery;

public sealed class RequestRoomTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_the_room_is_taken_and_the_next_waits_for_what_is_given_back()
    {
        var room = new RequestRoom(3);

        int first = await room.TakeAsync(Cancel);
        Task<int> second = room.TakeAsync(Cancel);
        bool waited = !second.IsCompleted;
        room.Return(2);

        Assert.Equal(3, first);
        Assert.True(waited);
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Waiting_for_room_can_be_given_up()
    {
        var room = new RequestRoom(1);
        await room.TakeAsync(Cancel);
        using var stop = new CancellationTokenSource();

        Task<int> waiting = room.TakeAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task It_is_empty_when_the_last_was_given_back()
    {
        var room = new RequestRoom(2);
        await room.TakeAsync(Cancel);

        Task empty = room.EmptyAsync();
        room.Return(1);
        bool tooEarly = empty.IsCompleted;
        room.Return(1);
        await empty;

        Assert.False(tooEarly);
    }
}

using System.Net.Sockets;
using DigestBot.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace DigestBot.Tests.Delivery;

public sealed class PlatformCallTests : IDisposable
{
    private static readonly OutgoingPart Part = new(Samples.Channel.Address, null, "nonce", 1, 1, "body", null, null, 1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();
    private readonly DeliveryMetrics _metrics = new();
    private readonly Mock<IChatAdapter> _adapter = new();
    private readonly PlatformCall _call;

    public PlatformCallTests() => _call = new PlatformCall(_metrics, _clock, NullLogger<PlatformCall>.Instance);

    public static TheoryData<Exception> BeforeTheFirstByte =>
    [
        new HttpRequestException(HttpRequestError.NameResolutionError, "token=secret"),
        new HttpRequestException(HttpRequestError.ConnectionError),
        new HttpRequestException(HttpRequestError.SecureConnectionError),
        new SocketException((int)SocketError.ConnectionRefused),
    ];

    public static TheoryData<Exception> AnyTime =>
    [
        new HttpRequestException(HttpRequestError.ResponseEnded, "token=secret"),
        new IOException("connection reset"),
        new InvalidOperationException("a bug"),
        new TaskCanceledException("a timeout of the adapter's own"),
        new SocketException((int)SocketError.ConnectionReset),
    ];

    public void Dispose() => _metrics.Dispose();

    [Theory]
    [MemberData(nameof(BeforeTheFirstByte))]
    public async Task An_error_before_the_first_byte_is_worth_another_try(Exception error)
    {
        Sends().ThrowsAsync(error);

        DeliveryOutcome outcome = await _call.SendAsync(_adapter.Object, Part, Limit);

        Assert.DoesNotContain("secret", Assert.IsType<DeliveryOutcome.RetryLater>(outcome).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AnyTime))]
    public async Task Any_other_error_means_that_it_may_have_arrived(Exception error)
    {
        Sends().ThrowsAsync(error);

        DeliveryOutcome outcome = await _call.SendAsync(_adapter.Object, Part, Limit);

        Assert.DoesNotContain("secret", Assert.IsType<DeliveryOutcome.Unconfirmed>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_is_thrown_without_a_task_is_one_too()
    {
        Sends().Throws(new InvalidOperationException("a bug"));

        Assert.IsType<DeliveryOutcome.Unconfirmed>(await _call.SendAsync(_adapter.Object, Part, Limit));
    }

    [Fact]
    public async Task An_adapter_that_never_answers_is_left_when_its_time_is_up()
    {
        Sends().Returns(new TaskCompletionSource<DeliveryOutcome>().Task);

        Task<DeliveryOutcome> call = _call.SendAsync(_adapter.Object, Part, Limit);
        _clock.Advance(Limit);

        Assert.IsType<DeliveryOutcome.Unconfirmed>(await call);
    }

    [Fact]
    public async Task A_look_that_fails_or_takes_too_long_tells_nothing()
    {
        Looks().ThrowsAsync(new IOException("token=secret"));
        Lookup failed = await _call.FindAsync(_adapter.Object, Part, Samples.Now, Limit);

        Looks().Returns(new TaskCompletionSource<Lookup>().Task);
        Task<Lookup> slow = _call.FindAsync(_adapter.Object, Part, Samples.Now, Limit);
        _clock.Advance(Limit);

        Assert.DoesNotContain("secret", Assert.IsType<Lookup.NotKnown>(failed).Reason, StringComparison.Ordinal);
        Assert.IsType<Lookup.NotKnown>(await slow);
    }

    private Moq.Language.Flow.ISetup<IChatAdapter, Task<DeliveryOutcome>> Sends() =>
        _adapter.Setup(adapter => adapter.SendAsync(Part, It.IsAny<CancellationToken>()));

    private Moq.Language.Flow.ISetup<IChatAdapter, Task<Lookup>> Looks() =>
        _adapter.Setup(adapter => adapter.FindAsync(Part, Samples.Now, It.IsAny<CancellationToken>()));
}

using System.Net;
using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Chat;
using DigestBot.Discord;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Three seconds for the first response and a quarter of an hour for the rest, counted from the arrival.</summary>
public sealed class InteractionResponderTests : IDisposable
{
    private const string First = "POST /interactions/7/token/callback";
    private const string Original = "PATCH /webhooks/5/token/messages/@original";
    private const string More = "POST /webhooks/5/token";

    private readonly FakeTimeProvider _clock = new();
    private readonly DiscordWire _wire = new();
    private readonly InteractionMetrics _metrics = new();
    private readonly InteractionResponder _responder;
    private readonly TaskCompletionSource<InteractionAnswer> _work = new();
    private bool _isCancelled;

    public InteractionResponderTests()
    {
        DiscordRestClient rest = _wire.Client(_clock);
        var first = new FirstResponse(rest, _clock, NullLogger<FirstResponse>.Instance);
        _responder = new(first, rest, _metrics, _clock, NullLogger<InteractionResponder>.Instance);
    }

    [Fact]
    public async Task What_is_ready_is_said_at_once_and_the_rest_follows()
    {
        _work.SetResult(Say("one", "two"));
        await AnswerAsync(Deferral.Public);

        WireRequest first = await _wire.NextAsync();
        WireRequest second = await _wire.NextAsync();
        Assert.Equal((First, 4L, "one"), (Line(first), first.CallbackType!.Value, first.Text));
        Assert.Equal((More, "two"), (Line(second), second.Text));
        Assert.Equal("""{"parse":[]}""", first.Message!["allowed_mentions"]!.ToJsonString());
        Assert.Equal("""{"parse":[]}""", second.Message!["allowed_mentions"]!.ToJsonString());
        Assert.True(_wire.IsQuiet);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_takes_long_is_announced_and_written_later(bool isPrivate)
    {
        Task answering = AnswerAsync(isPrivate ? Deferral.Private : Deferral.Public);
        Assert.True(_wire.IsQuiet);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        WireRequest announced = await _wire.NextAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));
        _work.SetResult(new InteractionAnswer.Say(Say("one", "two").Messages, isPrivate));
        await answering;

        WireRequest written = await _wire.NextAsync();
        WireRequest followed = await _wire.NextAsync();
        Assert.Equal((5L, isPrivate), (announced.CallbackType!.Value, announced.IsPrivate));
        Assert.Equal((Original, "one"), (Line(written), written.Text));
        Assert.Equal((More, "two", isPrivate), (Line(followed), followed.Text, followed.IsPrivate));
    }

    [Fact]
    public async Task A_page_that_takes_long_changes_its_message_later()
    {
        Task answering = AnswerAsync(Deferral.Change);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(6, (await _wire.NextAsync()).CallbackType);
        _work.SetResult(new InteractionAnswer.Change(new() { Content = "page 2" }));
        await answering;

        WireRequest written = await _wire.NextAsync();
        Assert.Equal((Original, "page 2"), (Line(written), written.Text));
    }

    [Fact]
    public async Task A_page_that_is_gone_leaves_its_message_as_it_is()
    {
        Task answering = AnswerAsync(Deferral.Change);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        await _wire.NextAsync();
        _work.SetResult(Say("gone") with { IsPrivate = true });
        await answering;

        WireRequest told = await _wire.NextAsync();
        Assert.Equal((More, "gone", true), (Line(told), told.Text, told.IsPrivate));
    }

    [Fact]
    public async Task A_form_that_takes_too_long_is_excused_since_nothing_can_be_deferred()
    {
        Task answering = AnswerAsync(Deferral.Never);
        _clock.Advance(TimeSpan.FromSeconds(2.3));
        await answering;

        WireRequest excuse = await _wire.NextAsync();
        Assert.Equal((4L, "That took too long; please try again, or give all values with the command."), (excuse.CallbackType!.Value, excuse.Text));
        Assert.True(_isCancelled);
    }

    [Fact]
    public async Task What_arrives_too_late_is_not_even_begun()
    {
        await AnswerAsync(Deferral.Public, arrivedBefore: TimeSpan.FromSeconds(3));

        Assert.True(_wire.IsQuiet);
        Assert.False(_work.Task.IsCompleted || _isCancelled);
    }

    [Fact]
    public async Task Time_that_passed_before_counts()
    {
        Task answering = AnswerAsync(Deferral.Public, arrivedBefore: TimeSpan.FromSeconds(1.4));
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(5, (await _wire.NextAsync()).CallbackType);
        _work.SetResult(Say("one"));
        await answering;
    }

    [Fact]
    public async Task When_Discord_knows_the_interaction_no_more_the_work_is_given_up()
    {
        _wire.Answers = _ => DiscordWire.Refusal(HttpStatusCode.NotFound, DiscordErrorCode.UnknownInteraction);
        Task answering = AnswerAsync(Deferral.Public);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        await answering;

        Assert.Equal(5, (await _wire.NextAsync()).CallbackType);
        Assert.True(_wire.IsQuiet);
        Assert.True(_isCancelled);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_nothing_is_sent()
    {
        Task answering = AnswerAsync(Deferral.Public);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        await _wire.NextAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));
        await answering;

        Assert.True(_wire.IsQuiet);
        Assert.True(_isCancelled);
    }

    [Fact]
    public async Task Where_somebody_else_has_answered_the_answer_is_a_further_message()
    {
        _wire.Answers = request => request.CallbackType is null
            ? null
            : DiscordWire.Refusal(HttpStatusCode.BadRequest, DiscordErrorCode.InteractionAlreadyAcknowledged);
        _work.SetResult(Say("one", "two"));
        await AnswerAsync(Deferral.Public);

        Assert.Equal(4, (await _wire.NextAsync()).CallbackType);
        Assert.Equal([(More, "one"), (More, "two")], [Pair(await _wire.NextAsync()), Pair(await _wire.NextAsync())]);
    }

    [Fact]
    public async Task A_response_whose_connection_dropped_is_sent_again_and_not_doubled()
    {
        int callbacks = 0;
        _wire.Answers = request => request.CallbackType is null ? null
            : ++callbacks == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "dropped")
            : DiscordWire.Refusal(HttpStatusCode.BadRequest, DiscordErrorCode.InteractionAlreadyAcknowledged);
        _work.SetResult(Say("one"));
        Task answering = AnswerAsync(Deferral.Public);
        await _wire.NextAsync();
        await AdvanceUntilAsync(answering);

        Assert.Equal(2, callbacks);
        Assert.Equal("one", (await _wire.NextAsync()).Text);
        Assert.True(_wire.IsQuiet);
    }

    [Fact]
    public async Task An_answer_that_Discord_finds_faulty_becomes_a_sentence()
    {
        int callbacks = 0;
        _wire.Answers = _ => ++callbacks == 1 ? DiscordWire.Refusal(HttpStatusCode.BadRequest, DiscordErrorCode.InvalidFormBody) : null;
        _work.SetResult(Say("one"));
        await AnswerAsync(Deferral.Public);

        await _wire.NextAsync();
        WireRequest excuse = await _wire.NextAsync();
        Assert.Equal(
            ("That did not work, and the fault is not yours; please try again in a minute.", true), (excuse.Text, excuse.IsPrivate));
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _wire.Dispose();
    }

    private Task AnswerAsync(Deferral deferral, TimeSpan arrivedBefore = default)
    {
        long arrivedAt = _clock.GetTimestamp();
        _clock.Advance(arrivedBefore);
        var interaction = new Interaction { Id = 7, ApplicationId = 5, Token = "token", Type = InteractionType.ApplicationCommand, ReceivedTimestamp = arrivedAt };
        var plan = new InteractionPlan(deferral, async cancellationToken =>
        {
            try
            {
                return await _work.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _isCancelled = true;
                throw;
            }
        });
        return _responder.AnswerAsync(interaction, plan, Phrases.English, TestContext.Current.CancellationToken);
    }

    // Whatever waits for the clock may begin to wait after any of these steps.
    private async Task AdvanceUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await done;
    }

    private static InteractionAnswer.Say Say(params string[] texts) =>
        new([.. texts.Select(text => new MessageProperties { Content = text })], IsPrivate: false);

    private static string Line(WireRequest request) => $"{request.Method} {Uri.UnescapeDataString(request.Path)}";

    private static (string, string) Pair(WireRequest request) => (Line(request), request.Text);
}

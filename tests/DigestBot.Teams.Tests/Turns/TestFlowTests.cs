using DigestBot.Teams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Teams.Tests.Turns;

/// <summary>The adapter and the flow that bots are tested with, and the turns that they run.</summary>
public sealed class TestFlowTests
{
    private static readonly BotCallbackHandler Echo = async (turn, token) =>
    {
        if (turn.Activity.Type == ActivityTypes.Message && turn.Activity.Text != "quiet")
        {
            await turn.SendActivityAsync($"echo {turn.Activity.Text}", cancellationToken: token);
        }
        else if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
        {
            await turn.SendActivityAsync("welcome", cancellationToken: token);
        }
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_conversation_goes_as_it_is_written_down() => new TestFlow(new TestAdapter(), Echo)
        .SendConversationUpdate().AssertReply("welcome")
        .Test("hello", "echo hello")
        .Send("one").AssertReplyContains("one")
        .Send("two").AssertReplyOneOf("echo two", "echo three")
        .Send("quiet").AssertNoReply()
        .Send("four").AssertReply(reply => Assert.Equal(("bot", "user1"), (reply.From?.Id, reply.Recipient?.Id)))
        .StartTestAsync(Cancel);

    [Fact]
    public async Task A_bot_that_says_something_else_or_nothing_fails_the_flow()
    {
        TestFlow flow = new(new TestAdapter(), Echo);

        await Assert.ThrowsAsync<TestFlowException>(() => flow.Test("hello", "good day").StartTestAsync(Cancel));
        await Assert.ThrowsAsync<TestFlowException>(() => flow.Send("a").AssertReplyContains("b").StartTestAsync(Cancel));
        await Assert.ThrowsAsync<TestFlowException>(() => flow.Send("a").AssertReplyOneOf("b", "c").StartTestAsync(Cancel));
        await Assert.ThrowsAsync<TestFlowException>(
            () => new TestFlow(new TestAdapter(), Echo).Send("quiet").AssertReply("echo quiet").StartTestAsync(Cancel));
        await Assert.ThrowsAsync<TestFlowException>(
            () => new TestFlow(new TestAdapter(), Echo).Send("a").AssertNoReply().StartTestAsync(Cancel));
    }

    [Fact]
    public async Task Time_passes_by_the_clock_of_the_adapter()
    {
        var clock = new FakeTimeProvider();
        Task flow = new TestFlow(new TestAdapter(clock), Echo).Delay(TimeSpan.FromHours(1)).Test("a", "echo a").StartTestAsync(Cancel);

        Assert.False(flow.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        await flow;
    }

    [Fact]
    public async Task Middleware_sees_a_turn_in_the_order_in_which_it_was_added_and_may_end_it()
    {
        var log = new List<string>();
        TestAdapter adapter = new();
        adapter.Use(new Logging("first", log)).Use(new Logging("second", log)).Use(new Stopping());

        await adapter.SendTextToBotAsync("go", (_, _) => { log.Add("bot"); return Task.CompletedTask; }, Cancel);
        await adapter.SendTextToBotAsync("stop", (_, _) => { log.Add("bot"); return Task.CompletedTask; }, Cancel);

        Assert.Equal(
            ["first in", "second in", "bot", "second out", "first out", "first in", "second in", "second out", "first out"], log);
    }

    [Fact]
    public async Task What_middleware_throws_goes_to_OnTurnError_too()
    {
        Exception? seen = null;
        var adapter = new TestAdapter { OnTurnError = (_, exception) => { seen = exception; return Task.CompletedTask; } };
        adapter.Use(new Throwing());

        await adapter.SendTextToBotAsync("go", Echo, Cancel);

        Assert.IsType<FormatException>(seen);
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task A_turn_knows_whether_something_was_said()
    {
        var said = new List<bool>();
        TestAdapter adapter = new();

        await adapter.SendTextToBotAsync("go", async (turn, token) =>
        {
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, token);
            said.Add(turn.Responded);
            await turn.SendActivityAsync("a", cancellationToken: token);
            said.Add(turn.Responded);
        }, Cancel);

        Assert.Equal([false, true], said);
    }

    [Fact]
    public async Task What_was_sent_can_be_updated_and_deleted_by_its_id()
    {
        TestAdapter adapter = new();

        await adapter.SendTextToBotAsync("go", async (turn, token) =>
        {
            ResourceResponse? sent = await turn.SendActivityAsync("before", cancellationToken: token);
            await turn.UpdateActivityAsync(MessageFactory.Text("after") with { Id = sent!.Id }, token);
            await turn.DeleteActivityAsync(sent.Id!, token);
        }, Cancel);

        Activity reply = adapter.GetNextReply()!;
        Assert.Equal((reply.Id, "after"), (adapter.Updated.Single().Id, adapter.Updated.Single().Text));
        Assert.Equal([reply.Id!], adapter.Deleted);
    }

    [Fact]
    public async Task A_turn_may_begin_without_anybody_speaking()
    {
        TestAdapter adapter = new();

        await adapter.ContinueConversationAsync(
            "bot", adapter.Conversation, (turn, token) => turn.SendActivityAsync("news", cancellationToken: token), Cancel);

        Activity reply = adapter.GetNextReply()!;
        Assert.Equal(("news", "conversation1", null), (reply.Text, reply.Conversation?.Id, reply.ReplyToId));
    }

    private sealed class Logging(string name, List<string> log) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextDelegate, CancellationToken cancellationToken = default)
        {
            log.Add($"{name} in");
            await nextDelegate(cancellationToken);
            log.Add($"{name} out");
        }
    }

    private sealed class Stopping : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextDelegate, CancellationToken cancellationToken = default) =>
            turnContext.Activity.Text == "stop" ? Task.CompletedTask : nextDelegate(cancellationToken);
    }

    private sealed class Throwing : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextDelegate, CancellationToken cancellationToken = default) =>
            throw new FormatException("bad");
    }
}

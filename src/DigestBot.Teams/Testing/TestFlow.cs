namespace DigestBot.Teams.Testing;

/// <summary>A conversation with a bot, written down step by step, and then held.</summary>
/// <remarks>Immutable: each step gives a new flow. Nothing happens before <see cref="StartTestAsync"/>.</remarks>
public sealed class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly IReadOnlyList<Func<CancellationToken, Task>> _steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback)
        : this(adapter, callback, [])
    {
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, (bot ?? throw new ArgumentNullException(nameof(bot))).OnTurnAsync, [])
    {
    }

    private TestFlow(TestAdapter adapter, BotCallbackHandler callback, IReadOnlyList<Func<CancellationToken, Task>> steps) =>
        (_adapter, _callback, _steps) = (adapter, callback, steps);

    /// <summary>Holds the conversation.</summary>
    /// <exception cref="TestFlowException">The bot did not say what was expected.</exception>
    public async Task StartTestAsync(CancellationToken cancellationToken = default)
    {
        foreach (Func<CancellationToken, Task> step in _steps)
        {
            await step(cancellationToken);
        }
    }

    public TestFlow Send(string userSays) => Send(MessageFactory.Text(userSays));

    public TestFlow Send(Activity userActivity) =>
        Then(token => _adapter.ProcessActivityAsync(userActivity, _callback, token));

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => Send(new Activity
    {
        Type = ActivityTypes.ConversationUpdate,
        MembersAdded = _adapter.Conversation.User is { } user ? [user] : [],
    });

    /// <summary>Time passes, by the adapter's clock.</summary>
    public TestFlow Delay(TimeSpan timeSpan) => Then(token => Task.Delay(timeSpan, _adapter.Clock, token));

    /// <summary>Says something and expects this answer.</summary>
    public TestFlow Test(string userSays, string expected) => Send(userSays).AssertReply(expected);

    public TestFlow AssertReply(string expected) => Check(
        reply => reply.Text == expected, reply => $"Expected '{expected}', and the bot said '{reply.Text}'.");

    public TestFlow AssertReply(Action<Activity> validateActivity)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(_ =>
        {
            validateActivity(NextReply());
            return Task.CompletedTask;
        });
    }

    public TestFlow AssertReplyContains(string expected) => Check(
        reply => reply.Text?.Contains(expected, StringComparison.Ordinal) == true,
        reply => $"Expected something with '{expected}' in it, and the bot said '{reply.Text}'.");

    public TestFlow AssertReplyOneOf(params string[] candidates) => Check(
        reply => candidates.Contains(reply.Text, StringComparer.Ordinal),
        reply => $"Expected one of '{string.Join("', '", candidates)}', and the bot said '{reply.Text}'.");

    /// <summary>The bot has said nothing more. A turn is over when it returns, so there is nothing to wait for.</summary>
    public TestFlow AssertNoReply() => Then(_ => _adapter.GetNextReply() is { } reply
        ? throw new TestFlowException($"Expected nothing, and the bot said '{reply.Text}'.")
        : Task.CompletedTask);

    private TestFlow Check(Func<Activity, bool> holds, Func<Activity, string> failure) => AssertReply(reply =>
    {
        if (!holds(reply))
        {
            throw new TestFlowException(failure(reply));
        }
    });

    private Activity NextReply() => _adapter.GetNextReply() ?? throw new TestFlowException("The bot said nothing.");

    private TestFlow Then(Func<CancellationToken, Task> step) => new(_adapter, _callback, [.. _steps, step]);
}

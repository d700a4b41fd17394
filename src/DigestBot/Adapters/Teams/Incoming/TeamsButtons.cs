using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Digests;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Answers buttons and forms. All that they need stands in them, so that those of last year still work.</summary>
/// <remarks>
/// What a button shows is seen by whoever pressed it alone, in the place of the card. Invariant: a digest is looked up for a
/// space that may see it; one of any other is as if there were none.
/// </remarks>
internal sealed partial class TeamsButtons(
    TeamsCaller callers,
    TeamsDialogue dialogue,
    TeamsForms forms,
    TeamsAnswers answers,
    DigestArchive archive,
    DigestVerifier verifier,
    TimeProvider clock,
    ILogger<TeamsButtons> logger)
{
    // The client waits for five seconds; a source that is read for the first time may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A button of a client that knows the kind: the answer takes the card's place.</summary>
    public async Task<AdaptiveCardInvokeResponse> PressAsync(
        ITurnContext turn, JsonElement? data, CancellationToken cancellationToken)
    {
        ButtonAnswer answer = await AnswerAsync(turn, data, waits: true, cancellationToken);
        return answer.Card is { } card
            ? AdaptiveCardInvokeResponse.Card(JsonSerializer.SerializeToElement(card, TeamsJson.Options))
            : AdaptiveCardInvokeResponse.Message(answer.Sentence ?? "");
    }

    /// <summary>A button of a client that does not, and sends the same as a message: the answer is a message as well.</summary>
    public async Task SubmitAsync(ITurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        ButtonAnswer answer = await AnswerAsync(turn, data, waits: false, cancellationToken);
        Phrases phrases = callers.PhrasesFor(turn.Activity);
        if (answer.Card is { } card)
        {
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Message(card, answer.Summary ?? "")], cancellationToken);
        }
        else if (answer is { Sentence: { } sentence, IsSent: false })
        {
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Lay(sentence, dialogue.ReaderIn(phrases))], cancellationToken);
        }
    }

    private async Task<ButtonAnswer> AnswerAsync(ITurnContext turn, JsonElement? data, bool waits, CancellationToken cancellationToken)
    {
        ChatMessage caller = await callers.OfAsync(turn, cancellationToken);
        Phrases phrases = TeamsDialogue.PhrasesOf(caller);
        IReadOnlyDictionary<string, string> typed = TeamsAction.Inputs(data);
        return TeamsAction.Read(data) switch
        {
            { Verb: TeamsAction.Page, DigestId: { } id } action => await ShowAsync(caller, id, digest => PageOf(digest, action, caller), cancellationToken),
            { Verb: TeamsAction.Sources, DigestId: { } id } action => await SourcesAsync(caller, id, action, cancellationToken),
            { Verb: TeamsAction.Follow, DigestId: { } id } => await FollowAsync(turn, caller, id, waits, cancellationToken),
            { Verb: TeamsAction.FollowStory } action when (action.Which ?? typed.GetValueOrDefault(CardButtons.StoryField)) is { } story => await RunAsync(
                turn, caller with { DigestId = action.DigestId }, FollowCommand.Name, new Dictionary<string, string> { [FollowWords.Story] = story }, waits, cancellationToken),
            { Verb: TeamsAction.Unfollow, DigestId: { } id } => await RunAsync(
                turn, caller with { DigestId = id }, UnfollowCommand.Name, new Dictionary<string, string> { [FollowWords.Story] = "1" }, waits, cancellationToken),
            { Verb: TeamsAction.Unfollow } action when long.TryParse(action.Which, out long follow) => await RunAsync(
                turn, caller, UnfollowCommand.Name, new Dictionary<string, string> { [FollowWords.Topic] = FollowWords.MarkOf(follow) }, waits, cancellationToken),
            { Verb: TeamsAction.Rate, DigestId: { } id, Which: { } story, Action: { } opinion } => await RunAsync(
                turn,
                caller with { DigestId = id },
                RateCommand.Name,
                new Dictionary<string, string> { [RateCommand.Opinion] = opinion, [RateCommand.Story] = story },
                waits,
                cancellationToken),
            { Verb: TeamsAction.Ask } action => await AskAsync(turn, caller, action, typed, cancellationToken),
            { Verb: TeamsAction.Form } action => await forms.FindAsync(action, turn, caller, typed, cancellationToken) is { } form
                ? new(form, form["fallbackText"]?.ToString())
                : ButtonAnswer.Of(phrases.ButtonUnknown),
            { Verb: TeamsAction.Run } action => await RunAsync(turn, caller, action, typed, waits, cancellationToken),
            _ => ButtonAnswer.Of(phrases.ButtonUnknown),
        };
    }

    private JsonObject PageOf(Digest digest, TeamsAction action, ChatMessage caller) => action.Part is { } part
        ? TeamsLayout.PageOfQuote(digest, part.First, dialogue.ReaderOf(caller))
        : TeamsLayout.Page(digest, action.Number, dialogue.ReaderOf(caller));

    private async Task<ButtonAnswer> ShowAsync(
        ChatMessage caller, string digestId, Func<Digest, JsonObject> show, CancellationToken cancellationToken) =>
        await archive.FindAsync(caller.Space, digestId, cancellationToken) is { } digest
            ? new(show(digest), digestId)
            : ButtonAnswer.Of(TeamsDialogue.PhrasesOf(caller).DigestNotKept);

    private async Task<ButtonAnswer> SourcesAsync(ChatMessage caller, string digestId, TeamsAction action, CancellationToken cancellationToken) =>
        await archive.FindAsync(caller.Space, digestId, cancellationToken) is { } digest
            ? new(
                TeamsLayout.Sources(
                    digest, action.Part, action.Number, await verifier.EditedAsync(caller.Space, digest, cancellationToken), dialogue.ReaderOf(caller)),
                digestId)
            : ButtonAnswer.Of(TeamsDialogue.PhrasesOf(caller).DigestNotKept);

    // An answer is for everybody who reads the digest, so it stands below it.
    private async Task<ButtonAnswer> AskAsync(
        ITurnContext turn, ChatMessage caller, TeamsAction action, IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        ChatMessage asked = caller with { DigestId = action.DigestId };
        var values = new Dictionary<string, string>
        {
            [CommandText.Question] = typed.GetValueOrDefault(CardButtons.QuestionField, ""),
            [CommandDefinition.Private] = "no",
        };
        Reply reply = await dialogue.RunAsync(asked, CommandText.Ask, values, cancellationToken);
        if (reply is Reply.Refusal refusal)
        {
            return ButtonAnswer.Of(refusal.Sentence);
        }

        await answers.SendAsync(turn, reply, asked, cancellationToken);
        return ButtonAnswer.Of(TeamsDialogue.PhrasesOf(caller).TeamsAnswered) with { IsSent = true };
    }

    private async Task<ButtonAnswer> FollowAsync(
        ITurnContext turn, ChatMessage caller, string digestId, bool waits, CancellationToken cancellationToken)
    {
        Phrases phrases = TeamsDialogue.PhrasesOf(caller);
        return await archive.FindAsync(caller.Space, digestId, cancellationToken) switch
        {
            null => ButtonAnswer.Of(phrases.DigestNotKept),
            { Topic: { } topic } => await RunAsync(
                turn, caller, FollowCommand.Name, new Dictionary<string, string> { [FollowWords.Topic] = topic }, waits, cancellationToken),
            { Stories.Count: > 0 } digest => new(CardButtons.Stories(digest, phrases), phrases.FollowNoTopic),
            _ => ButtonAnswer.Of(phrases.FollowNoTopic),
        };
    }

    private async Task<ButtonAnswer> RunAsync(
        ITurnContext turn,
        ChatMessage caller,
        TeamsAction action,
        IReadOnlyDictionary<string, string> typed,
        bool waits,
        CancellationToken cancellationToken) =>
        await forms.ReadAsync(action, typed, caller, cancellationToken) is { } values
            ? await RunAsync(turn, caller, action.Command!, values, waits, cancellationToken)
            : ButtonAnswer.Of(TeamsDialogue.PhrasesOf(caller).ButtonUnknown);

    private async Task<ButtonAnswer> RunAsync(
        ITurnContext turn,
        ChatMessage caller,
        string command,
        IReadOnlyDictionary<string, string> values,
        bool waits,
        CancellationToken cancellationToken)
    {
        ChatMessage said = caller with { Text = command };
        Task<Reply> running = dialogue.RunAsync(said, command, values, waits ? CancellationToken.None : cancellationToken);
        if (waits && await Task.WhenAny(running, Task.Delay(Patience, clock, cancellationToken)) != running)
        {
            _ = SayLaterAsync(turn, running, said);
            return ButtonAnswer.Of(TeamsDialogue.PhrasesOf(caller).TeamsStillWorking) with { IsSent = true };
        }

        Reply reply = await running;
        return reply switch
        {
            Reply.Refusal { Sentence: var sentence } => ButtonAnswer.Of(sentence),
            Reply.Plain { Sentence: var sentence } => ButtonAnswer.Of(sentence),
            Reply.OfFollows { Done: { } done } => ButtonAnswer.Of(done),
            _ => new(
                TeamsLayout.Cards(reply, forms.Buttons(command, said), dialogue.ReaderOf(said))[0].Card, command),
        };
    }

    // Nobody waits for this any more, so nothing may come out of it but a message.
    private async Task SayLaterAsync(ITurnContext turn, Task<Reply> running, ChatMessage said)
    {
        try
        {
            await answers.SendAsync(turn, await running, said, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotSaid(exception);
        }
    }

    private sealed record ButtonAnswer(JsonObject? Card, string? Summary)
    {
        public string? Sentence { get; init; }

        /// <summary>True where the answer has been sent, and the sentence only says so.</summary>
        public bool IsSent { get; init; }

        public static ButtonAnswer Of(string sentence) => new(null, null) { Sentence = sentence };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What took longer than a button waits could not be said")]
    private partial void LogNotSaid(Exception exception);
}

using DigestBot.Answers;
using DigestBot.Commands.People;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/more</c>: the next sentences of the answer that was shown last, or the digest on screen once more, with more of its stories.</summary>
internal sealed class MoreCommand(
    DigestComposer composer, CatchUpDesk desk, SubjectFinder subjects, FurtherFinder further, OutletFinder outlets, DigestNarrower narrower) : IChatCommand
{
    public const string Name = "more";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandMore, [CommandDefinition.PrivateParameter]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        (Digest? shown, Conversation conversation) = await subjects.FindAsync(call, cancellationToken);
        if (call.Message.DigestId is null && conversation.Turns is [.., { Story: null, Quotes.Count: > 0 } answered])
        {
            return await GoOnAsync(call, conversation, answered, cancellationToken);
        }

        if (shown is null)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        if (shown.Story is not null)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        int stories = Math.Min(CommandLimits.MostStories, shown.Stories.Count * 2);
        Digest longer = shown.CatchUp is { } begin
            ? await desk.TellMoreAsync(call.Message.Space, call.Message.Person, shown, begin, stories, cancellationToken)
            : await composer.ComposeAsync(
                Longer(call.Message.Space, shown, stories) with { Only = await narrower.SourcesAsync(call.Message.Space, shown, cancellationToken) }, cancellationToken);
        if (longer.Stories.Count <= shown.Stories.Count)
        {
            return new Reply.Plain(call.Phrases.NothingMore);
        }

        await subjects.SaveAsync(call, conversation with { DigestId = longer.Id }, cancellationToken);
        return new Reply.OfDigest(longer);
    }

    private async Task<Reply> GoOnAsync(CommandCall call, Conversation conversation, ConversationTurn answered, CancellationToken cancellationToken)
    {
        Space space = call.Message.Space;
        TurnScope scope = answered.Scope ?? TurnScope.Everywhere;
        Outlet? outlet = scope.Outlet is { } name ? await outlets.FindAsync(space, name, isLoose: true, cancellationToken) : null;
        var request = new AskRequest(space, answered.Question, scope.Topic, scope.Since, Context: null, Earlier: []) { Language = scope.Language, Outlet = outlet };
        Answer? more = scope.Outlet is not null && outlet is null
            ? null
            : await further.FindAsync(request, answered.Query ?? answered.Question, answered.Quotes, cancellationToken);
        if (more is null)
        {
            return new Reply.Plain(call.Phrases.NothingFurther);
        }

        ConversationTurn longer = answered with { Quotes = [.. answered.Quotes, .. more.Quotes.Select(QuotedRange.Of)] };
        await subjects.SaveAsync(call, conversation with { Turns = [.. conversation.Turns.SkipLast(1), longer] }, cancellationToken);
        return new Reply.OfAnswer(more);
    }

    // The window of what is shown, not the one asked for: it may have fallen back to older news.
    private static DigestRequest Longer(Space space, Digest shown, int stories) =>
        new(space, shown.Topic, shown.Window.To - shown.Window.From, shown.Window.To, stories, Sentences: null) { Also = shown.Also ?? [] };
}

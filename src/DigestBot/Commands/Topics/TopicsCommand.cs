using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands.Topics;

/// <summary><c>/topics</c>: what a space means by a word; everybody may look and try, managers define.</summary>
internal sealed class TopicsCommand(TopicCatalog topics) : IChatCommand
{
    private static readonly string[] Names = [.. TopicActions.All.Select(action => action.Name)];

    public CommandDefinition Definition { get; } = new("topics", phrases => phrases.CommandTopics,
    [
        new(CommandAction.Key, ParameterKind.Word, false, false, phrases => phrases.ParameterAction),
        new(TopicActions.Name, ParameterKind.Topic, false, false, phrases => phrases.ParameterTopicName),
        TopicActions.IncludeList,
        TopicActions.ExcludeList,
    ])
    {
        Actions = TopicActions.All,
        Example = "/topics add iraq include:\"iraq, iraqi, baghdad\" exclude:\"iraqi dinar\"",
        PrivateByDefault = true,
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string action = call.Arguments.Text(CommandAction.Key)?.ToLowerInvariant() ?? "list";
        string? name = call.Arguments.Text(TopicActions.Name);
        return (Definition.FindAction(action), action, name) switch
        {
            (null, _, _) => Refuse(call.Phrases.CommandIncomplete($"/topics {string.Join('|', Names)}")),
            (_, "list", _) => ListAsync(call, cancellationToken),
            (_, _, null) => Refuse(call.Phrases.CommandIncomplete($"/topics {action} <{TopicActions.Name}>")),
            (_, "test", _) => TestAsync(call, name, cancellationToken),
            _ when !call.Message.IsManager => Refuse(call.Phrases.TopicsManagersOnly),
            (_, "add", _) => AddAsync(call, name, cancellationToken),
            _ => RemoveAsync(call, name, cancellationToken),
        };
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        new Reply.OfTopics(await topics.ListAsync(call.Message.Space, cancellationToken), Done: null);

    private async Task<Reply> TestAsync(CommandCall call, string name, CancellationToken cancellationToken) =>
        new Reply.OfTopicTest(await topics.TestAsync(call.Message.Space, name, cancellationToken));

    private async Task<Reply> AddAsync(CommandCall call, string name, CancellationToken cancellationToken)
    {
        var words = new TopicWords(call.Arguments.Text(TopicActions.Include) ?? "", call.Arguments.Text(TopicActions.Exclude) ?? "");
        return TopicReply.Of(await topics.SaveAsync(call.Message.Space, name, words, cancellationToken), call.Phrases);
    }

    private async Task<Reply> RemoveAsync(CommandCall call, string name, CancellationToken cancellationToken) =>
        await topics.RemoveAsync(call.Message.Space, name, cancellationToken) is { } removed
            ? new Reply.Plain(call.Phrases.TopicRemoved(removed.Name))
            : new Reply.Refusal(call.Phrases.TopicUnknown(name));
}

using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Commands;

/// <summary><c>/sources</c>: lists the sources; the operator also adds and removes them.</summary>
internal sealed class SourcesCommand(SourceManager sources) : IChatCommand
{
    private const string Action = "action";
    private const string Which = "source";

    public CommandDefinition Definition { get; } = new("sources", phrases => phrases.CommandSources,
    [
        new(Action, ParameterKind.Word, false, false, phrases => phrases.ParameterAction),
        new(Which, ParameterKind.Question, false, false, phrases => phrases.ParameterSource),
    ]);

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string action = call.Arguments.Text(Action)?.ToLowerInvariant() ?? "list";
        string? which = call.Arguments.Text(Which);
        return (action, which) switch
        {
            ("list", _) => ListAsync(call, cancellationToken),
            ("show" or "add" or "remove", null) =>
                Refuse(call.Phrases.CommandIncomplete($"/sources {action} <{Which}>")),
            ("show", _) => ShowAsync(call, which, cancellationToken),
            ("add" or "remove", _) when !call.Message.IsOperator => Refuse(call.Phrases.SourcesOperatorOnly),
            ("add", _) => AddAsync(call, which, cancellationToken),
            ("remove", _) => RemoveAsync(call, which, cancellationToken),
            _ => Refuse(call.Phrases.CommandIncomplete("/sources list|show|add|remove")),
        };
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        new Reply.OfSources(await sources.ListAsync(call.Message.Space, cancellationToken));

    private async Task<Reply> ShowAsync(CommandCall call, string which, CancellationToken cancellationToken) =>
        await sources.FindAsync(call.Message.Space, which, cancellationToken) is { } source
            ? new Reply.OfSources([source])
            : new Reply.Refusal(call.Phrases.SourceUnknown(which));

    private async Task<Reply> AddAsync(CommandCall call, string location, CancellationToken cancellationToken)
    {
        SourceAdded added = await sources.AddAsync(call.Message.Space, location, name: null, cancellationToken);
        return added.Source is { } source
            ? new Reply.OfNewSource(source, added.Sample)
            : new Reply.Refusal(call.Phrases.SourceNotAdded(location, added.Problem ?? ""));
    }

    private async Task<Reply> RemoveAsync(CommandCall call, string which, CancellationToken cancellationToken)
    {
        Source? source = await sources.FindAsync(call.Message.Space, which, cancellationToken);
        if (source is null)
        {
            return new Reply.Refusal(call.Phrases.SourceUnknown(which));
        }

        return await sources.RemoveAsync(call.Message.Space, source, cancellationToken)
            ? new Reply.Plain(call.Phrases.SourceRemoved(source.Name))
            : new Reply.Refusal(call.Phrases.SourceNotYours(source.Name));
    }
}

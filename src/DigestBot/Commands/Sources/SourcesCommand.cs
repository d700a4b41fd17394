using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Commands.Sources;

/// <summary><c>/sources</c>: everybody may look; managers change what their space follows, the operator what all share.</summary>
internal sealed class SourcesCommand(SourceManager sources, SourceChanges changes, SourceHistory history) : IChatCommand
{
    private static readonly string[] Names = [.. SourceActions.All.Select(action => action.Name)];

    public CommandDefinition Definition { get; } = new("sources", phrases => phrases.CommandSources,
    [
        new(CommandAction.Key, ParameterKind.Word, false, false, phrases => phrases.ParameterAction),
        new(SourceActions.Which, ParameterKind.Question, false, false, phrases => phrases.ParameterSource),
        SourceActions.TierWord,
        SourceActions.QuoteWordsNumber,
    ])
    {
        Actions = SourceActions.All,
        PrivateByDefault = true,
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string action = call.Arguments.Text(CommandAction.Key)?.ToLowerInvariant() ?? "list";
        string? which = call.Arguments.Text(SourceActions.Which) ?? call.Arguments.Text(SourceActions.Address);
        CommandAction? known = Definition.FindAction(action);
        return (known, action, which) switch
        {
            (null, _, _) => Refuse(call.Phrases.CommandIncomplete($"/sources {string.Join('|', Names)}")),
            (_, "list", _) => ListAsync(call, cancellationToken),
            (_, _, null) => Refuse(call.Phrases.CommandIncomplete($"/sources {action} <{SourceActions.Which}>")),
            (_, "show", _) => ShowAsync(call, which, cancellationToken),
            _ when !call.Message.IsManager => Refuse(call.Phrases.SourcesManagersOnly),
            (_, "add", _) => changes.AddAsync(call, which, cancellationToken),
            (_, "test", _) => changes.TestAsync(call, which, cancellationToken),
            (_, "set", _) => SetAsync(call, which, cancellationToken),
            (_, "import", _) => changes.ImportAsync(call, which, cancellationToken),
            _ => ChangeAsync(call, action, which, cancellationToken),
        };
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        new Reply.OfSources(SourceDisclosure.Of(await sources.ListAsync(call.Message.Space, cancellationToken)));

    private async Task<Reply> ShowAsync(CommandCall call, string which, CancellationToken cancellationToken) =>
        await sources.FindAsync(call.Message.Space, which, cancellationToken) is { } source
            ? new Reply.OfSource(SourceDisclosure.Of(await history.OfAsync(call.Message.Space, source, cancellationToken)))
            : new Reply.Refusal(call.Phrases.SourceUnknown(FeedAddress.Shown(which)));

    private async Task<Reply> SetAsync(CommandCall call, string which, CancellationToken cancellationToken)
    {
        (SourceSetting? setting, string? problem) = SourceSettingText.Read(
            call.Arguments.Text(SourceActions.Tier), call.Arguments.Text(SourceActions.QuoteWords), call.Phrases);
        if (setting is null)
        {
            return new Reply.Refusal(problem ?? call.Phrases.CommandIncomplete(Definition.UsageOf(Definition.FindAction("set")!)));
        }

        return await sources.FindAsync(call.Message.Space, which, cancellationToken) is { } source
            ? new Reply.Plain(SourceSettingText.Told(
                SourceDisclosure.Of(await sources.SetAsync(call.Message.Space, source, setting, cancellationToken)), call.Phrases))
            : new Reply.Refusal(call.Phrases.SourceUnknown(FeedAddress.Shown(which)));
    }

    private async Task<Reply> ChangeAsync(CommandCall call, string action, string which, CancellationToken cancellationToken)
    {
        Space space = call.Message.Space;
        if (await sources.FindAsync(space, which, cancellationToken) is not { } source)
        {
            return new Reply.Refusal(call.Phrases.SourceUnknown(FeedAddress.Shown(which)));
        }

        string name = FeedAddress.In(source.Name);
        if (action is "on" or "off")
        {
            return await sources.SwitchAsync(space, source, action == "on", cancellationToken)
                ? new Reply.Plain(action == "on" ? call.Phrases.SourceSwitchedOn(name) : call.Phrases.SourceSwitchedOff(name))
                : new Reply.Refusal(call.Phrases.SourceNotSwitchable(name));
        }

        (bool done, string said) = action switch
        {
            "pause" => (await sources.PauseAsync(space, source, true, cancellationToken), call.Phrases.SourceNowPaused(name)),
            "resume" => (await sources.PauseAsync(space, source, false, cancellationToken), call.Phrases.SourceResumed(name)),
            _ => (await sources.RemoveAsync(space, source, cancellationToken), call.Phrases.SourceRemoved(name)),
        };
        return done ? new Reply.Plain(said) : new Reply.Refusal(call.Phrases.SourceNotYours(name));
    }
}

using DigestBot.Chat;
using DigestBot.Commands.Follows;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Suggestions;

/// <summary>What could be meant by what somebody is typing: at most 25 things, from memory, at once.</summary>
internal sealed class Suggester(CommandRouter router, SpaceMenus menus, SubjectFinder subjects, FollowStore follows, FollowTitles titles, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <returns>None where nothing is known, or the parameter offers nothing.</returns>
    public async Task<IReadOnlyList<Suggestion>> FindAsync(SuggestionQuery query, CancellationToken cancellationToken)
    {
        string typed = query.Typed.Length <= CommandLimits.Topic ? query.Typed : query.Typed[..CommandLimits.Topic];
        CommandParameter? parameter = Find(query);
        return parameter?.Suggests switch
        {
            null => [],
            SuggestionSource.None => SuggestionMatch.Of(typed, parameter.Choices.Select(Suggestion.Of)),
            SuggestionSource.Times => FixedSuggestions.Times(typed),
            SuggestionSource.Days => FixedSuggestions.Days(typed, PhrasesOf(query.Message).Culture),
            SuggestionSource.Windows => FixedSuggestions.Windows(typed),
            SuggestionSource.CatchUps => FixedSuggestions.CatchUps(typed),
            SuggestionSource.QuietHours => FixedSuggestions.QuietHours(typed),
            SuggestionSource.Zones => ZoneSuggestions.Of(typed, query.Message.Space.TimeZone),
            SuggestionSource.Stories => await StoriesAsync(query.Message, typed, cancellationToken),
            SuggestionSource.Follows => await FollowsAsync(query.Message, typed, cancellationToken),
            { } source => await OfSpaceAsync(query.Message.Space, source, typed),
        };
    }

    private static Phrases PhrasesOf(ChatMessage message) => Phrases.Find(message.Language ?? message.Space.Language) ?? Phrases.English;

    private CommandParameter? Find(SuggestionQuery query)
    {
        CommandDefinition? command = router.Find(query.Command);
        IReadOnlyList<CommandParameter>? parameters = query.Action is null ? command?.Parameters : command?.FindAction(query.Action)?.Parameters;
        return parameters?.FirstOrDefault(parameter => parameter.Name == query.Parameter);
    }

    private async Task<IReadOnlyList<Suggestion>> OfSpaceAsync(Space space, SuggestionSource source, string typed)
    {
        if (await menus.FindAsync(space) is not { } menu)
        {
            return [];
        }

        return SuggestionMatch.Of(typed, source switch
        {
            SuggestionSource.Schedules => menu.Schedules,
            SuggestionSource.Sources => menu.Sources,
            SuggestionSource.Topics => [.. menu.Topics, .. await menus.NamesAsync(space, menu)],
            _ => throw new InvalidOperationException($"No suggestions for {source}."),
        });
    }

    private async Task<IReadOnlyList<Suggestion>> FollowsAsync(ChatMessage message, string typed, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<Schedule> own = await follows.ListAsync(message.Person, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            IReadOnlyDictionary<long, string> headlines = await titles.FindAsync(message.Space, own, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return SuggestionMatch.Of(typed, own.SelectMany((schedule, i) =>
                headlines.TryGetValue(schedule.Id, out string? headline) ? [new Suggestion($"{i + 1}", $"{i + 1} · {VisibleText.Of(headline)}")]
                : schedule.Settings is { Story: null, Topic: { } topic } ? [Suggestion.Of(topic)]
                : (Suggestion[])[]));
        }
        catch (Exception exception) when (exception is TimeoutException or StoreException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<Suggestion>> StoriesAsync(ChatMessage message, string typed, CancellationToken cancellationToken)
    {
        var call = new CommandCall(message, Reader.In(PhrasesOf(message), message.Space.TimeZone, clock), CommandArguments.None);
        try
        {
            Subject subject = await subjects.FindAsync(call, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            IEnumerable<DigestStory> stories = subject.Digest?.Stories ?? [];
            return SuggestionMatch.Of(typed, stories.Select((story, i) => new Suggestion($"{i + 1}", $"{i + 1} · {VisibleText.Of(story.Title)}")));
        }
        catch (Exception exception) when (exception is TimeoutException or StoreException)
        {
            return [];
        }
    }
}

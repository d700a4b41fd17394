using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary><c>/rate</c>: keeps what somebody thinks of a story of the digest on screen; the digests of the space go by it a little.</summary>
internal sealed class RateCommand(OpinionStore opinions, SubjectFinder subjects) : IChatCommand
{
    public const string Name = "rate";

    /// <summary>What somebody thinks.</summary>
    public const string Opinion = "opinion";

    /// <summary>Of which story: its number in the digest, or its id.</summary>
    public const string Story = "story";

    public const string Good = "good";
    public const string Bad = "bad";
    public const string Off = "off";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandRate,
    [
        new(Opinion, ParameterKind.Word, true, false, phrases => phrases.ParameterOpinion) { Choices = [Good, Bad, Off] },
        new(Story, ParameterKind.Topic, false, false, phrases => phrases.ParameterWhy),
    ])
    {
        Example = "/rate good 2",
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string opinion = call.Arguments.Text(Opinion)?.ToLowerInvariant() ?? "";
        if (ArgumentCheck.WrongChoice(Definition.Parameters[0], opinion, call.Phrases) is { } wrong)
        {
            return new Reply.Refusal(wrong);
        }

        if ((await subjects.FindAsync(call, cancellationToken)).Digest is not { } digest)
        {
            return new Reply.Refusal(call.Phrases.NothingOnScreen);
        }

        string? which = call.Arguments.Text(Story);
        if (!StoryPlace.TryParse(which, digest, out StoryPlace place) || digest.Stories.ElementAtOrDefault(place.Story - 1) is not { } story)
        {
            return new Reply.Refusal(call.Phrases.WhyUnknown(which ?? "1", digest.Stories.Count));
        }

        ChatMessage message = call.Message;
        string about = $"digest/{digest.Id}/{story.Id}";
        if (opinion == Off)
        {
            bool had = await opinions.TakeBackAsync(message.Space, about, message.Person, cancellationToken);
            return new Reply.Plain(had ? call.Phrases.RateTakenBack(place.Story) : call.Phrases.RateNone(place.Story));
        }

        long[] articles = [.. story.Quotes.SelectMany(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? [id] : (long[])[]).Distinct()];
        await opinions.GiveAsync(message.Space, about, message.Person, opinion == Good, articles, cancellationToken);
        return new Reply.Plain(call.Phrases.RateKept(place.Story));
    }
}

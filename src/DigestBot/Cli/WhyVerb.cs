using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary><c>why DIGEST_ID [STORY]</c></summary>
internal static class WhyVerb
{
    public static Command Create(CliContext context)
    {
        Argument<string> digest = CliArgument.One("DIGEST_ID", context.Phrases.ArgumentDigest);
        var story = new Argument<string?>("STORY")
        {
            Description = context.Phrases.ArgumentWhyStory,
            HelpName = "STORY",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("why", context.Phrases.CommandWhy) { digest, story };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            string id = result.GetRequiredValue(digest);
            if (await session.Get<DigestArchive>().FindAsync(session.Space, id, cancel) is not { } kept)
            {
                return session.Fail(session.Phrases.DigestUnknown(id));
            }

            string? which = result.GetValue(story);
            StoryExplanation? explained = StoryPlace.TryParse(which, kept, out StoryPlace place)
                ? await session.Get<StoryExplainer>().ExplainAsync(session.Space, kept, place.Story, place.Quote, cancel)
                : null;
            return explained is null
                ? session.Fail(session.Phrases.WhyUnknown(which ?? "1", kept.Stories.Count))
                : session.Show(() => WhyView.From(explained), Views.Json.WhyView, () => session.Print(new Reply.OfWhy(explained)));
        }, cancellationToken));
        return verb;
    }
}

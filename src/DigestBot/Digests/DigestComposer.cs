using DigestBot.News;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Composes digests: candidates, stories, quotes, coverage; the same question of the same store gives the same bytes.</summary>
internal sealed class DigestComposer(
    CandidateStoryFinder candidates,
    StoryQuoter quoter,
    CoverageReader coverage,
    DigestArchive archive,
    IOptions<DigestOptions> options,
    TimeProvider clock)
{
    /// <summary>Composes a digest and keeps it, so that it can be verified and asked about.</summary>
    public async Task<Digest> ComposeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset to = request.AsOf ?? clock.GetUtcNow();
        NewsWindow asked = request.Since is { } since ? NewsWindow.Last(since, to) : NewsWindow.Until(to);
        int max = request.Stories ?? options.Value.MaxStories;
        int sentences = request.Sentences ?? options.Value.SentencesPerStory;

        NewsWindow window = asked;
        CandidateStories found = await candidates.FindAsync(request.Space, request.Topic, window, max, cancellationToken);
        if (found.Articles == 0 && await NewestCoverageAsync(request, asked, cancellationToken) is { } newest)
        {
            window = newest;
            found = await candidates.FindAsync(request.Space, request.Topic, window, max, cancellationToken);
        }

        IReadOnlyList<DigestStory> stories = await quoter.QuoteAsync(
            request.Space, found.Stories, request.Topic, sentences, cancellationToken);
        Coverage searched = await coverage.ReadAsync(request.Space, found.Articles, cancellationToken);
        return await archive.KeepAsync(
            request.Space,
            new Digest("", request.Topic, window, window != asked, asked, searched, stories),
            cancellationToken);
    }

    /// <summary>As long a window as was asked for, ending at the newest article that matches; null if none does.</summary>
    private async Task<NewsWindow?> NewestCoverageAsync(
        DigestRequest request, NewsWindow asked, CancellationToken cancellationToken)
    {
        if (request.Since is not { } since
            || await candidates.NewestAsync(request.Space, request.Topic, NewsWindow.Until(asked.To), cancellationToken) is not { } newest)
        {
            return null;
        }

        return NewsWindow.Last(since, newest);
    }
}

using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Schedules;

/// <summary>What a channel is shown of an article is counted anew for each of its digests, what is corrected included.</summary>
public sealed class EditionBudgetTests
{
    private const long Article = 7;
    private static readonly ArticleRef Ref = new(ArticleId.Format(Article), "Dam breaks", "https://coast.example/dam", "Coast Post", SampleReplies.Noon);
    private static readonly ArticleRef Later = Ref with { Id = ArticleId.Format(Article + 1) };
    private static readonly Citation First = Quote("The dam broke at noon.", 0);
    private static readonly Citation Second = Quote("Nobody was hurt in town.", 30);
    private static readonly Citation Third = Quote("Divers searched until it rained.", 60) with { Article = Later };
    private static readonly Citation Fourth = Quote("Schools stay shut on Monday.", 100) with { Article = Later };

    [Fact]
    public void What_an_update_tells_of_a_later_article_keeps_to_its_budget_too()
    {
        Edition edition = Edition(most: 10, Third, Fourth);

        EditionCopy first = edition.Without(new HashSet<long>(), Editions.NoPast);
        EditionCopy update = edition.Without(first.Sentences.Select(shown => shown.Sentence).ToHashSet(), Editions.After(first));

        Assert.Equal([First, Second], Assert.Single(first.Digest.Stories).Quotes);
        Assert.Equal([Third, Fourth], Assert.Single(update.Digest.Stories).Quotes);
        Assert.Equal([Third], Assert.Single(Edition(most: 9, Third, Fourth).Without(first.Sentences.Select(shown => shown.Sentence).ToHashSet(), Editions.After(first)).Digest.Stories).Quotes);
    }

    [Fact]
    public void A_correction_counts_and_comes_first()
    {
        var correction = new Correction("abcd", SampleReplies.Noon, Quote("The dam broke at dawn.", 0), null) { MostQuoted = 10 };
        ShownCorrection[] found = [new(1, correction), new(2, correction with { Quote = Quote("A hundred people were hurt in the town below.", 9) })];

        var told = SlotCorrections.Of(found);
        EditionCopy copy = Edition(most: 10).Without(new HashSet<long>(), Editions.NoPast, told);

        Assert.Equal((1, 1), (told.Told.Count, told.More));
        Assert.Equal([First], Assert.Single(copy.Digest.Stories).Quotes);
        Assert.Equal([First, Second], Assert.Single(Edition(most: 15).Without(new HashSet<long>(), Editions.NoPast, told).Digest.Stories).Quotes);
    }

    private static Edition Edition(int most, params Citation[] spare)
    {
        var story = new DigestStory("a", "Dam breaks", ["Coast Post"], 1, [First, Second]);
        var digest = new Digest(
            "", null, new(SampleReplies.Noon, SampleReplies.Noon), Fallback: false, new(SampleReplies.Noon, SampleReplies.Noon), new Coverage(1, 1, [], 1), [story]);
        var past = new StoryPast(2, new HashSet<long> { Article }, spare, new Dictionary<long, DateTimeOffset> { [Article + 1] = SampleReplies.Noon.AddHours(1) })
        {
            Limits = new Dictionary<string, int> { [Ref.Id] = most, [Later.Id] = most },
        };
        return new Edition(new Draft(digest, [past]), 3);
    }

    private static Citation Quote(string text, int start) => new(text, Ref, start, text.Length);
}

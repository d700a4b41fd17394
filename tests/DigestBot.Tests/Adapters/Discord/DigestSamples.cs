using CsCheck;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>Posts of any length, language and markup, as large as a stored digest can be.</summary>
internal static class DigestSamples
{
    private const int LongestTitle = 500;
    private const int LongestQuote = 600;

    private static readonly Gen<string> Text = Gen.OneOf(
        HostileText.Any,
        HostileText.Any.Array[1, 40].Select(string.Concat),
        Gen.Select(Gen.Int[0, 3].Select(i => "*xب\\"[i]), Gen.Int[1, 900]).Select((c, length) => new string(c, length)));

    private static readonly Gen<string> Address = Gen.OneOf(
        Gen.Int[1, 40].Select(length => $"https://a.example/{new string('p', length)}"),
        Gen.Int[200, 3_000].Select(length => $"https://long.example/{new string('p', length)}"),
        HostileText.Any.Select(text => $"https://b.example/{text}"),
        HostileText.Any.Select(text => $"https://{text}/"),
        HostileText.Any);

    private static readonly Gen<ArticleRef> Article = Gen.Select(Gen.Int[1, 12], Text, Address, HostileText.Any, Gen.Bool)
        .Select((id, title, url, source, isPaid) => SampleReplies.Article($"{id}", Cut(title, LongestTitle), url, source) with { IsPaywalled = isPaid });

    private static readonly Gen<Citation> Quote = Gen.Select(Text, Article)
        .Select((text, article) => SampleReplies.Quote(Cut(text, LongestQuote), article));

    private static readonly Gen<DigestStory> Story = Gen.Select(Text, HostileText.Any.Array[1, 6], Quote.Array[1, 5])
        .Select((title, publishers, quotes) => new DigestStory("s", Cut(title, LongestTitle), publishers, 3, quotes));

    private static readonly Gen<Digest> Digest = Gen.Select(Story.Array[0, 6], HostileText.Any, Gen.Bool, Gen.Int[0, 8])
        .Select((stories, topic, fallback, silent) => SampleReplies.Digest(topic: topic, fallback: fallback) with
        {
            Stories = OneAddressEach(stories),
            Coverage = new(41, 40, [.. Enumerable.Repeat(new FailingSource(topic, topic, null), silent)], 23),
        });

    public static readonly Gen<(DigestPost Post, Reader Reader)> Any = Gen.Select(Digest, Gen.Bool, Gen.Int[0, 2]).Select(
        (digest, late, language) => (new DigestPost(digest, SampleReplies.Noon, late), SampleReplies.In(Phrases.Languages[language])));

    /// <summary>The same with sentences that changed at their sources.</summary>
    public static readonly Gen<(DigestPost Post, Reader Reader)> Corrected = Gen.Select(Any, Gen.Select(Quote, Quote.Null()).Array[1, 3]).Select(
        (sample, corrections) => (
            sample.Post with
            {
                Digest = sample.Post.Digest with
                {
                    Corrections = [.. corrections.Select(pair => new Correction("abcd", SampleReplies.Noon, pair.Item1, pair.Item2))],
                    MoreCorrections = corrections.Length - 1,
                },
            },
            sample.Reader));

    // An article is the same wherever it is cited.
    private static DigestStory[] OneAddressEach(DigestStory[] stories)
    {
        Dictionary<string, ArticleRef> first = stories.SelectMany(story => story.Quotes)
            .Select(quote => quote.Article).GroupBy(article => article.Id).ToDictionary(same => same.Key, same => same.First());
        return [.. stories.Select(story => story with
        {
            Quotes = [.. story.Quotes.Select(quote => quote with { Article = first[quote.Article.Id] })],
        })];
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}

using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.News;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>The parts of a digest together are the stored digest, whatever its length, language or markup.</summary>
public sealed partial class DiscordLayoutProperties
{
    private const int InOneRun = 20;

    // What our own layout is made of; anything else would be markup that came with the news.
    private static readonly string[] OurKinds =
        ["text", "twemoji", "br", "newline", "strong", "blockQuote", "subtext", "timestamp", "link"];

    [Fact]
    public void Each_part_is_within_every_limit_and_equal_digests_have_equal_parts() => Gen.OneOf(DigestSamples.Any, DigestSamples.Corrected).Sample(sample =>
    {
        IReadOnlyList<MessageProperties> parts = DiscordLayout.Lay(sample.Post, sample.Reader);

        DiscordMessages.AreWithinLimits(parts);
        Assert.Equal(parts.Select(DiscordBody.Write), DiscordLayout.Lay(sample.Post, sample.Reader).Select(DiscordBody.Write));
    });

    [Fact]
    public void The_quotes_of_all_parts_are_those_of_the_digest_each_with_its_source_beside_it() => DigestSamples.Any.Sample(sample =>
    {
        Citation[] quotes = [.. sample.Post.Digest.Stories.SelectMany(story => story.Quotes)];
        string[] numbers = [.. Numbers(quotes)];
        int shown = 0;
        foreach (MessageProperties part in DiscordLayout.Lay(sample.Post, sample.Reader))
        {
            string text = part.Embeds![0].Description!;
            string[] lines = [.. Lines(text, "> ")];
            string[] sources = [.. Lines(text, "-# ")];
            for (int i = 0; i < lines.Length; i++, shown++)
            {
                Assert.Equal($"{sample.Reader.Phrases.Quote(quotes[shown].Text)} [{numbers[shown]}]", lines[i]);
                Assert.Contains(sources, source => source.Contains($"[{numbers[shown]}] ", StringComparison.Ordinal));
            }

            Assert.Equal(lines.Length, Mark(part)?.Count ?? 0);
            Assert.Equal(shown - lines.Length, Mark(part)?.First ?? shown);
        }

        Assert.Equal(quotes.Length, shown);
    });

    [Fact]
    public void The_lists_of_sources_together_hold_every_quote_too() => DigestSamples.Any.Sample(sample =>
    {
        foreach (MessageProperties part in DiscordLayout.Lay(sample.Post, sample.Reader).Where(part => Mark(part) is not null))
        {
            PartMark mark = Mark(part)!;
            IReadOnlyList<MessageProperties> listed = DiscordLayout.Sources(sample.Post.Digest, mark, SampleReplies.NoneEdited, sample.Reader);

            DiscordMessages.AreWithinLimits(listed);
            Assert.Equal(
                sample.Post.Digest.Stories.SelectMany(story => story.Quotes).Skip(mark.First).Take(mark.Count)
                    .Select(quote => sample.Reader.Phrases.Quote(quote.Text)),
                listed.SelectMany(message => Lines(message.Embeds![0].Description!, "> ")));
        }
    });

    [Fact]
    public void A_digest_of_ordinary_length_takes_few_parts()
    {
        Citation[] quotes = [.. Enumerable.Range(0, 5).Select(i => SampleReplies.Quote(
            new string('x', 600), SampleReplies.Article($"{i}", "T", $"https://a.example/{new string('p', 2_000)}{i}", "A")))];
        var post = new DigestPost(
            SampleReplies.Digest() with { Stories = [.. Enumerable.Repeat(new DigestStory("s", "Title", ["A"], 1, quotes), 25)] },
            SampleReplies.Noon,
            Late: false);

        Assert.InRange(DiscordLayout.Lay(post, SampleReplies.In("en")).Count, 2, 25);
    }

    [Fact]
    public void Others_parsers_see_the_quotes_verbatim_our_links_and_no_markup_of_the_news()
    {
        NodeScript.Require("discord");
        DigestSamples.Any.Array[InOneRun].Sample(
            samples =>
            {
                string[][] texts = [.. samples.Select(sample => DiscordLayout.Lay(sample.Post, sample.Reader)
                    .Select(part => part.Embeds![0].Description!).ToArray())];
                var parsed = new Queue<IReadOnlyList<ParsedMarkdown>>(DiscordParsers.Parse([.. texts.SelectMany(pages => pages)]));
                foreach (((DigestPost post, Reader reader), string[] pages) in samples.Zip(texts))
                {
                    IReadOnlyList<ParsedMarkdown>[] own = [.. pages.Select(_ => parsed.Dequeue())];
                    Citation[] quotes = [.. post.Digest.Stories.SelectMany(story => story.Quotes)];
                    string[] expected = [.. quotes.Zip(Numbers(quotes), (quote, number) => $"{reader.Phrases.Quote(quote.Text)} [{number}]")];
                    HashSet<string> addresses = [.. quotes.Select(quote => WebAddress.Of(VisibleText.Of(quote.Article.Url)))
                        .OfType<Uri>().Select(Target)];
                    for (int parser = 0; parser < own[0].Count; parser++)
                    {
                        ParsedMarkdown[] read = [.. own.Select(page => page[parser])];
                        Assert.All(read.Zip(pages), page => Assert.True(!page.First.Kinds.Except(OurKinds).Any(), page.Second));
                        Assert.Equal(expected, read.SelectMany(page => page.Quotes).SelectMany(Said));
                        Assert.All(read.SelectMany(page => page.Links), link =>
                        {
                            Assert.Contains(Target(new Uri(link.Target)), addresses);
                            Assert.NotNull(link.Text);
                        });
                    }
                }
            },
            iter: 3,
            threads: 1);
    }

    [Fact]
    public void Others_parsers_see_no_markup_of_the_news_in_what_changed_at_its_source_either()
    {
        NodeScript.Require("discord");
        DigestSamples.Corrected.Array[InOneRun].Sample(
            samples =>
            {
                string[] pages = [.. samples.SelectMany(sample => DiscordLayout.Lay(sample.Post, sample.Reader)).Select(part => part.Embeds![0].Description!)];
                Assert.All(DiscordParsers.Parse(pages).Zip(pages), page => Assert.All(
                    page.First, read => Assert.True(!read.Kinds.Except(OurKinds).Any() && read.Links.All(link => link.Text is not null), page.Second)));
            },
            iter: 2,
            threads: 1);
    }

    private static string Target(Uri uri) =>
        $"{uri.Scheme}://{Host(uri)}{Uri.UnescapeDataString(uri.PathAndQuery)}{Uri.UnescapeDataString(uri.Fragment)}";

    private static string Host(Uri uri)
    {
        try
        {
            return uri.HostNameType == UriHostNameType.IPv6 ? "" : uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    private static IEnumerable<string> Said(string? quotes) =>
        (quotes ?? "markup in a quote").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Undirected);

    private static PartMark? Mark(MessageProperties part) => DiscordMessages.Buttons(part)
        .Select(button => DiscordCustomId.Parse(button.CustomId)!)
        .Where(id => id.Action == DiscordCustomId.Sources)
        .Select(id => PartMark.Parse(id.Argument))
        .FirstOrDefault();

    // In the order in which a reader meets the articles.
    private static IEnumerable<string> Numbers(Citation[] quotes)
    {
        List<string> met = [];
        foreach (Citation quote in quotes)
        {
            if (!met.Contains(quote.Article.Id))
            {
                met.Add(quote.Article.Id);
            }

            yield return (met.IndexOf(quote.Article.Id) + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<string> Lines(string text, string mark) => text.Split('\n')
        .Where(line => line.StartsWith(mark, StringComparison.Ordinal))
        .Select(line => Escaped().Replace(Undirected(line[mark.Length..]), "$1"));

    private static string Undirected(string line) => line.StartsWith("\u200F\u2067", StringComparison.Ordinal) ? line[2..^1] : line;

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}

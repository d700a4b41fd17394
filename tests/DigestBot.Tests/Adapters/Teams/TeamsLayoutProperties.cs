using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Teams;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.News;
using DigestBot.Teams;
using DigestBot.Tests.Adapters.Discord;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>The parts of a digest together are the stored digest, whatever its length, language or markup.</summary>
public sealed class TeamsLayoutProperties
{
    private const int MostUtf16Bytes = 80 * 1024;

    [Fact]
    public void Each_part_is_within_every_limit_and_equal_digests_have_equal_parts() => Gen.OneOf(DigestSamples.Any, DigestSamples.Corrected).Sample(sample =>
    {
        string[] parts = [.. TeamsLayout.Lay(sample.Post, sample.Reader).Select(TeamsBody.Write)];

        Assert.All(parts, part =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, CardDocument.MostBytes);
            Assert.InRange(part.Length * sizeof(char), 1, MostUtf16Bytes);
        });
        Assert.Equal(parts, TeamsLayout.Lay(sample.Post, sample.Reader).Select(TeamsBody.Write));
    });

    [Fact]
    public void The_quotes_of_all_parts_are_those_of_the_digest_each_with_its_source_beside_it() => DigestSamples.Any.Sample(sample =>
    {
        Citation[] quotes = [.. sample.Post.Digest.Stories.SelectMany(story => story.Quotes)];
        var numbers = new CitationNumbers();
        string[] expected = [.. quotes.Select(quote => $"{sample.Reader.Phrases.Quote(quote.Text)} [{numbers.Of(quote.Article)}]")];
        int shown = 0;
        foreach (Activity part in TeamsLayout.Lay(sample.Post, sample.Reader))
        {
            JsonObject card = Card(part);
            IReadOnlyList<string> lines = CardReading.Lines(card);
            IReadOnlyList<string> said = CardReading.Quotes(card);
            Assert.Equal(expected[shown..(shown + said.Count)], said);
            Assert.All(quotes[shown..(shown + said.Count)], quote => Assert.Contains(
                lines, line => line.Contains($"[{numbers.Of(quote.Article)}] ", StringComparison.Ordinal) && !said.Contains(line)));
            Assert.Equal((shown, said.Count), Mark(card) is { } mark ? (mark.First, mark.Count) : (shown, 0));
            shown += said.Count;
        }

        Assert.Equal(quotes.Length, shown);
    });

    [Fact]
    public void The_lists_of_sources_together_hold_every_quote_too() => DigestSamples.Any.Sample(sample =>
    {
        foreach (PartMark mark in TeamsLayout.Lay(sample.Post, sample.Reader).Select(Card).Select(Mark).OfType<PartMark>())
        {
            IReadOnlyList<CardPage> pages = CardSources.Pages(sample.Post.Digest, mark, SampleReplies.NoneEdited, sample.Reader);
            string[] lines = [.. pages.SelectMany((_, i) => CardReading.Lines(TeamsLayout.Sources(sample.Post.Digest, mark, i + 1, SampleReplies.NoneEdited, sample.Reader)))];
            Citation[] quotes = [.. sample.Post.Digest.Stories.SelectMany(story => story.Quotes).Skip(mark.First).Take(mark.Count)];

            Assert.All(pages.Index(), page => Assert.InRange(
                CardDocument.BytesOf(TeamsLayout.Sources(sample.Post.Digest, mark, page.Index + 1, SampleReplies.NoneEdited, sample.Reader)), 1, CardDocument.MostBytes));
            Assert.All(quotes, quote => Assert.Contains(sample.Reader.Phrases.Quote(quote.Text), lines));
        }
    });

    [Fact]
    public void Leafing_through_an_asked_for_digest_shows_every_quote_once() => DigestSamples.Any.Sample(sample =>
    {
        int count = sample.Post.Digest.Stories.Sum(story => story.Quotes.Count);
        int shown = 0;
        int number = 1;
        for (JsonObject card = TeamsLayout.Page(sample.Post.Digest, 1, sample.Reader); ; card = TeamsLayout.Page(sample.Post.Digest, ++number, sample.Reader))
        {
            int quotes = CardReading.Quotes(card).Count;
            if (quotes > 0)
            {
                Assert.Equal(
                    card.ToJsonString(), TeamsLayout.PageOfQuote(sample.Post.Digest, shown, sample.Reader).ToJsonString());
            }

            shown += quotes;
            if (CardReading.Buttons(card).All(button => button["title"]!.ToString() != "▶"))
            {
                break;
            }
        }

        Assert.Equal(count, shown);
    });

    [Fact]
    public void News_is_never_read_as_markup_or_as_a_date() => DigestSamples.Any.Sample(sample =>
    {
        foreach (JsonObject card in TeamsLayout.Lay(sample.Post, sample.Reader).Select(Card))
        {
            Assert.DoesNotContain("TextBlock\"", card["body"]!.ToJsonString().Replace("RichTextBlock\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(CardReading.Runs(card), run => Assert.DoesNotContain("{{", run["text"]!.ToString(), StringComparison.Ordinal));
        }
    });

    [Fact]
    public void A_card_that_is_too_large_after_all_is_parted_between_two_lines() => DigestSamples.Any.Sample(sample =>
    {
        foreach (Activity part in TeamsLayout.Lay(sample.Post, sample.Reader))
        {
            JsonElement whole = part.Attachments![0].Content!.Value;
            if (CardSplit.Halves(whole) is { } halves)
            {
                Assert.Equal(
                    CardReading.Lines(JsonNode.Parse(whole.GetRawText())!),
                    CardReading.Lines(JsonNode.Parse(halves.First.GetRawText())!).Concat(CardReading.Lines(JsonNode.Parse(halves.Second.GetRawText())!)));
            }
        }
    });

    private static JsonObject Card(Activity part) => JsonNode.Parse(part.Attachments![0].Content!.Value.GetRawText())!.AsObject();

    private static PartMark? Mark(JsonObject card) => CardReading.Buttons(card)
        .Select(button => button["data"] is { } data ? TeamsAction.Read(JsonSerializer.SerializeToElement(data)) : null)
        .FirstOrDefault(action => action?.Verb == TeamsAction.Sources)?.Part;
}

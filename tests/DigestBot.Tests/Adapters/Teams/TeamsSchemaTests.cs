using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Adapters.Teams;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Adapters.Teams.Package;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Tests.Adapters.Discord;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>Every card is one of version 1.5 and every manifest one of version 1.29, as Microsoft's own software reads them.</summary>
public sealed class TeamsSchemaTests
{
    [Fact]
    public void Digests_of_any_kind_are_valid_cards()
    {
        TeamsPeers.Accept([]); // where they are absent the test is skipped here: a sample that skips counts as failed
        Gen.OneOf(DigestSamples.Any, DigestSamples.Corrected).Array[30].Sample(
            samples => TeamsPeers.Accept(samples.SelectMany(sample => (IEnumerable<JsonNode>)
            [
                .. TeamsLayout.Lay(sample.Post, sample.Reader).Select(part => JsonNode.Parse(part.Attachments![0].Content!.Value.GetRawText())!),
                TeamsLayout.Page(sample.Post.Digest, 1, sample.Reader),
                TeamsLayout.Sources(sample.Post.Digest, null, 1, SampleReplies.NoneEdited, sample.Reader),
            ])),
            iter: 2,
            threads: 1);
    }

    [Fact]
    public void Lists_are_valid_cards()
    {
        Digest digest = SampleReplies.Digest();
        Reply[] replies =
        [
            new Reply.OfStory(new StoryDetail(digest.Stories[0], [.. digest.Stories[0].Quotes.Select(quote => quote.Article)])
            {
                Timeline = [.. digest.Stories[0].Quotes.Select(quote => new StoryDay(new DateOnly(2020, 1, 5), quote))],
            }) { DigestId = digest.Id },
            new Reply.OfWhy(SampleReplies.Explained("Iraq votes")),
            new Reply.OfWhy(SampleReplies.Explained("Iraq votes", QuoteState.Gone)),
            new Reply.OfSearch("troops", [new(digest.Stories[0].Quotes[0].Article, digest.Stories[0].Quotes[0])]),
            new Reply.OfSources([SampleReplies.Source(), SampleReplies.Source(failures: 2)]),
            new Reply.OfStories([new("s1", "Title", ["A"], 2, SampleReplies.Noon, SampleReplies.Noon)]),
            new Reply.OfHelp([]),
        ];

        TeamsPeers.Accept([CardButtons.Stories(digest, SampleReplies.In("ar").Phrases)]);
        TeamsPeers.Accept(Phrases.Languages.SelectMany(language => replies.SelectMany(
            reply => TeamsLayout.Cards(reply, CardButtons.Below(reply, SampleReplies.In(language).Phrases), SampleReplies.In(language)).Select(card => card.Card))));
    }

    [Fact]
    public async Task Every_form_is_a_valid_card()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"));
        await town.SayAsync(town.InChannel("schedule add floods at 09:00", from: "29:owner"));
        var cards = new List<JsonNode>();
        foreach (string command in new[] { "schedule", "sources", "settings" })
        {
            JsonObject asked = town.InChannel(command, from: "29:owner");
            JsonObject list = Assert.Single(await town.SayAsync(asked)).Card!;
            cards.Add(list);
            foreach (JsonObject button in CardReading.Buttons(list))
            {
                cards.Add(await town.PressedAsync(TeamsTown.Press(asked, button)));
            }
        }

        Assert.InRange(cards.Count, 20, 40);
        TeamsPeers.Accept(cards);
    }

    [Fact]
    public void Manifests_are_valid_in_every_language() => TeamsPeers.Accept([], Phrases.Languages.SelectMany(language => (JsonObject[])
    [
        TeamsManifest.Of("11111111-2222-3333-4444-555555555555", null, "1.0.0", Phrases.Find(language)!),
        TeamsManifest.Of("11111111-2222-3333-4444-555555555555", "bot.example.org", "1.2.3", Phrases.Find(language)!),
    ]));
}

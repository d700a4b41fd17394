using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.News;
using DigestBot.Teams;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>A parser that nobody here wrote sees in our messages what the articles say, and no markup of theirs.</summary>
public sealed class TeamsMarkdownTests
{
    private static readonly Gen<Citation> Quote = Gen.Select(Gen.Int[1, 4], HostileText.Any, HostileText.Any, HostileText.Any)
        .Select((id, text, title, source) => SampleReplies.Quote(
            text.Length > 0 ? text : "x", SampleReplies.Article($"{id}", title, $"https://a.example/{id}?a=1&copy=2&lt;=(3)", source)));

    [Fact]
    public void Text_of_the_news_stays_text()
    {
        NodeScript.Require("teams");
        HostileText.Any.Array[40].Sample(
            texts =>
            {
                JsonArray read = Read(texts.Select(text => $"x{TeamsText.Escape(text)}x"));
                Assert.All(read.Zip(texts), pair => Assert.Equal($"x{VisibleText.Of(pair.Second)}x".Trim(), Seen(pair.First!.AsArray()).Trim()));
            },
            iter: 5,
            threads: 1);
    }

    [Fact]
    public void An_answer_shows_its_quotes_as_quotes_and_no_links_but_those_to_its_articles()
    {
        NodeScript.Require("teams");
        Quote.Array[1, 5].Array[20].Sample(
            answers =>
            {
                Activity[][] laid = [.. answers.Select(quotes => TeamsAnswer.Lay(Answer(quotes), SampleReplies.In("en")).ToArray())];
                JsonArray read = Read(laid.SelectMany(messages => messages).Select(message => message.Text!));
                int at = 0;
                foreach ((Citation[] quotes, Activity[] messages) in answers.Zip(laid))
                {
                    JsonObject[] pieces = [.. messages.SelectMany(_ => read[at++]!.AsArray()).Select(piece => piece!.AsObject())];
                    Assert.DoesNotContain(pieces, piece => piece.ContainsKey("markup"));
                    var numbers = new CitationNumbers();
                    Assert.Equal(
                        quotes.Select(quote => Plain($"{Phrases.English.Quote(quote.Text)} [{numbers.Of(quote.Article)}]")), Quotes(pieces).Select(Plain));
                    Assert.All(
                        pieces.Where(piece => piece.ContainsKey("link")),
                        piece => Assert.StartsWith("https://a.example/", piece["link"]!.ToString(), StringComparison.Ordinal));
                }
            },
            iter: 5,
            threads: 1);
    }

    [Fact]
    public void Each_number_in_an_answer_has_its_citation_and_there_are_never_too_many() => Quote.Array[1, 30].Sample(quotes =>
    {
        Citation[] distinct = [.. quotes.Select((quote, i) => quote with { Article = quote.Article with { Id = $"{i}" } })];
        IReadOnlyList<Activity> messages = TeamsAnswer.Lay(Answer(distinct), SampleReplies.In("en"));

        Assert.All(messages, message =>
        {
            JsonObject entity = JsonSerializer.SerializeToNode(Assert.Single(message.Entities!), TeamsJson.Options)!.AsObject();
            JsonArray claims = entity["citation"]!.AsArray();
            Assert.InRange(claims.Count, 1, 20);
            Assert.All(claims, claim =>
            {
                Assert.Contains($"[{claim!["position"]}]", message.Text, StringComparison.Ordinal);
                Assert.InRange(claim["appearance"]!["name"]!.ToString().Length, 1, 80);
                Assert.InRange(claim["appearance"]!["abstract"]!.ToString().Length, 1, 160);
            });
        });
        Assert.Equal(distinct.Length, messages.Sum(message => JsonSerializer.SerializeToNode(message.Entities![0], TeamsJson.Options)!["citation"]!.AsArray().Count));
    });

    private static Answer Answer(Citation[] quotes) =>
        new("Q?", "Q?", true, 0.9, quotes, [], new(412, NewsWindow.Until(SampleReplies.Noon)));

    private static JsonArray Read(IEnumerable<string> texts) => JsonNode.Parse(
        NodeScript.Run("teams", "markdown.mjs", new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString()))!.AsArray();

    private static string Seen(JsonArray pieces) =>
        string.Concat(pieces.Select(piece => piece!["text"]?.ToString() ?? $"<{piece.ToJsonString()}>"));

    private static List<string> Quotes(JsonObject[] pieces)
    {
        var quotes = new List<string>();
        bool inside = false;
        foreach (JsonObject piece in pieces)
        {
            if (piece["quote"] is { } edge)
            {
                inside = edge.GetValue<bool>();
                if (inside)
                {
                    quotes.Add("");
                }
            }
            else if (inside)
            {
                quotes[^1] += piece["text"];
            }
        }

        return quotes;
    }

    // Markdown joins spaces at the ends of lines; nothing else may differ.
    private static string Plain(string text) => text.Trim();
}

using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Tests.Adapters.Discord;
using DigestBot.Tests.Adapters.Teams;

namespace DigestBot.Tests.Adapters;

/// <summary>Behind the name of a source stands that its page asks for payment, wherever there is a link to it.</summary>
public sealed class PaywallMarkTests
{
    private static readonly DateTimeOffset Changed = SampleReplies.Noon.AddHours(-3);

    [Theory]
    [InlineData("en", "(subscription)")]
    [InlineData("fr", "(abonnement)")]
    [InlineData("ar", "(باشتراك)")]
    public void Every_layout_says_so_and_only_of_what_is_not_free(string language, string mark)
    {
        Reader reader = SampleReplies.In(language);
        string[] free = Layouts(isPaid: false, reader);
        string[] paid = Layouts(isPaid: true, reader);

        Assert.All(paid, text => Assert.Contains(mark, text, StringComparison.Ordinal));
        Assert.Equal(free, paid.Select(text => text.Replace($" {mark}", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_stands_between_the_linked_name_and_the_date()
    {
        Reader reader = SampleReplies.In("en");
        Answer answer = Answered(isPaid: true);
        var reply = new Reply.OfAnswer(answer);

        Assert.Contains("[1] Sample Post (subscription), 5 Jan 2020, 19:00: https://post.example/vote", TextLayout.Lay(reply, reader).Select(line => line.ToString()));
        Assert.Contains("[Sample Post](<https://post.example/vote>) (post.example) (subscription), 5 Jan", MarkdownLayout.Render(answer, reader), StringComparison.Ordinal);
        Assert.Contains("(<bdi>post.example</bdi>) (subscription), <time", HtmlLayout.Render(answer, reader), StringComparison.Ordinal);
        Assert.Contains(
            "[Sample Post](<https://post.example/vote>) (subscription) <t:", DiscordMessages.Text(DiscordLayout.Lay(reply, reader)[0]), StringComparison.Ordinal);
        Assert.Contains("[Sample Post](https://post.example/vote) (subscription) 5 Jan", TeamsLayout.Lay(reply, reader)[0].Text, StringComparison.Ordinal);
        Assert.Contains("[2] Sample Post (subscription) 5 Jan", string.Join('\n', CardReading.Lines(TeamsLayout.Page(Digest(isPaid: true), 1, reader))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void The_articles_of_a_story_tell_when_they_were_changed(string language)
    {
        Reader reader = SampleReplies.In(language);
        string changed = reader.Phrases.SourceTestModified(reader.Date(Changed));

        Assert.All(Story(true, reader), text => Assert.Equal(2, text.Split(changed).Length));
    }

    private static string[] Layouts(bool isPaid, Reader reader)
    {
        Digest digest = Digest(isPaid);
        var post = new DigestPost(digest, SampleReplies.Noon, Late: false);
        Answer answer = Answered(isPaid);
        var answered = new Reply.OfAnswer(answer);
        var found = new Reply.OfSearch("vote", [new(answer.Quotes[0].Article, answer.Quotes[0])]);
        return
        [
            Text(TextLayout.Lay(post, reader)),
            MarkdownLayout.Render(digest, reader),
            HtmlLayout.Render(digest, reader),
            string.Join('\n', DiscordLayout.Lay(post, reader).Select(DiscordMessages.Text)),
            string.Join('\n', CardReading.Lines(TeamsLayout.Page(digest, 1, reader))),
            string.Join('\n', DiscordLayout.Sources(digest, null, SampleReplies.NoneEdited, reader).Select(DiscordMessages.Text)),
            string.Join('\n', CardReading.Lines(TeamsLayout.Sources(digest, null, 1, SampleReplies.NoneEdited, reader))),
            Text(TextLayout.Lay(answered, reader)),
            MarkdownLayout.Render(answer, reader),
            HtmlLayout.Render(answer, reader),
            DiscordMessages.Text(DiscordLayout.Lay(answered, reader)[0]),
            TeamsLayout.Lay(answered, reader)[0].Text!,
            Text(TextLayout.Lay(found, reader)),
            DiscordMessages.Text(DiscordLayout.Lay(found, reader)[0]),
            Card(found, reader),
            .. Story(isPaid, reader),
        ];
    }

    private static string[] Story(bool isPaid, Reader reader)
    {
        DigestStory story = Digest(isPaid).Stories[0];
        ArticleRef[] articles = [.. story.Quotes.Select(quote => quote.Article).Distinct()];
        var reply = new Reply.OfStory(new StoryDetail(story, articles)
        {
            Changes = new Dictionary<string, DateTimeOffset> { [articles[1].Id] = Changed },
        });
        return [Text(TextLayout.Lay(reply, reader)), DiscordMessages.Text(DiscordLayout.Lay(reply, reader)[0]), Card(reply, reader)];
    }

    // With something that an earlier one quoted and that is gone, so that corrections have a link too.
    private static Digest Digest(bool isPaid)
    {
        Digest digest = SampleReplies.Digest();
        return digest with
        {
            Stories = [.. digest.Stories.Select(story => story with { Quotes = [.. story.Quotes.Select(quote => Mark(quote, isPaid))] })],
            Corrections = [new("abcd", SampleReplies.Noon.AddDays(-1), Mark(SampleReplies.Answered().Quotes[0], isPaid), null)],
        };
    }

    private static Answer Answered(bool isPaid)
    {
        Answer answer = SampleReplies.Answered();
        return answer with { Quotes = [.. answer.Quotes.Select(quote => Mark(quote, isPaid))] };
    }

    private static Citation Mark(Citation quote, bool isPaid) =>
        quote with { Article = quote.Article with { IsPaywalled = isPaid && quote.Article.Source == "Sample Post" } };

    private static string Text(IEnumerable<TextLine> lines) => string.Join('\n', lines);

    private static string Card(Reply reply, Reader reader) => string.Join('\n', TeamsLayout.Cards(reply, [], reader).SelectMany(card => CardReading.Lines(card.Card)));
}

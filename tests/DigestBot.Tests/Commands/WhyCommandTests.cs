using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Summaries;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Adapters.Teams;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>Whoever sees a digest can ask why it is as it is.</summary>
public sealed class WhyCommandTests
{
    private const string Address = "https://coast.example/aurora";

    private static readonly IncomingArticle Aground = Articles.Article(
        "Ferry Aurora aground off Punta Brava",
        "The ferry Aurora ran aground off Punta Brava at dawn on Friday. "
        + "All 214 passengers were brought ashore by fishing boats before noon. The captain could not be reached.",
        TestBot.Begin.AddHours(-3),
        Address);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_story_is_explained_unless_another_is_named()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest")).Digest;

        StoryExplanation first = await ExplainedAsync(room, "/why");
        StoryExplanation second = await ExplainedAsync(room, "/why 2");

        Assert.Equal((digest.Id, 1, digest.Stories[0].Id), (first.DigestId, first.Place, first.Story.Id));
        Assert.Equal((2, digest.Stories[1].Id), (second.Place, second.Story.Id));
        Assert.Equal(digest.Stories[0].Quotes, first.Quotes.Select(quote => quote.Quote));
    }

    [Fact]
    public async Task A_quote_can_be_asked_about_alone()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Articles.Article(
            "Ferry Aurora aground off Punta Brava",
            "The ferry Aurora ran aground off Punta Brava at dawn on Friday with more than two hundred people on board. "
            + "Fishing boats from three villages brought all passengers of the ferry ashore before noon, the coast guard said. "
            + "The ferry company promised to pay for hotels until another ship could sail to the islands on Monday. "
            + "Weather in the strait had been calm for a week. The captain could not be reached.",
            TestBot.Begin.AddHours(-3)));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest ferry")).Digest;

        StoryExplanation explained = await ExplainedAsync(room, "/why 1.2");

        QuoteExplanation quote = Assert.Single(explained.Quotes);
        Assert.Equal((2, digest.Stories[0].Quotes[1]), (quote.Number, quote.Quote));
    }

    [Fact]
    public async Task The_stories_stand_in_the_order_of_the_points_that_are_told()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest");

        StoryStanding first = (await ExplainedAsync(room, "/why 1")).Standing!;
        StoryStanding second = (await ExplainedAsync(room, "/why 2")).Standing!;

        Assert.Equal((1, 2, 2), (first.Rank, second.Rank, first.Found));
        Assert.Equal((2, 1), (first.Ranked.Sources, second.Ranked.Sources));
        Assert.True(first.Ranked.Points > second.Ranked.Points);
        Assert.True(second.Ranked.Points >= second.Least);
    }

    [Fact]
    public async Task Every_quote_of_an_unchanged_store_is_explained_as_chosen()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");

        StoryExplanation explained = await ExplainedAsync(room, "/why");

        Assert.NotEmpty(explained.Quotes);
        Assert.All(explained.Quotes, quote => Assert.True(quote.Score!.IsQuoted));
        Assert.Contains(explained.Quotes, quote => quote.Score!.Parts[(int)ScorePartKind.Query].Value > 0);
    }

    [Fact]
    public async Task The_reply_is_private_and_in_the_reader_s_language()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel) with { Language = "fr" };
        await room.SayAsync("/digest ferry");

        Reply reply = await room.SayAsync("/why");

        Assert.True(reply.IsPrivate);
        Assert.Contains("Pourquoi le sujet 1 sur 1 est ici", room.Print(reply), StringComparison.Ordinal);
        Assert.Contains("Le thème est nommé dans un titre", room.Print(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/why 3")]
    [InlineData("/why 1.9")]
    [InlineData("/why ferry")]
    public async Task What_is_not_in_the_digest_is_refused(string text)
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest");

        Assert.Contains(text["/why ".Length..], await room.RefusedAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_digest_on_screen_there_is_nothing_to_explain()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.Contains("/digest", await room.RefusedAsync("/why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_was_edited_away_is_said_to_be_and_its_score_is_not_guessed()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Aground);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Aground with { Text = "The ferry Aurora is afloat again, its owner said on Saturday." });

        Reply reply = await room.SayAsync("/why");

        QuoteExplanation edited = Assert.IsType<Reply.OfWhy>(reply).Explained.Quotes.First(quote => quote.State == QuoteState.Edited);
        Assert.Null(edited.Score);
        Assert.Contains("edited since", room.Print(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ferry Aurora ran aground off Punta Brava at noon on Friday.", "still has this", "What comes nearest in the article now:")]
    [InlineData("Boats came. The ferry Aurora  ran aground off Punta Brava at dawn on Friday!", "What comes nearest", "still has this sentence, elsewhere or set differently")]
    public async Task Of_a_sentence_that_changed_what_stands_there_now_is_shown(string text, string unsaid, string said)
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        IncomingArticle first = Aground with { Text = "The ferry Aurora ran aground off Punta Brava at dawn on Friday." };
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, first);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, first with { Text = text });

        Reply reply = await room.SayAsync("/why");

        string[] pages =
        [
            room.Print(reply),
            string.Join('\n', DiscordLayout.Lay(reply, SampleReplies.In("en")).Select(message => message.Embeds![0].Description)),
            string.Join('\n', TeamsLayout.Cards(reply, [], SampleReplies.In("en")).SelectMany(card => CardReading.Lines(card.Card))),
        ];
        Assert.All(pages, page => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain(unsaid, page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Equal(said.StartsWith("What", StringComparison.Ordinal), page.Contains("at noon on Friday", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_space_may_not_see_is_not_shown_even_if_a_digest_quotes_it()
    {
        await using TestBot bot = await NewsAsync();
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(other, "Private Letter", Cancel, Articles.Article(
            "Owner of the Kestrel bankrupt", "The owner of the lighter Kestrel filed for bankruptcy on Sunday in Riva.", TestBot.Begin.AddHours(-1)));
        Digest theirs = await bot.DigestAsync(other, "Kestrel", Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        StoryExplanation explained = (await bot.Get<StoryExplainer>().ExplainAsync(room.Space, theirs, 1, null, Cancel))!;

        Assert.False(explained.IsThere);
        Assert.All(explained.Quotes, quote => Assert.Equal((QuoteState.Gone, null), (quote.State, quote.Score)));
        Assert.DoesNotContain("Kestrel", room.Print(new Reply.OfWhy(explained)), StringComparison.Ordinal);
    }

    private static async Task<StoryExplanation> ExplainedAsync(ChatRoom room, string text) =>
        Assert.IsType<Reply.OfWhy>(await room.SayAsync(text)).Explained;

    private static async Task<TestBot> NewsAsync()
    {
        TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Aground, Articles.Article(
            "Council passes budget",
            "The council of Riva passed its budget on Thursday after a debate of nine hours.",
            TestBot.Begin.AddHours(-5)));
        await bot.ImportAsync(bot.Operator, "Island Wire", Cancel, Articles.Article(
            "Ferry Aurora, aground off Punta Brava, had been warned",
            "The owner of the ferry Aurora, which lies aground off Punta Brava, had been warned twice this winter that her radar was out of order. "
            + "The port authority of Riva said so on Friday evening.",
            TestBot.Begin.AddHours(-2),
            "https://island.example/aurora"));
        return bot;
    }
}

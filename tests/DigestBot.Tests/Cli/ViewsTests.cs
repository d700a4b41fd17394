using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Cli;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Cli;

/// <summary>The JSON that scripts rely on, to the letter.</summary>
public sealed class ViewsTests
{
    [Fact]
    public void A_digest_is_this_document()
    {
        Digest digest = SampleReplies.Digest() with { Stories = [SampleReplies.Digest().Stories[1]] };

        Assert.Equal(
            """{"id":"7f3a","topic":"iraq","notice":"Samples.","window":{"from":"2020-01-05T12:00:00Z","to":"2020-01-06T12:00:00Z"},"coverage":{"sources":41,"ok":40,"failing":[{"name":"Sample Times","why":"HTTP 503","since":"2020-01-04T12:00:00Z"}],"articles":23},"stories":[{"id":"s2","title":"Oil exports resume","publishers":["Sample Post"],"articles":1,"quotes":[{"text":"Crude flows.","article":{"id":"13","title":"Oil","url":"https://post.example/oil","source":"Sample Post","published":"2020-01-05T16:00:00Z"},"start":0,"length":12}]}]}""",
            JsonSerializer.Serialize(DigestView.From(digest, "Samples."), Views.Json.DigestView));
    }

    [Fact]
    public void An_article_that_is_not_free_has_one_member_more()
    {
        ArticleRef article = SampleReplies.Article("13", "Oil", "https://post.example/oil", "Sample Post") with { IsPaywalled = true };

        Assert.Equal(
            """{"items":[{"id":"13","title":"Oil","url":"https://post.example/oil","source":"Sample Post","published":"2020-01-05T16:00:00Z","paywall":true,"sentence":null}]}""",
            JsonSerializer.Serialize(new ListView<SearchHitView>([SearchHitView.From(new(article, null))]), Views.Json.ListViewSearchHitView));
        Assert.Contains(
            "\"published\":\"2020-01-05T16:00:00Z\",\"paywall\":true}",
            JsonSerializer.Serialize(VerifyView.From("7f3a", [new(SampleReplies.Quote("Crude flows.", article), QuoteState.Gone)]), Views.Json.VerifyView),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_absent_is_null()
    {
        string json = JsonSerializer.Serialize(
            DigestView.From(SampleReplies.Empty(topic: null), notice: null), Views.Json.DigestView);

        Assert.Contains("""{"id":"7f3a","topic":null,"notice":null,""", json, StringComparison.Ordinal);
        Assert.EndsWith("\"stories\":[]}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_this_document() => Assert.Equal(
        """{"question":"Who won the cup?","query":"Who won the cup?","answered":false,"confidence":0.1,"quotes":[],"nearest":[{"text":"The resolution passed with 170 votes.","article":{"id":"12","title":"Vote in Baghdad","url":"https://post.example/vote","source":"Sample Post","published":"2020-01-05T16:00:00Z"},"start":0,"length":37}],"searched":{"articles":412,"window":{"from":"2019-12-30T12:00:00Z","to":"2020-01-06T12:00:00Z"}}}""",
        JsonSerializer.Serialize(AnswerView.From(SampleReplies.NotAnswered()), Views.Json.AnswerView));

    [Fact]
    public void An_ingest_is_this_document_and_counts_changed_articles_as_known() => Assert.Equal(
        """{"read":10,"new":4,"duplicates":6,"failed":[{"what":"a.txt","why":"It is empty."}]}""",
        JsonSerializer.Serialize(
            IngestView.From(new IngestReport(10, 4, 1, 5, [new("a.txt", "It is empty.")])), Views.Json.IngestView));

    [Fact]
    public void A_verification_is_this_document()
    {
        Citation quote = SampleReplies.Digest().Stories[1].Quotes[0];

        Assert.Equal(
            """{"digest":"7f3a","items":[{"text":"Crude flows.","article":{"id":"13","title":"Oil","url":"https://post.example/oil","source":"Sample Post","published":"2020-01-05T16:00:00Z"},"start":0,"length":12,"state":"gone"}]}""",
            JsonSerializer.Serialize(VerifyView.From("7f3a", [new(quote, QuoteState.Gone)]), Views.Json.VerifyView));
    }

    [Fact]
    public void A_finding_of_the_doctor_is_this_item() => Assert.Equal(
        """{"items":[{"check":"clock","ok":false,"finding":"It is wrong.","remedy":"Set it."},{"check":"index","ok":true,"finding":"Current.","remedy":null}]}""",
        JsonSerializer.Serialize(
            new ListView<Finding>([Finding.Wrong("clock", "It is wrong.", "Set it."), Finding.Fine("index", "Current.")]),
            Views.Json.ListViewFinding));

    [Fact]
    public void A_search_a_story_and_a_source_are_these_items()
    {
        Citation quote = SampleReplies.Digest().Stories[1].Quotes[0];

        Assert.Equal(
            """{"items":[{"id":"13","title":"Oil","url":"https://post.example/oil","source":"Sample Post","published":"2020-01-05T16:00:00Z","sentence":{"text":"Crude flows.","start":0,"length":12}}]}""",
            JsonSerializer.Serialize(
                new ListView<SearchHitView>([SearchHitView.From(new(quote.Article, quote))]), Views.Json.ListViewSearchHitView));
        Assert.Equal(
            """{"items":[{"id":"s1","title":"Vote","publishers":["A","B"],"articles":2,"first":"2020-01-06T12:00:00Z","last":"2020-01-06T12:00:00Z"}]}""",
            JsonSerializer.Serialize(
                new ListView<StoryListingView>(
                    [StoryListingView.From(new("s1", "Vote", ["A", "B"], 2, SampleReplies.Noon, SampleReplies.Noon))]),
                Views.Json.ListViewStoryListingView));
        Assert.Equal(
            """{"items":[{"id":"3","kind":"feed","name":"Sample Post","location":"https://post.example/feed","movedFrom":null,"folder":null,"shared":true,"paused":false,"off":false,"atRest":false,"articles":12,"failures":0,"failingSince":null,"lastError":null,"lastCheck":null,"lastSuccess":"2020-01-06T09:00:00Z","nextCheck":null,"nextCheckWhy":null}]}""",
            JsonSerializer.Serialize(
                new ListView<SourceView>([SourceView.From(SampleReplies.Source())]), Views.Json.ListViewSourceView));
    }

    [Fact]
    public void Letters_of_every_script_are_readable_and_control_characters_are_not_raw()
    {
        Digest digest = SampleReplies.Digest(title: "استئناف <صادرات> النفط & \u001b\u009b");

        string json = JsonSerializer.Serialize(DigestView.From(digest, null), Views.Json.DigestView);

        Assert.Contains("\"استئناف <صادرات> النفط & \\u001B\\u009B\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_is_in_UTC_with_only_the_fraction_that_it_has()
    {
        var window = new WindowView(
            new(2020, 1, 6, 15, 0, 0, TimeSpan.FromHours(3)), new DateTimeOffset(2020, 1, 6, 12, 0, 0, 250, TimeSpan.Zero));
        var view = new SearchedView(1, window, null, null, null);

        Assert.Contains(
            """{"from":"2020-01-06T12:00:00Z","to":"2020-01-06T12:00:00.25Z"}""",
            JsonSerializer.Serialize(
                new AnswerView("", "", false, 0, [], [], view), Views.Json.AnswerView),
            StringComparison.Ordinal);
    }
}

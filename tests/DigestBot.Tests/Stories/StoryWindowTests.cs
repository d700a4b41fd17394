using CsCheck;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Tests.Stories;

public sealed class StoryWindowTests
{
    // Its headline has no word of the others: alone beside some of them, it could be about something else.
    private const long Vague = 104;

    private static readonly StoryArticle[] Week =
    [
        .. Wires.Ferry.Articles(100, Wires.Monday),
        .. Wires.WarehouseFire.Articles(200, Wires.Monday.AddHours(1)),
        .. Wires.HotelFire.Articles(300, Wires.Monday.AddDays(1)),
    ];

    private static readonly Gen<StoryArticle[]> Streams =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 96], Gen.Int[0, 3]).Array[0, 60].Select(parts => parts
            .Select((part, i) => Wires.Article(
                i + 1,
                part.Item2 % 13 == 0 ? null : Wires.Monday.AddHours(part.Item2),
                part.Item3,
                $"event{part.Item1 % 5} place{part.Item1 % 7}",
                $"event{part.Item1 % 5} person{part.Item1 % 3} place{part.Item1 % 7} detail{part.Item1}"))
            .ToArray());

    [Fact]
    public void Six_reports_on_one_event_are_one_story_though_their_titles_share_little()
    {
        HashSet<string>[] titles = [.. Wires.Ferry.Select(wire => TextAnalyzer.Terms(wire.Title).ToHashSet(StringComparer.Ordinal))];
        Assert.All(titles, (left, i) => Assert.All(titles.Skip(i + 1), right => Assert.True(Overlap(left, right) < 0.5)));

        Assert.Single(Grouped(Wires.Ferry.Articles(100, Wires.Monday)).Values.Distinct());
    }

    [Fact]
    public void Two_fires_in_one_week_are_two_stories()
    {
        Dictionary<long, long> stories = Grouped([
            .. Wires.WarehouseFire.Articles(200, Wires.Monday), .. Wires.HotelFire.Articles(300, Wires.Monday.AddDays(1))]);

        Assert.Equal(["200 201 202", "300 301 302"], Parts(stories));
    }

    [Fact]
    public void Clear_stories_do_not_depend_on_the_order_in_which_articles_come() =>
        Gen.Shuffle(Week.Where(article => article.Id != Vague).ToArray()).Sample(
            articles => Assert.Equal(["100 101 102 103 105", "200 201 202", "300 301 302"], Parts(Grouped(articles))),
            iter: 300,
            threads: 1);

    [Fact]
    public void The_same_articles_in_the_same_order_give_the_same_stories() =>
        Streams.Sample(
            articles => Assert.Equal(Grouped(articles).OrderBy(story => story.Key), Grouped(articles).OrderBy(story => story.Key)),
            iter: 100,
            threads: 1);

    [Fact]
    public void Every_article_is_in_one_story_that_has_an_id_of_its_own() =>
        Streams.Sample(
            articles =>
            {
                Dictionary<long, long> stories = Grouped(articles);
                Assert.Equal(articles.Select(article => article.Id).Order(), stories.Keys.Order());
                Assert.All(stories.Values, id => Assert.True(id > 0));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void A_window_that_was_read_again_goes_on_like_the_one_that_never_stopped()
    {
        StoryArticle[] before = [.. Week.Where((_, i) => i % 2 == 0)], after = [.. Week.Where((_, i) => i % 2 == 1)];
        var running = new StoryWindow();
        Dictionary<long, long> stored = Place(running, before);

        var restarted = new StoryWindow();
        Array.ForEach(before, article => restarted.Add(stored[article.Id], article, settled: false));

        Assert.Empty(restarted.TakeChanges());
        Assert.Equal(Place(running, after), Place(restarted, after));
    }

    [Fact]
    public void Reports_that_seemed_to_differ_become_one_story_when_others_join_them_up()
    {
        StoryArticle first = Wires.Article(1, Wires.Monday, 1, "Tremor felt in Valmora", "Windows shook in Valmora.");
        StoryArticle second = Wires.Article(2, Wires.Monday.AddHours(1), 2, "School roof gives way", "A school roof fell in at Castel Brun; 14 pupils hurt.");
        var window = new StoryWindow();
        Dictionary<long, long> early = Place(window, [first, second]);
        Assert.NotEqual(early[1], early[2]);

        IEnumerable<StoryArticle> later = Enumerable.Range(3, 6).Select(id => Wires.Article(
            id,
            Wires.Monday.AddHours(id),
            id,
            "Valmora tremor: school roof gives way",
            "A tremor that shook windows in Valmora brought down a school roof at Castel Brun; 14 pupils were hurt."));
        Dictionary<long, long> changes = Place(window, later);

        Assert.Single(early.Keys.Concat(changes.Keys).Distinct().Select(id => changes.GetValueOrDefault(id, early.GetValueOrDefault(id))).Distinct());
    }

    [Fact]
    public void A_story_that_nobody_reported_for_days_is_not_continued()
    {
        (string title, string text) = Wires.Ferry[0];
        Dictionary<long, long> stories = Grouped([
            Wires.Article(1, Wires.Monday, 1, title, text), Wires.Article(2, Wires.Monday + StoryWindow.Span + TimeSpan.FromHours(1), 2, title, text)]);

        Assert.NotEqual(stories[1], stories[2]);
    }

    [Fact]
    public void What_is_settled_stays_and_is_never_merged()
    {
        StoryArticle[] ferry = [.. Wires.Ferry.Articles(100, Wires.Monday)];
        var window = new StoryWindow();
        window.Add(7, ferry[0], settled: true);
        window.Add(8, ferry[2], settled: true);

        Dictionary<long, long> changes = Place(window, [ferry[1], ferry[3], ferry[4], ferry[5]]);

        Assert.Equal([101, 103, 104, 105], changes.Keys.Order());
        Assert.All(changes.Values, story => Assert.True(story is 7 or 8));
    }

    [Fact]
    public void A_second_report_by_the_same_publisher_needs_more_in_common()
    {
        StoryArticle first = Wires.Article(1, Wires.Monday, 1, "", "amber birch cedar damson elder fennel gentian hawthorn ivy juniper");
        StoryArticle Second(long publisher) => Wires.Article(
            2, Wires.Monday, publisher, "", "amber birch kale larch maple nettle orchid poplar quince rowan");

        Dictionary<long, long> others = Grouped([first, Second(2)]), same = Grouped([first, Second(1)]);

        Assert.Equal(others[1], others[2]);
        Assert.NotEqual(same[1], same[2]);
    }

    [Fact]
    public void Text_that_says_nothing_is_a_story_of_its_own()
    {
        StoryArticle[] articles = [
            Wires.Article(1, Wires.Monday, 1, "", ""),
            Wires.Article(2, Wires.Monday, 2, "The", "and of the \0 \uFFFF \uD800 !!! ---"),
            Wires.Article(3, null, 0, "", "")];

        Assert.Equal(3, Grouped(articles).Values.Distinct().Count());
    }

    [Fact]
    public void One_text_a_thousand_times_is_one_story() =>
        Assert.Single(Grouped(Enumerable.Range(1, 1000).Select(id => Wires.Article(
            id, Wires.Monday.AddSeconds(id), id, Wires.Ferry[0].Title, Wires.Ferry[0].Text))).Values.Distinct());

    private static Dictionary<long, long> Grouped(IEnumerable<StoryArticle> articles) => Place(new StoryWindow(), articles);

    private static Dictionary<long, long> Place(StoryWindow window, IEnumerable<StoryArticle> articles)
    {
        foreach (StoryArticle article in articles)
        {
            window.Place(article);
        }

        window.Review();
        return window.TakeChanges().ToDictionary(member => member.ArticleId, member => member.StoryId);
    }

    private static string[] Parts(Dictionary<long, long> stories) =>
        [.. stories.GroupBy(story => story.Value, story => story.Key).Select(part => string.Join(' ', part.Order())).Order(StringComparer.Ordinal)];

    private static double Overlap(HashSet<string> left, HashSet<string> right) =>
        (double)left.Intersect(right).Count() / left.Union(right).Count();
}

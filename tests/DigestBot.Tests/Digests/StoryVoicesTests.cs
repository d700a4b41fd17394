using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Digests;

/// <summary>How widely something is reported is counted by who has words of their own.</summary>
public abstract class StoryVoicesTests(string provider)
{
    private const string Wire =
        "The Ostia dam broke at dawn and water ran through the lower valley. Rescuers searched the flooded houses below Ostia for survivors. " +
        "The interior minister said that two engineers had warned of cracks in spring. Schools stay closed until Monday.";

    private const string Vote =
        "Ibarra won the presidential election with 52 percent of the vote, the commission said.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("minister commission")]
    public async Task A_wire_report_in_many_papers_is_one_voice_and_three_reports_are_three(string? topic)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await SayAsync(bot, "Wire", "wire.example", "Dam breaks near Ostia", Wire);
        foreach (string paper in (string[])["Coast", "Hill", "Lake", "Plain"])
        {
            await SayAsync(bot, paper, $"{paper}.example", "Dam breaks near Ostia", $"{Wire} Read the {paper} tomorrow.");
        }

        await SayAsync(bot, "Island", "island.example", "Election won by Ibarra", $"{Vote} The minister of works lost her seat on the islands.");
        await SayAsync(bot, "Harbour", "harbour.example", "Ibarra wins election", $"{Vote} Crowds sang in the harbour while a minister conceded.");
        await SayAsync(bot, "Market", "market.example", "Ibarra elected president", $"{Vote} The peso rose, and bonds of the finance minister sold well.");

        Digest digest = await bot.DigestAsync(bot.Operator, topic is null ? null : "minister", Cancel, TimeSpan.FromDays(1));

        Assert.Equal(2, digest.Stories.Count);
        Assert.Equal(["Island", "Harbour", "Market"], digest.Stories[0].Publishers);
        Assert.Null(digest.Stories[0].Reprints);
        Assert.Equal(["Wire"], digest.Stories[1].Publishers);
        Assert.Equal(["Coast", "Hill", "Lake", "Plain"], digest.Stories[1].Reprints);
        Assert.All(digest.Stories[1].Quotes, quote => Assert.Equal("Wire", quote.Article.Source));
        Assert.Equal(5, digest.Stories[1].Articles);
    }

    [Fact]
    public async Task A_paper_that_prints_the_wire_and_then_its_own_report_is_a_voice()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await SayAsync(bot, "Wire", "wire.example", "Dam breaks near Ostia", Wire);
        await SayAsync(bot, "Coast", "coast.example", "Dam breaks near Ostia", Wire);
        await SayAsync(bot, "Coast", "coast.example", "Ostia dam: a rescuer tells", "A rescuer at the Ostia dam told of a dog that barked below the flooded valley until survivors were found.");

        DigestStory story = Assert.Single((await bot.DigestAsync(bot.Operator, null, Cancel, TimeSpan.FromDays(1))).Stories);

        Assert.Equal(["Wire", "Coast"], story.Publishers);
        Assert.Null(story.Reprints);
    }

    [Fact]
    public async Task Feeds_of_one_site_are_one_publisher_and_one_that_links_to_many_sites_is_its_own()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await SayAsync(bot, "Daily world", "world.daily.example", "Dam breaks near Ostia", Wire);
        await SayAsync(bot, "Daily science", "www.daily.example", "Why the Ostia dam broke", "Engineers explain why the Ostia dam broke: cracks in the valley wall were seen in spring.");
        await SayAsync(bot, "Links", "tower.example", "A tower falls", "The tower of Brindal fell over in the storm on Sunday.");
        await SayAsync(bot, "Links", "daily.example", "Ostia after the dam", "In Ostia after the dam broke, rescuers in the valley found survivors in flooded houses.");
        await SayAsync(bot, "Links", "daily.example", "Ostia counts its dead", "Ostia counts its dead in the valley after the dam broke and the houses were flooded.");

        Digest digest = await bot.DigestAsync(bot.Operator, "ostia", Cancel, TimeSpan.FromDays(1));

        Assert.Equal(["Daily world", "Links"], Assert.Single(digest.Stories).Publishers);
    }

    private static Task<IngestReport> SayAsync(TestBot bot, string source, string host, string title, string text)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        return bot.ImportAsync(
            bot.Operator, source, Cancel,
            Articles.Article(title, text, bot.Clock.GetUtcNow(), $"https://{host}/{Uri.EscapeDataString(title)}"));
    }
}

public sealed class SqliteStoryVoicesTests() : StoryVoicesTests("sqlite");

public sealed class PostgresStoryVoicesTests() : StoryVoicesTests("postgresql");

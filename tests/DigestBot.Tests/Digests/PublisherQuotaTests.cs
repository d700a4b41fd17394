using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Digests;

/// <summary>A publisher that reports much alone does not crowd out the others, on every store.</summary>
public abstract class PublisherQuotaTests(string provider)
{
    private const string Chatty = "Chatty Post";
    private const string Quiet = "Quiet Courier";

    private static readonly string[] Subjects = ["bakery wins a prize", "tram breaks down", "museum buys a clock", "harbour is dredged", "library lends tools"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_what_one_publisher_alone_reports_two_stories_come_before_those_of_others()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ChatAsync(bot);
        await bot.ImportAsync(bot.Operator, Quiet, Cancel, Of("quiet", "The orchard blooms early", "Pears and plums bloom.", bot.Clock.GetUtcNow().AddHours(-20)));

        string[] publishers = [.. (await ComposeAsync(bot, 3)).Stories.Select(story => story.Publishers.Single())];
        string[] all = [.. (await ComposeAsync(bot, 25)).Stories.Select(story => story.Publishers.Single())];

        Assert.Equal([Chatty, Chatty, Quiet], publishers);
        Assert.Equal([Chatty, Chatty, Quiet, Chatty, Chatty, Chatty], all);
    }

    [Fact]
    public async Task Where_nobody_else_reports_anything_it_fills_the_digest_newest_first()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ChatAsync(bot);

        Digest digest = await ComposeAsync(bot, 25);

        Assert.Equal(Subjects.Select(Title), digest.Stories.Select(story => story.Title));
    }

    [Fact]
    public async Task What_others_report_too_does_not_count_as_its_own()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ChatAsync(bot);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(bot.Operator, Chatty, Cancel, Of("chatty", "Bridge over the Ilva collapses after the flood", "The bridge over the Ilva collapsed on Sunday after the flood, and nobody was hurt.", now.AddHours(-3)));
        await bot.ImportAsync(bot.Operator, Quiet, Cancel, Of("quiet", "Flood brings down the bridge over the Ilva", "A flood of the Ilva brought the bridge down on Sunday. It collapsed at noon, and nobody was hurt.", now.AddHours(-2)));

        Digest digest = await ComposeAsync(bot, 3);

        Assert.Equal(2, digest.Stories[0].Publishers.Count);
        Assert.Equal(Subjects.Take(2).Select(Title), digest.Stories.Skip(1).Select(story => story.Title));
    }

    [Fact]
    public async Task Why_says_that_others_came_first()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ChatAsync(bot);
        await bot.ImportAsync(bot.Operator, Quiet, Cancel, Of("quiet", "The orchard blooms early", "Pears and plums bloom.", bot.Clock.GetUtcNow().AddHours(-20)));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest window:24h stories:6");

        Reply third = await room.SayAsync("/why 3");
        Reply fourth = await room.SayAsync("/why 4");

        const string Reason = "2 such stories of the same publisher stand above";
        Assert.DoesNotContain(Reason, room.Print(third), StringComparison.Ordinal);
        Assert.Contains(Reason, room.Print(fourth), StringComparison.Ordinal);
    }

    private static Task<IngestReport> ChatAsync(TestBot bot)
    {
        DateTimeOffset now = bot.Clock.GetUtcNow();
        return bot.ImportAsync(bot.Operator, Chatty, Cancel, [.. Subjects.Select((subject, i) => Of(
            "chatty", Title(subject), $"{Title(subject)}, says somebody who saw it near the old {subject.Split(' ')[0]} yard.", now.AddHours(-1 - i)))]);
    }

    private static IncomingArticle Of(string site, string title, string text, DateTimeOffset published) =>
        Article(title, text, published, $"https://{site}.example/{Uri.EscapeDataString(title)}");

    private static string Title(string subject) => $"A {subject}";

    private static Task<Digest> ComposeAsync(TestBot bot, int stories) =>
        bot.Get<DigestComposer>().ComposeAsync(new(bot.Operator, null, TimeSpan.FromDays(1), null, stories, null), Cancel);
}

public sealed class SqlitePublisherQuotaTests() : PublisherQuotaTests("sqlite");

public sealed class PostgresPublisherQuotaTests() : PublisherQuotaTests("postgresql");

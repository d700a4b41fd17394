using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>A bot with two shared sources, and two spaces with a source each.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly Dictionary<Owner, Source> _sources = [];

    private Town(TestBot bot, Space a, Space b)
    {
        Bot = bot;
        A = a;
        B = b;
    }

    public TestBot Bot { get; }

    public Space A { get; }

    public Space B { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Town> FoundAsync(string provider)
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var town = new Town(bot, await bot.SpaceAsync("discord:1", Cancel), await bot.SpaceAsync("discord:2", Cancel));
        foreach (Owner owner in Enum.GetValues<Owner>())
        {
            Space space = owner switch { Owner.A => town.A, Owner.B => town.B, _ => bot.Operator };
            town._sources.Add(owner, await bot.Get<SourceStore>().AddAsync(
                space, new NewSource(SourceKeys.Import(space, $"{owner} News"), SourceKind.Import, $"{owner} News", null, null), Cancel));
        }

        return town;
    }

    /// <summary>Stores them one after the other, as they come in over time.</summary>
    public async Task PublishAsync(IEnumerable<Publication> publications)
    {
        foreach (Publication publication in publications)
        {
            await Bot.Get<ArticleIntake>().StoreAsync([(_sources[publication.Owner], publication.Article)], null, Cancel);
            await Bot.Get<StoryGrouper>().RunAsync(Cancel);
        }
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

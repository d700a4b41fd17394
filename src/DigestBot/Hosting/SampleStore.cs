using System.Security.Cryptography;
using DigestBot.Cli;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Hosting;

/// <summary>The bundled sample news, in a store of their own that stands in while the real one is empty.</summary>
internal static class SampleStore
{
    private const string Filled = "samples";

    /// <summary>Opens the sample store beside the real one; fills it on first use, and anew when other samples come with an upgrade.</summary>
    public static async Task<TerminalSession> OpenAsync(
        IConfiguration configuration, TerminalRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        string news = Path.Combine(AppContext.BaseDirectory, "samples", "news.jsonl");
        string version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(news, cancellationToken)))[..8];
        string folder = request.DataDirectory is { } data ? Path.GetFullPath(data) : StoreLocation.DefaultFolder;
        IConfigurationRoot samples = new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection(BotConfiguration.StoreAt(Path.Combine(folder, $"samples-{version}.db")))
            .Build();

        TerminalSession session = await TerminalSession.OpenAsync(samples, request, usesSamples: true, clock, cancellationToken);
        if (await session.Get<FactStore>().FindAsync(Filled, cancellationToken) != version)
        {
            await FillAsync(session, news, version, cancellationToken);
        }

        return session;
    }

    // Marked last: if this is stopped in the middle, the next one goes on, and nothing is there twice.
    private static async Task FillAsync(TerminalSession session, string news, string version, CancellationToken cancellationToken)
    {
        Space shared = await session.Get<SpaceStore>().GetOrAddAsync(Space.LocalKey, cancellationToken);
        await session.Get<Importer>().ImportAsync(shared, [news], null, null, cancellationToken);
        await session.Get<StoryGrouper>().RunAsync(cancellationToken);
        await session.Get<FactStore>().SetAsync(Filled, version, cancellationToken);
    }
}

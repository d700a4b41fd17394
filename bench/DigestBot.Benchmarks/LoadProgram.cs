using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Ingest;

namespace DigestBot.Benchmarks;

/// <summary>Fills a store with N synthetic articles and measures what readers wait for.</summary>
internal static class LoadProgram
{
    private const int Runs = 300;

    /// <summary><c>generate N FILE</c>: the articles as JSON lines, for the <c>ingest</c> command.</summary>
    public static async Task<int> GenerateAsync(int count, string file)
    {
        await using var writer = new StreamWriter(file);
        foreach (IncomingArticle article in News(count).Articles())
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(new
            {
                url = article.Url,
                title = article.Title,
                text = article.Text,
                published = article.Published,
                source = article.Source,
                language = article.Language,
            }));
        }

        return 0;
    }

    /// <summary><c>load N PLACE</c>: fills the store, then measures.</summary>
    public static async Task<int> LoadAsync(int count, string place)
    {
        await using (BenchBot bot = await BenchBot.OpenAsync(place))
        {
            long start = Stopwatch.GetTimestamp();
            await bot.ImportAsync(News(count).Articles());
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await Print($"loaded {count} articles in {seconds:F1} s: {count / seconds:F0}/s, peak memory {PeakMegabytes()} MB");
        }

        return await MeasureAsync(count, place);
    }

    /// <summary><c>measure N PLACE</c>: latencies on a store that was filled with N articles.</summary>
    public static async Task<int> MeasureAsync(int count, string place)
    {
        await using BenchBot bot = await BenchBot.OpenAsync(place);
        DigestComposer composer = bot.Get<DigestComposer>();
        AnswerFinder answers = bot.Get<AnswerFinder>();

        await Print(await LatencyReport.MeasureAsync("digest TOPIC, 24 h", Runs, i => composer.ComposeAsync(Digest(i, TimeSpan.FromDays(1)), default)));
        await Print(await LatencyReport.MeasureAsync("digest TOPIC, 7 d", Runs, i => composer.ComposeAsync(Digest(i, TimeSpan.FromDays(7)), default)));
        await Print(await LatencyReport.MeasureAsync("digest, 24 h", Runs, _ => composer.ComposeAsync(Digest(null, TimeSpan.FromDays(1)), default)));
        await Print(await LatencyReport.MeasureAsync("digest TOPIC, all", Runs, i => composer.ComposeAsync(Digest(i, null), default)));
        await Print(await LatencyReport.MeasureAsync("ask, everything", Runs, i => answers.AskAsync(Ask(i, null), default)));
        await Print(await LatencyReport.MeasureAsync("ask, 7 d", Runs, i => answers.AskAsync(Ask(i, TimeSpan.FromDays(7)), default)));
        await Print($"peak memory {PeakMegabytes()} MB");
        return 0;

        DigestRequest Digest(int? topic, TimeSpan? since) =>
            new(bot.Space, topic is { } number ? SyntheticNews.Place(number % 100) : null, since, null, null, null);

        AskRequest Ask(int i, TimeSpan? since) =>
            new(bot.Space, SyntheticNews.Question((int)((long)i * 7919 % count)), null, since, null, []);
    }

    private static SyntheticNews News(int count) => new(count, TimeProvider.System.GetUtcNow());

    private static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);

    private static Task Print(LatencyReport report) => Console.Out.WriteLineAsync(report.ToString());

    private static Task Print(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}

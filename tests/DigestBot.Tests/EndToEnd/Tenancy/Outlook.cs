using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Answers;
using DigestBot.Cli;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>Everything that one space can be shown, in bytes.</summary>
internal static class Outlook
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Questions =
    [
        "How many workers agreed to the strike?", "Where was the airport closed?", "Who said that the bridge was closed on Sunday?",
        $"What does {Publication.SecretOfB} know?", "What happened in parliament?", $"What happened in {Publication.SecretOfB}?",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Digests and why they are so, answers, search results, stories in full, sources and counts.</summary>
    public static async Task<string> OfAsync(TestBot bot, Space space)
    {
        IReadOnlyList<StoryListing> stories = await bot.Get<StoryCatalog>().ListAsync(space, null, null, 50, Cancel);
        return string.Join('\n', (string[])
        [
            .. await DigestsAsync(bot, space),
            .. await ExplanationsAsync(bot, space),
            .. await AnswersAsync(bot, space),
            .. await SearchesAsync(bot, space),
            Write(stories),
            .. await DetailsAsync(bot, space, stories),
            Write(await bot.Get<SourceManager>().ListAsync(space, Cancel)),
            Write(await bot.Get<ArticleStore>().CountAllAsync(space, Cancel)),
            Write(await bot.Get<ArticleStore>().CountAsync(space, NewsWindow.Until(bot.Clock.GetUtcNow()), Cancel)),
        ]);
    }

    private static async Task<IEnumerable<string>> DigestsAsync(TestBot bot, Space space)
    {
        var digests = new List<string>();
        foreach (string? topic in Publication.Topics.Append(Publication.SecretOfB).Append(null))
        {
            foreach (TimeSpan? since in (TimeSpan?[])[TimeSpan.FromDays(1), null])
            {
                digests.Add(Write(await bot.DigestAsync(space, topic, Cancel, since)));
            }

            // By names that are learned from what the space sees.
            digests.Add(Write(await bot.Get<DigestComposer>().ComposeAsync(new DigestRequest(space, topic, null, null, null, null) { Exact = false }, Cancel)));
            if (topic is not null)
            {
                digests.Add(Write(await bot.Get<TopicCatalog>().TestAsync(space, topic, Cancel)));
            }
        }

        return digests;
    }

    private static async Task<IEnumerable<string>> ExplanationsAsync(TestBot bot, Space space)
    {
        var reasons = new List<string>();
        foreach (string topic in Publication.Topics)
        {
            Digest digest = await bot.DigestAsync(space, topic, Cancel);
            for (int place = 1; place <= digest.Stories.Count; place++)
            {
                reasons.Add(Write(WhyView.From((await bot.Get<StoryExplainer>().ExplainAsync(space, digest, place, null, Cancel))!)));
            }
        }

        return reasons;
    }

    private static async Task<IEnumerable<string>> AnswersAsync(TestBot bot, Space space)
    {
        var answers = new List<string>();
        foreach (string question in Questions)
        {
            answers.Add(Write(await bot.AskAsync(space, question, Cancel)));
        }

        return answers;
    }

    private static async Task<IEnumerable<string>> SearchesAsync(TestBot bot, Space space)
    {
        var found = new List<string>();
        foreach (string query in Publication.Topics.Append($"{Publication.SecretOfB} flood"))
        {
            foreach (SearchOrder order in Enum.GetValues<SearchOrder>())
            {
                found.Add(Write(await bot.Get<ArticleSearch>().SearchAsync(new SearchRequest(space, query, null, order, 20), Cancel)));
            }
        }

        return found;
    }

    private static async Task<IEnumerable<string>> DetailsAsync(TestBot bot, Space space, IReadOnlyList<StoryListing> stories)
    {
        var details = new List<string>();
        foreach (StoryListing story in stories)
        {
            details.Add(Write(await bot.Get<StoryCatalog>().FindAsync(space, story.Id, Cancel)));
        }

        return details;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}

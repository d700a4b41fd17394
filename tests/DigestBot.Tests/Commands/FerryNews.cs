using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>A bot that has read of a ferry and of a budget.</summary>
internal static class FerryNews
{
    public static async Task<TestBot> StartAsync(CancellationToken cancellationToken, params KeyValuePair<string, string?>[] settings)
    {
        TestBot bot = await TestBot.StartAsync("sqlite", cancellationToken, settings);
        await bot.ImportAsync(
            bot.Operator,
            "Coast Post",
            cancellationToken,
            Articles.Article(
                "Ferry Aurora aground off Punta Brava",
                "The ferry Aurora ran aground off Punta Brava at dawn on Friday. "
                + "All 214 passengers were brought ashore by fishing boats before noon. "
                + "Nobody was hurt, the coast guard said."),
            Articles.Article("Council passes budget", "The council of Riva passed its budget on Thursday after a debate of nine hours."));
        return bot;
    }
}

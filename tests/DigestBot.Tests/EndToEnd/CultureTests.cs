using System.Globalization;
using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>Whatever the machine's language, the same news gives the same results.</summary>
public sealed class CultureTests
{
    private static readonly string[] Commands =
    [
        "digest --json", "digest istanbul", "digest istanbul --format html", "digest --since all --format markdown", "stories --json",
        "search ISTANBUL --json", "ask How many people live in Izmit? --json", "ask Who closed it? --json", "sources list --json", "reindex",
    ];

    // A dotless i, another minus sign, another calendar, another comma, a minus sign that is a word mark.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    [InlineData("de-CH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public async Task Results_do_not_depend_on_it(string culture)
    {
        string[] usual = await RunAllAsync(CultureInfo.InvariantCulture);
        string[] here = await RunAllAsync(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(usual, here);
    }

    private static async Task<string[]> RunAllAsync(CultureInfo culture)
    {
        using var bot = new BotTerminal();
        string news = bot.Folder.Write("news.jsonl", JsonSerializer.Serialize(new
        {
            url = "https://news.example/1",
            title = "ISTANBUL closes its IZMIT bridge",
            text = "Istanbul closed the Izmit bridge on Sunday. It is -3.5 degrees cold, and 370,000 people live in Izmit.",
            published = "2026-02-28T12:30:00+03:00",
            source = "Wire",
        }));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            (await bot.RunAsync("ingest", news)).Done();
            var shown = new List<string>();
            foreach (string command in Commands)
            {
                shown.Add((await bot.RunAsync(command.Split(' '))).Done());
            }

            return [.. shown];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

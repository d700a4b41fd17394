using System.Text;
using System.Text.Json;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>A file of many articles, each different and each of a usual length.</summary>
internal static class LargeNews
{
    private static readonly string[] Words =
        ["harbour", "council", "budget", "storm", "bridge", "election", "minister", "factory", "strike", "river", "court", "airport"];

    public static string Lines(int count)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            lines.AppendLine(JsonSerializer.Serialize(new
            {
                url = $"https://news.example/{i}",
                title = $"Report {i}",
                text = Text(i),
                published = DateTimeOffset.UnixEpoch.AddDays(18_000).AddMinutes(i),
                source = $"Wire {i % 3}",
            }));
        }

        return lines.ToString();
    }

    private static string Text(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(i =>
        $"The {Words[(number + i) % Words.Length]} of place{number} saw the {Words[(number * 7 + i) % Words.Length]} number {number * i}."));
}

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Summaries;

namespace DigestBot.Benchmarks;

/// <summary>What digests of single words gain by names that stand for them, held against labels of stories.</summary>
internal static class WidenProgram
{
    private const string Countries = "countries";

    /// <summary>
    /// <c>widen FILE WORDS</c>: FILE has articles as JSON lines, with the label <c>story</c> where there is one. WORDS has a word a line, for which
    /// names are learned from the articles; or it is <c>countries</c>, which are asked for by their English names and found by those that
    /// ship with the bot. An added story is right where one of its label's articles has the word; nothing is known where the label has no other article.
    /// </summary>
    public static async Task<int> RunAsync(string file, string words)
    {
        string folder = Directory.CreateTempSubdirectory("digestbot-widen-").FullName;
        try
        {
            await using BenchBot bot = await BenchBot.OpenAsync(folder);
            Labelled[] articles = [.. Read(file)];
            await bot.ImportAsync(articles.Select(article => article.Article));
            var sum = new Tally(0, 0, 0, 0);
            IEnumerable<string> asked = words == Countries ? CountryNames.Read().Select(country => country.Names[0]) : await File.ReadAllLinesAsync(words);
            foreach (string word in asked)
            {
                sum += await MeasureAsync(bot, word.Trim(), words != Countries, articles);
            }

            await Print($"all words: {sum}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Tally> MeasureAsync(BenchBot bot, string word, bool learn, Labelled[] articles)
    {
        var plain = TopicPattern.Of(word, null);
        TopicPattern topic = learn ? await bot.Get<TopicWidener>().WidenAsync(bot.Space, plain.By([]), null, TimeProvider.System.GetUtcNow(), default)
            : plain;
        IReadOnlyList<QueryTerm> terms = TextAnalyzer.QueryTerms(word);
        bool Has(Labelled article) => terms.All(term => term.CountIn(article.Terms) > 0);
        ILookup<string, Labelled> byStory = articles.ToLookup(article => article.Story);
        var tally = new Tally(topic.Wider.Concat(topic.Names).Any() ? 1 : 0, 0, 0, 0);
        var added = new List<string>();
        foreach (Labelled first in articles.Where(article => learn ? topic.IsWider(article.Terms) : topic.NamesThatFound([article.Terms]).Any()).DistinctBy(article => article.Story))
        {
            bool? isRight = byStory[first.Story].Count() < 2 ? null : byStory[first.Story].Any(Has);
            tally += new Tally(0, isRight == true ? 1 : 0, isRight == false ? 1 : 0, isRight is null ? 1 : 0);
            added.Add($"    {(isRight switch { true => "right", false => "wrong", null => "open" })}: {first.Article.Title}");
        }

        if (learn ? topic.Wider.Count > 0 : added.Count > 0)
        {
            int own = articles.Count(Has);
            await Print($"{word}: {string.Join(", ", learn ? topic.Wider.Select(entry => entry.Text) : topic.NamesThatFound([.. articles.Select(article => article.Terms)]))} ({own} articles with the word; {tally})");
            await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, added));
        }

        return tally;
    }

    private static IEnumerable<Labelled> Read(string file)
    {
        using Stream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        for (int i = 0; reader.ReadLine() is { } line; i++)
        {
            using var document = JsonDocument.Parse(line);
            string? Text(string name) => document.RootElement.TryGetProperty(name, out JsonElement member) ? member.GetString() : null;
            string title = Text("title") ?? "";
            string text = Text("text") is { Length: > 0 } whole ? whole : title;

            // What has no date is spread, so that days can be told apart.
            DateTimeOffset published = DateTimeOffset.TryParse(
                Text("published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset given) ? given : now.AddHours(-1 - i);
            yield return new Labelled(
                new IncomingArticle
                {
                    Title = title,
                    Text = text,
                    Published = published,
                    Url = $"https://news.example/{i}",
                    Source = Text("source") ?? "Some Paper",
                },
                Text("story") ?? $"article {i}");
        }
    }

    private static Task Print(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Labelled(IncomingArticle Article, string Story)
    {
        public TermVector Terms { get; } = TextAnalyzer.Vector(Article.Title ?? "", Article.Text);
    }

    private sealed record Tally(int Words, int Right, int Wrong, int Open)
    {
        public static Tally operator +(Tally one, Tally other) =>
            new(one.Words + other.Words, one.Right + other.Right, one.Wrong + other.Wrong, one.Open + other.Open);

        public override string ToString() => $"{Words} widened, added {Right + Wrong + Open}: right {Right}, wrong {Wrong}, open {Open}";
    }
}

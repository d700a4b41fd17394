using System.Text.Json;
using DigestBot.Evaluation.Training;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Refusing;

/// <summary>Reads questions for a whole collection.</summary>
internal static class OpenQuestions
{
    // A third of the texts is left out; what is asked about them nothing answers.
    private const int LeftOut = 3;
    private const int BeginningOfPage = 400;

    private static readonly string[] Sets = ["answer-squad2", "rank-wikiqa-train", "rank-wikiqa-dev", "rank-selqa-dev"];

    /// <summary>The published sets: all their texts are one collection.</summary>
    public static OpenSet Published(string folder)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var questions = new List<OpenQuestion>();
        foreach (string set in Sets)
        {
            foreach (JsonElement item in JsonLines.Read(Path.Combine(folder, set + ".jsonl.gz")))
            {
                QuestionItem read = QuestionItem.Of(item);
                (string text, IReadOnlyList<TextSpan> spans) = item.Text("text") is { } given ? (given, read.Spans) : Joined(read.Sentences);
                // Several questions are about one page, and the page is in the set with each of them.
                bool isPage = item.Text("text") is null;
                string group = isPage ? text[..Math.Min(BeginningOfPage, text.Length)] : $"{set}/{read.Fold}";
                string key = isPage ? group : $"{group}/{item.Scalar("paragraph")}";
                bool elsewhere = StableHash.Of(group) % LeftOut == 0;
                if (!elsewhere && !articles.ContainsKey(key))
                {
                    articles.Add(key, ArticleOf(articles.Count + 1, isPage ? "" : read.Fold.Replace('_', ' '), text));
                }

                TextSpan[] right = [.. spans.Where((_, i) => read.Right[i])];
                long id = elsewhere ? 0 : articles[key].Id;
                questions.Add(new OpenQuestion(
                    set, read.Question, group, elsewhere, right.Length == 0 ? null : sentence => sentence.Article.Id == id && right.Any(span => Meet(span, sentence.Span))));
            }
        }

        return new OpenSet([.. articles.Values], questions);
    }

    /// <summary>Questions of our own over our own news: a question, a tab, and words of a sentence that answers it, or -.</summary>
    public static OpenSet Own(string news, string questions)
    {
        Article[] articles = [.. JsonLines.Read(news).Select((item, i) => ArticleOf(i + 1, item.RequiredText("title"), item.RequiredText("text")))];
        return new OpenSet(
            articles,
            [
                .. File.ReadLines(questions).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('\t')).Select(parts => new OpenQuestion(
                    Path.GetFileNameWithoutExtension(questions),
                    parts[0],
                    parts[0],
                    parts[1] == "-",
                    sentence => parts[1].Split(" | ").Any(words => sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))),
            ]);
    }

    private static Article ArticleOf(long id, string title, string text) =>
        new() { Id = id, SourceId = 1, Source = "", Url = $"https://article.example/{id}", Title = title, Effective = default, Text = text };

    private static (string Text, IReadOnlyList<TextSpan> Spans) Joined(string[] sentences)
    {
        var spans = new List<TextSpan>();
        int start = 0;
        foreach (string sentence in sentences)
        {
            spans.Add(new TextSpan(start, sentence.Length));
            start += sentence.Length + 2;
        }

        return (string.Join("\n\n", sentences), spans);
    }

    private static bool Meet(TextSpan first, TextSpan second) =>
        first.Start < second.Start + second.Length && second.Start < first.Start + first.Length;
}

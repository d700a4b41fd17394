using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>The texts of many questions as one collection: what stands beside the right text when the bot is asked something.</summary>
internal sealed class Crowd
{
    // More of them would make the training slower, not better.
    private const int Others = 3;

    private readonly string[][] _texts;
    private readonly Dictionary<string, List<int>> _holding = new(StringComparer.Ordinal);

    public Crowd(IEnumerable<QuestionItem> items)
    {
        _texts = [.. items.DistinctBy(KeyOf).Select(item => item.Sentences)];
        foreach ((int text, string[] sentences) in _texts.Index())
        {
            foreach (string stem in sentences.SelectMany(sentence => TextAnalyzer.Terms(sentence)).Distinct())
            {
                if (!_holding.TryGetValue(stem, out List<int>? holding))
                {
                    _holding.Add(stem, holding = []);
                }

                holding.Add(text);
            }
        }
    }

    /// <summary>The passages of an item, with those of the texts that have most of its question behind them.</summary>
    public PassageScorer Around(QuestionItem item)
    {
        var question = new Question(item.Question);
        var scores = new Dictionary<int, double>();
        foreach (Term term in question.Terms)
        {
            foreach (int text in _holding.GetValueOrDefault(term.Stem) ?? [])
            {
                scores[text] = scores.GetValueOrDefault(text) + Idf(term.Stem);
            }
        }

        IEnumerable<string> others = scores
            .Where(score => KeyOf(_texts[score.Key]) != KeyOf(item))
            .OrderByDescending(score => score.Value)
            .ThenBy(score => score.Key)
            .Take(Others)
            .SelectMany(score => _texts[score.Key]);
        return new PassageScorer(question, [.. item.Sentences, .. others], Idf);
    }

    private double Idf(string stem)
    {
        int have = _holding.GetValueOrDefault(stem)?.Count ?? 0;
        return Math.Log(1 + ((_texts.Length - have + 0.5) / (have + 0.5)));
    }

    private static string KeyOf(QuestionItem item) => KeyOf(item.Sentences);

    private static string KeyOf(string[] sentences) => string.Join('\n', sentences.Take(2));
}

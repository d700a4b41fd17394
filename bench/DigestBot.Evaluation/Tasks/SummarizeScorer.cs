using System.Text.Json;
using DigestBot.Evaluation.Rouge;

namespace DigestBot.Evaluation.Tasks;

/// <summary>ROUGE F1 with stemming, the mean over an item's references; checks that quotes are verbatim and within the budget.</summary>
internal sealed class SummarizeScorer : IScorer
{
    private readonly List<double> _unigrams = [];
    private readonly List<double> _bigrams = [];
    private readonly List<double> _sequences = [];
    private readonly List<double> _words = [];

    public void Add(JsonElement gold, JsonElement prediction)
    {
        string[] quotes = [.. prediction.GetProperty("quotes").EnumerateArray().Select(quote => Verified(quote, gold))];
        int words = quotes.Sum(quote => quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        CheckBudget(gold, quotes.Length, words);

        string candidate = string.Join('\n', quotes.Select(quote => quote.ReplaceLineEndings(" ")));
        string[] references = [.. gold.GetProperty("references").EnumerateArray().Select(reference => reference.GetString()!)];
        _unigrams.Add(references.Average(reference => RougeScorer.N(reference, candidate, 1, stem: true).F));
        _bigrams.Add(references.Average(reference => RougeScorer.N(reference, candidate, 2, stem: true).F));
        _sequences.Add(references.Average(reference => RougeScorer.LSum(reference, candidate, stem: true).F));
        _words.Add(words);
    }

    public IReadOnlyList<Figure> Figures() =>
    [
        Figure.Mean("rouge1", _unigrams),
        Figure.Mean("rouge2", _bigrams),
        Figure.Mean("rougeLsum", _sequences),
        Figure.Mean("words", _words),
    ];

    private static string Verified(JsonElement quote, JsonElement gold)
    {
        string document = quote.Scalar("document") ?? string.Empty;
        string text = gold.GetProperty("documents").EnumerateArray()
            .First(candidate => (candidate.Scalar("id") ?? string.Empty) == document)
            .RequiredText("text");
        int start = quote.GetProperty("start").GetInt32(), length = quote.GetProperty("length").GetInt32();
        string claimed = quote.GetProperty("text").GetString()!;
        bool verbatim = start >= 0 && length >= 0 && start <= text.Length - length
            && text.AsSpan(start, length).SequenceEqual(claimed);
        return verbatim ? claimed : throw new EvaluationException($"A quote of the item '{gold.GetProperty("id")}' is not verbatim.");
    }

    private static void CheckBudget(JsonElement gold, int sentences, int words)
    {
        bool kept = gold.Whole("sentences") is { } maxSentences
            ? sentences <= maxSentences
            : sentences <= 1 || words <= (gold.Whole("words") ?? long.MaxValue);
        if (!kept)
        {
            throw new EvaluationException($"The summary of the item '{gold.GetProperty("id")}' exceeds its budget.");
        }
    }
}

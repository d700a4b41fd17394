using System.Globalization;
using DigestBot.Evaluation.Rouge;
using DigestBot.Evaluation.Tasks;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Scores each item with a model that has not seen it, beside the lead.</summary>
internal sealed class CrossValidation(int folds, BoostingSettings boosting, SelectionSettings selection)
{
    private static readonly string[] Names = ["R1", "R2", "RLsum"];

    /// <summary>One line for each set: its lead, ours, and the difference with its 95 % interval.</summary>
    public IEnumerable<string> Run(IReadOnlyDictionary<string, IReadOnlyList<TrainingItem>> sets, IReadOnlySet<string> trainedOn)
    {
        var scores = sets.ToDictionary(set => set.Key, set => new Score[set.Value.Count]);
        for (int fold = 0; fold < folds; fold++)
        {
            TrainingRows[] seen =
            [
                .. sets.Where(set => trainedOn.Contains(set.Key)).SelectMany(set => set.Value).Where(item => FoldOf(item.Id) != fold).Select(item => item.Rows),
            ];
            var model = new SentenceModel(TreeReader.Parse(BoostingTrainer.Train(seen, boosting), FeatureTable.WidthOf<SentenceFeature>()), selection);
            foreach ((string name, IReadOnlyList<TrainingItem> items) in sets)
            {
                int current = fold;
                Parallel.For(0, items.Count, i =>
                {
                    if (FoldOf(items[i].Id) == current)
                    {
                        scores[name][i] = Score.Of(items[i], model);
                    }
                });
            }
        }

        return scores.Select(set => Line(set.Key, set.Value));
    }

    // Items of one story in different sets stay together, and nothing changes when a set grows.
    private int FoldOf(string id) => (int)(StableHash.Of(id) % (uint)folds);

    private static string Line(string name, Score[] scores)
    {
        var line = new System.Text.StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{name,-33} {scores.Length,5} items, ");
        line.Append(CultureInfo.InvariantCulture, $"{scores.Average(score => score.Quotes):F2} sentences, ");
        line.Append(CultureInfo.InvariantCulture, $"{scores.Average(score => score.Words):F0} words:");
        for (int i = 0; i < Names.Length; i++)
        {
            int figure = i;
            Figure lead = Figure.Mean(Names[i], [.. scores.Select(score => score.Lead[figure])]);
            Figure ours = Figure.Mean(Names[i], [.. scores.Select(score => score.Ours[figure])]);
            (double difference, double low, double high) = PairedBootstrap.Compare(ours, lead);
            line.Append(CultureInfo.InvariantCulture, $" {Names[i]} {100 * lead.Value:F2} {100 * ours.Value:F2}");
            line.Append(CultureInfo.InvariantCulture, $" {100 * difference:+0.00;-0.00} [{100 * low:+0.00;-0.00}, {100 * high:+0.00;-0.00}]");
        }

        return line.ToString();
    }

    private readonly record struct Score(double[] Lead, double[] Ours, int Quotes, int Words)
    {
        public static Score Of(TrainingItem item, SentenceModel model)
        {
            IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(item.Sources, item.Options, model);
            return new(
                Figures(item, LeadSummarizer.Summarize(item.Sources, item.Options)),
                Figures(item, quotes),
                quotes.Count,
                quotes.Sum(quote => quote.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
        }

        private static double[] Figures(TrainingItem item, IReadOnlyList<Quote> quotes)
        {
            string summary = string.Join('\n', quotes.Select(quote => quote.Text.ReplaceLineEndings(" ")));
            return
            [
                item.References.Average(reference => RougeScorer.N(reference, summary, 1, stem: true).F),
                item.References.Average(reference => RougeScorer.N(reference, summary, 2, stem: true).F),
                item.References.Average(reference => RougeScorer.LSum(reference, summary, stem: true).F),
            ];
        }
    }
}

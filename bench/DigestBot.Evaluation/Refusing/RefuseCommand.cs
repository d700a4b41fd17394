using System.CommandLine;
using System.Globalization;
using System.Text;
using DigestBot.Answers;
using DigestBot.Evaluation.Training;

namespace DigestBot.Evaluation.Refusing;

/// <summary>refuse: how often the bot answers rightly, wrongly and not at all when it is asked something over a whole collection.</summary>
internal static class RefuseCommand
{
    private const int Folds = 3;

    // The regression sees the sentences that a reader could be shown; more of them would be wrong ones only.
    private const int Fitted = 4;

    // Log odds by which the constant is raised, see AnswerSignals: 0.12 becomes one half.
    private const double WorthShowing = 1.99;

    private static readonly double[] Thresholds = [0.3, 0.4, 0.5, 0.6, 0.7];

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder with the published question sets" };
        var news = new Option<string?>("--news") { Description = "Articles as JSON lines, instead of the published sets" };
        var questions = new Option<string?>("--questions") { Description = "Questions over these articles" };
        var fit = new Option<bool>("--fit") { Description = "Also fits the weights of the signals on folds, and on everything" };
        var show = new Option<bool>("--show") { Description = "Also shows each question with its best sentence" };
        var command = new Command("refuse", "Asks a whole collection, of which a part was left out.") { data, news, questions, fit, show };
        command.SetAction(parsed =>
        {
            OpenSet set = (parsed.GetValue(data), parsed.GetValue(news), parsed.GetValue(questions)) switch
            {
                ({ } folder, null, null) => OpenQuestions.Published(folder),
                (null, { } articles, { } asked) => OpenQuestions.Own(articles, asked),
                _ => throw new EvaluationException("Give either --data, or --news and --questions.", 2),
            };
            return Run(set, parsed.GetValue(fit), parsed.GetValue(show));
        });
        return command;
    }

    private static int Run(OpenSet set, bool fit, bool show)
    {
        var collection = new OpenCollection(set.Articles);
        AskedQuestion[] asked = [.. set.Questions.Select(question => new AskedQuestion(question, collection.Ask(question.Text)))];
        Console.Out.WriteLine(Invariant($"{set.Articles.Count} articles, {asked.Length} questions"));
        Print("as shipped", asked, (_, sentence) => sentence.Confidence);
        if (fit)
        {
            double[][] folds = [.. Enumerable.Range(0, Folds).Select(fold => Fit(asked.Where(question => FoldOf(question) != fold)))];
            Print("fitted on the other folds", asked, (question, sentence) => LogisticFit.Apply(folds[FoldOf(question)], SignalsOf(sentence)));
            Console.Out.WriteLine($"fitted on everything, constant last: {string.Join(", ", Fit(asked).Select(weight => weight.ToString("F2", CultureInfo.InvariantCulture)))}");
        }

        if (show)
        {
            Show(asked);
        }

        return 0;
    }

    // Every set counts alike, however many questions it has.
    private static double[] Fit(IEnumerable<AskedQuestion> asked)
    {
        AskedQuestion[] all = [.. asked];
        Dictionary<string, double> weights = all.GroupBy(SetOf).ToDictionary(set => set.Key, set => 1000.0 / set.Count(), StringComparer.Ordinal);
        (ScoredSentence Sentence, bool Right, double Weight)[] rows = [.. all.SelectMany(question => question.Sentences
            .Take(Fitted)
            .Select(sentence => (sentence, question.Question.Answers(sentence), weights[SetOf(question)])))];
        double[] fitted = LogisticFit.Fit([.. rows.Select(row => SignalsOf(row.Sentence))], [.. rows.Select(row => row.Right)], [.. rows.Select(row => row.Weight)]);
        fitted[^1] += WorthShowing;
        return fitted;
    }

    private static void Print(string title, AskedQuestion[] asked, Func<AskedQuestion, ScoredSentence, double> confidence)
    {
        Console.Out.WriteLine(title);
        foreach (IGrouping<string, AskedQuestion> set in asked.GroupBy(SetOf))
        {
            (OpenQuestion Question, ScoredSentence? Best, double Confidence)[] best = [.. set.Select(question => question.Sentences.MaxBy(sentence => confidence(question, sentence)) is { } sentence
                ? (question.Question, sentence, confidence(question, sentence))
                : (question.Question, (ScoredSentence?)null, 0.0))];
            var possible = best.Where(entry => entry.Question.CanBeAnswered).ToArray();
            var elsewhere = best.Where(entry => entry.Question.IsElsewhere).ToArray();
            foreach (double least in Thresholds)
            {
                int right = possible.Count(entry => entry.Confidence >= least && entry.Question.Answers(entry.Best!));
                int wrong = possible.Count(entry => entry.Confidence >= least) - right;
                int refused = elsewhere.Count(entry => entry.Confidence < least);
                Console.Out.WriteLine(Invariant(
                    $"  {set.Key,-18} from {least:F1}: of {possible.Length} with an answer {Share(right, possible.Length):F3} right, {Share(wrong, possible.Length):F3} wrong; of {elsewhere.Length} without {Share(refused, elsewhere.Length):F3} refused"));
            }
        }
    }

    private static void Show(AskedQuestion[] asked)
    {
        var text = new StringBuilder();
        foreach (AskedQuestion question in asked)
        {
            ScoredSentence? best = question.Sentences is [var first, ..] ? first : null;
            string verdict = question.Question.IsElsewhere ? "none " : best is not null && question.Question.Answers(best) ? "right" : "wrong";
            text.AppendLine(CultureInfo.InvariantCulture, $"{verdict} {best?.Confidence ?? 0:F2} {question.Question.Text} -> {best?.Text.ReplaceLineEndings(" ")}");
        }

        Console.Out.Write(text);
    }

    private static string SetOf(AskedQuestion question) => question.Question.Set.Replace("-train", "", StringComparison.Ordinal).Replace("-dev", "", StringComparison.Ordinal);

    private static int FoldOf(AskedQuestion question) => (int)(StableHash.Of(question.Question.Group + "/fold") % Folds);

    private static double[] SignalsOf(ScoredSentence sentence) =>
        sentence.Signals is { } signals ? [signals.Sentence, signals.Place, signals.Article, signals.Shared] : [];

    private static double Share(int some, int all) => all == 0 ? 0 : some / (double)all;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

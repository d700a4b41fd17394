using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>score TASK --gold FILE --pred FILE: one figure a line, with an interval if there is something to compare with.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "One of: " + string.Join(", ", EvaluationTasks.Names) };
        var gold = new Option<string>("--gold") { Required = true, Description = "Items with references or labels" };
        var pred = new Option<string>("--pred") { Required = true, Description = "Predictions to score" };
        var against = new Option<string?>("--against")
        {
            Description = "Other predictions of the same items: prints the difference with a paired bootstrap 95 % interval",
        };
        var command = new Command("score", "Scores predictions: one figure per line.") { task, gold, pred, against };
        command.SetAction(parsed => Run(
            EvaluationTasks.Create(parsed.GetValue(task)!),
            parsed.GetValue(gold)!,
            parsed.GetValue(pred)!,
            parsed.GetValue(against)));
        return command;
    }

    private static int Run(IEvaluationTask task, string gold, string pred, string? against)
    {
        IReadOnlyList<Figure> figures = Score(task, gold, pred);
        IReadOnlyList<Figure>? others = against is null ? null : Score(task, gold, against);
        foreach ((int index, Figure figure) in figures.Index())
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Value:F4}");
            if (others is not null)
            {
                (double difference, double low, double high) = PairedBootstrap.Compare(figure, others[index]);
                line += string.Create(CultureInfo.InvariantCulture, $" difference {difference:+0.0000;-0.0000} [{low:+0.0000;-0.0000}, {high:+0.0000;-0.0000}]");
            }

            Console.Out.WriteLine(line.AsSpan());
        }

        return 0;
    }

    private static IReadOnlyList<Figure> Score(IEvaluationTask task, string gold, string pred)
    {
        IScorer scorer = task.CreateScorer();
        using IEnumerator<JsonElement> inOrder = JsonLines.Read(pred).GetEnumerator();
        Dictionary<string, JsonElement> early = new(StringComparer.Ordinal);
        foreach (JsonElement item in JsonLines.Read(gold))
        {
            scorer.Add(item, Find(item.Scalar("id"), inOrder, early, pred));
        }

        return scorer.Figures() is [_, ..] figures ? figures : throw new EvaluationException($"Nothing in '{gold}' says what is right.");
    }

    // Predictions may come in another order; those met too early wait for their item.
    private static JsonElement Find(string? id, IEnumerator<JsonElement> inOrder, Dictionary<string, JsonElement> early, string path)
    {
        if (id is not null && early.Remove(id, out JsonElement waiting))
        {
            return waiting;
        }

        while (inOrder.MoveNext())
        {
            string? found = inOrder.Current.Scalar("id");
            if (id is null || found is null || found == id)
            {
                return inOrder.Current;
            }

            early[found] = inOrder.Current;
        }

        throw new EvaluationException(id is null ? $"'{path}' has too few predictions." : $"'{path}' has no prediction for the item '{id}'.");
    }
}

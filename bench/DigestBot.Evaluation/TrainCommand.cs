using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Evaluation.Training;

namespace DigestBot.Evaluation;

/// <summary>train --data DIR --out DIR: cross-validates the models of the summarizer and writes their weights.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder with the sets: summarize-NAME.jsonl.gz" };
        var output = new Option<string?>("--out") { Description = "Folder for the weights; without it they are only validated" };
        var only = new Option<string?>("--only") { Description = "One model: article or story" };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 5, Description = "Folds of the validation; 0 for none" };
        var command = new Command("train", "Trains the summarizer's models of sentences.") { data, output, only, folds };
        command.SetAction(parsed => Run(
            parsed.GetValue(data)!, parsed.GetValue(output), parsed.GetValue(only), parsed.GetValue(folds)));
        return command;
    }

    private static int Run(string data, string? output, string? only, int folds)
    {
        foreach (TrainingPlan plan in TrainingPlan.All.Where(plan => only is null || plan.Name == only))
        {
            Dictionary<string, IReadOnlyList<TrainingItem>> sets = plan.Sets.ToDictionary(
                set => set.Name, set => (IReadOnlyList<TrainingItem>)[.. TrainingItem.Read(PathOf(data, set.File), set.Weight, set.Beginnings)]);
            HashSet<string> trainedOn = [.. plan.Sets.Where(set => set.Weight > 0).Select(set => set.Name)];
            List<string> figures = folds > 1
                ? [.. new CrossValidation(folds, BoostingSettings.Usual, plan.Selection).Run(sets, trainedOn)]
                : [];
            figures.ForEach(line => Console.Out.WriteLine(line.AsSpan()));
            if (output is not null)
            {
                TrainingItem[] seen = [.. sets.Where(set => trainedOn.Contains(set.Key)).SelectMany(set => set.Value)];
                string weights = BoostingTrainer.Train(seen, BoostingSettings.Usual);
                File.WriteAllText(Path.Combine(output, plan.Name + ".trees"), Head(plan, data) + weights);
            }
        }

        return 0;
    }

    private static string PathOf(string data, string set) => Path.Combine(data, set + ".jsonl.gz");

    private static string Head(TrainingPlan plan, string data)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"# {plan.Name}, version 1: made by the command 'train' of ");
        head.Append("bench/DigestBot.Evaluation; see docs/model-card.md\n");
        foreach (TrainingSet set in plan.Sets.Where(set => set.Weight > 0))
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(data, set.File))));
            head.Append(CultureInfo.InvariantCulture, $"# {set.Name} x {set.Weight}, SHA-256 {hash}\n");
        }

        return head.ToString();
    }
}

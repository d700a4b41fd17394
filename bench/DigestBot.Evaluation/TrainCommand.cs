using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Evaluation.Training;

namespace DigestBot.Evaluation;

/// <summary>train --data DIR --out DIR: cross-validates the models of the library and writes their weights.</summary>
internal static class TrainCommand
{
    private static readonly ITraining[] Trainings =
        [.. TrainingPlan.All.Select(plan => new SummaryTraining(plan)), new FollowUpTraining(), new AnswerTraining(decides: false), new AnswerTraining(decides: true)];

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder with the sets: NAME.jsonl.gz" };
        var output = new Option<string?>("--out") { Description = "Folder for the weights; without it they are only validated" };
        var only = new Option<string?>("--only") { Description = "One model: " + string.Join(", ", Trainings.Select(training => training.Name)) };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 5, Description = "Folds of the validation; 0 for none" };
        var command = new Command("train", "Trains the models of the library.") { data, output, only, folds };
        command.SetAction(parsed => Run(
            parsed.GetValue(data)!, parsed.GetValue(output), parsed.GetValue(only), parsed.GetValue(folds)));
        return command;
    }

    private static int Run(string data, string? output, string? only, int folds)
    {
        foreach (ITraining training in Trainings.Where(training => only is null || training.Name == only))
        {
            ITrainingRun run = training.Read(data);
            List<string> figures = folds > 1 ? [.. run.Validate(folds)] : [];
            figures.ForEach(line => Console.Out.WriteLine(line.AsSpan()));
            if (output is not null)
            {
                File.WriteAllText(Path.Combine(output, training.Name + ".trees"), Head(training, data) + run.Train());
            }
        }

        return 0;
    }

    private static string Head(ITraining training, string data)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"# {training.Name}, version 1: made by the command 'train' of ");
        head.Append("bench/DigestBot.Evaluation; see docs/model-card.md\n");
        foreach (TrainingSet set in training.Sets.Where(set => set.Weight > 0))
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(set.PathIn(data))));
            head.Append(CultureInfo.InvariantCulture, $"# {set.Name} x {set.Weight}, SHA-256 {hash}\n");
        }

        return head.ToString();
    }
}

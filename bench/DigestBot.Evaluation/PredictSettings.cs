using DigestBot.Summaries;

namespace DigestBot.Evaluation;

/// <summary>What a task is told besides the item.</summary>
/// <param name="System">"bot", or the name of a baseline of the task.</param>
/// <param name="Directory">Folder of the input file, to which the paths of items are relative.</param>
internal sealed record PredictSettings(string System, string Directory)
{
    public const string Bot = "bot";

    /// <summary>The bot without its trained models.</summary>
    public const string Untrained = "untrained";

    /// <summary>How passages are ranked by this system.</summary>
    public RankOptions Ranking => System switch
    {
        Bot => new(),
        "no-places" => new() { UsePlace = false },
        Untrained => new() { UseTrainedModel = false },
        _ => throw new EvaluationException($"There is no system '{System}' here; there are bot, no-places and untrained.", 2),
    };
}

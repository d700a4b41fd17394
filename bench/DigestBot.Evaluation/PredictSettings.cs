namespace DigestBot.Evaluation;

/// <summary>What a task is told besides the item.</summary>
/// <param name="System">"bot", or the name of a baseline of the task.</param>
/// <param name="Directory">Folder of the input file, to which the paths of items are relative.</param>
internal sealed record PredictSettings(string System, string Directory)
{
    public const string Bot = "bot";
}

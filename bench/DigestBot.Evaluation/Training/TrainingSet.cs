namespace DigestBot.Evaluation.Training;

/// <summary>A file of items with references.</summary>
/// <param name="File">Its name without ending.</param>
/// <param name="Weight">How much an item counts in training; 0 where it is only measured on.</param>
/// <param name="Beginnings">Whether only the first sentences of each article are read, as feeds carry them.</param>
internal sealed record TrainingSet(string File, float Weight, bool Beginnings = false)
{
    public string Name => Beginnings ? File + ", beginnings" : File;

    public string PathIn(string data) => Path.Combine(data, File + ".jsonl.gz");
}

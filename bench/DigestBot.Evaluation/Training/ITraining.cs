namespace DigestBot.Evaluation.Training;

/// <summary>A model that can be trained: from which sets, and how good it is on items that it has not seen.</summary>
internal interface ITraining
{
    /// <summary>Of the file of weights.</summary>
    string Name { get; }

    IReadOnlyList<TrainingSet> Sets { get; }

    /// <summary>Reads the sets; what comes back does the work.</summary>
    ITrainingRun Read(string data);
}

/// <summary>A training whose sets were read.</summary>
internal interface ITrainingRun
{
    /// <summary>One line for each set, scored by models that have not seen the item.</summary>
    IEnumerable<string> Validate(int folds);

    /// <summary>The weights, trained on everything.</summary>
    string Train();
}

using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>One task of the evaluation: how to predict an item and how to score predictions.</summary>
internal interface IEvaluationTask
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>True where items depend on each other: one thread predicts, and all is written once the last item was seen.</summary>
    bool InOrder => false;

    /// <summary>
    /// Loads an item; running what comes back is what gets timed, and gives the writer of the prediction, whole object.
    /// It must not look at references or labels.
    /// </summary>
    Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings);

    /// <summary>What is left to do after the last item; timed.</summary>
    void Complete()
    {
    }

    IScorer CreateScorer();
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Answers;

/// <summary>When an answer is given. Bound from the "Answers" section.</summary>
internal sealed record AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>
    /// Confidence from which a sentence is shown as an answer; below, the nearest sentences are shown as such. Three quarters of it
    /// suffice for a follow-up in an article just shown.
    /// </summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>Sentences in one answer.</summary>
    [Range(1, 3)]
    public int MaxQuotes { get; init; } = 3;
}

[OptionsValidator]
internal sealed partial class AnswerOptionsValidator : IValidateOptions<AnswerOptions>;

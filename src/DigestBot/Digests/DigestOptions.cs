using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Shape of a digest. Bound from the "Digests" section.</summary>
internal sealed record DigestOptions
{
    public const string Section = "Digests";

    /// <summary>Stories per digest, the most widely covered first.</summary>
    [Range(1, 25)]
    public int MaxStories { get; init; } = 6;

    /// <summary>Quoted sentences under each story.</summary>
    [Range(1, 5)]
    public int SentencesPerStory { get; init; } = 2;

    /// <summary>Whether a topic of one word is also found by names that are learned from the news to stand for it, unless somebody says exact:yes.</summary>
    public bool Widen { get; init; }

    /// <summary>How far back a digest looks when nobody says.</summary>
    [Range(typeof(TimeSpan), "00:15:00", "31.00:00:00")]
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The share of its points that a story gains or loses at most by what people of the space think of its sources; 0 for nothing.</summary>
    [Range(0, 0.15)]
    public double OpinionWeight { get; init; } = 0.15;
}

[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;

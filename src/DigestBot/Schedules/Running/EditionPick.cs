namespace DigestBot.Schedules.Running;

/// <summary>What a channel is shown of a story.</summary>
/// <param name="Story">Which.</param>
/// <param name="Quotes">Places of its sentences.</param>
/// <param name="IsUpdate">Whether the channel was shown something of it before.</param>
internal sealed record EditionPick(EditionStory Story, int[] Quotes, bool IsUpdate);

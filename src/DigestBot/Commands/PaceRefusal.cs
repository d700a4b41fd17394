namespace DigestBot.Commands;

/// <summary>Says that somebody asks too fast.</summary>
/// <param name="Left">How long until they may ask again.</param>
/// <param name="IsFirst">Whether it is the first refusal since a command of theirs ran; there are never more of these than of commands.</param>
internal readonly record struct PaceRefusal(TimeSpan Left, bool IsFirst);

namespace DigestBot.Commands.Schedules;

/// <summary>A value that was said, where null is a value too: an absent one is a null <see cref="Given{T}"/>.</summary>
internal readonly record struct Given<T>(T Value);

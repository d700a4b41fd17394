namespace DigestBot.Commands;

/// <summary>The whole numbers from <paramref name="Least"/> to <paramref name="Most"/>.</summary>
internal readonly record struct NumberRange(int Least, int Most)
{
    public static NumberRange Stories { get; } = new(CommandLimits.LeastStories, CommandLimits.MostStories);
}

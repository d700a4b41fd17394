namespace DigestBot.Commands.Suggestions;

/// <summary>Something that could be meant.</summary>
/// <param name="Value">What the command is given.</param>
/// <param name="Label">What is shown for it.</param>
internal sealed record Suggestion(string Value, string Label)
{
    /// <summary>What is shown is what is given.</summary>
    public static Suggestion Of(string text) => new(text, text);
}

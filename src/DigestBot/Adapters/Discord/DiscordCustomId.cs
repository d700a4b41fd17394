namespace DigestBot.Adapters.Discord;

/// <summary>What a button of ours asks for, carried by the button itself: <c>v1:action:digest[:argument[:nonce]]</c>.</summary>
/// <remarks>Nothing is remembered about a button, so one of last year still works after any number of restarts.</remarks>
/// <param name="Action">One of the constants below.</param>
/// <param name="DigestId">The digest that it belongs to; null on what belongs to none.</param>
/// <param name="Argument">What the action needs to know; null for nothing.</param>
/// <param name="Nonce">The part that carries the button; null on what is not posted by a schedule.</param>
internal sealed record DiscordCustomId(string Action, string? DigestId, string? Argument = null, string? Nonce = null)
{
    /// <summary>Show another page of the same digest; the argument is its number.</summary>
    public const string Page = "page";

    /// <summary>Show every quote of a part with its source; the argument is a <see cref="PartMark"/>.</summary>
    public const string Sources = "sources";

    /// <summary>Follow the digest's topic.</summary>
    public const string Follow = "follow";

    /// <summary>Follow one story; the argument is its id, or else what was chosen, and the digest the one in which it stood.</summary>
    public const string FollowStory = "followstory";

    /// <summary>End the follow that brought the digest; without one, the argument is the follow, or else what was chosen.</summary>
    public const string Unfollow = "unfollow";

    /// <summary>Keep what somebody thinks of a story of the digest; the argument is the opinion and the story's id, such as <c>good-5</c>.</summary>
    public const string Rate = "rate";

    /// <summary>Open the form for a question.</summary>
    public const string Ask = "ask";

    /// <summary>The form that <see cref="Ask"/> opened.</summary>
    public const string Question = "question";

    /// <summary>A form for a command; the argument says for which.</summary>
    public const string Form = "form";

    /// <summary>Nothing: the button only shows something, such as which page this is.</summary>
    public const string Shown = "shown";

    private const string Version = "v1";
    private const string None = "-";
    private const char Between = ':';
    private const int Longest = 100;

    private static readonly string[] Actions = [Page, Sources, Follow, FollowStory, Unfollow, Rate, Ask, Question, Form, Shown];

    /// <returns>Null for what is not ours, of another version, or broken.</returns>
    public static DiscordCustomId? Parse(string? customId)
    {
        if (customId is not { Length: <= Longest } || customId.Split(Between) is not [Version, var action, var digest, .. var rest])
        {
            return null;
        }

        string? argument = rest is [{ } first, ..] && first != None ? first : null;
        string? nonce = rest is [_, { } second] ? second : null;
        return Actions.Contains(action) && rest.Length <= 2 && IsWord(digest) && rest.All(IsWord)
            ? new(action, digest == None ? null : digest, argument, nonce)
            : null;
    }

    /// <summary>As the button carries it. Ids, arguments and nonces are short words, so it always fits.</summary>
    public override string ToString() => string.Join(Between, (ReadOnlySpan<string?>)(this switch
    {
        { Nonce: { } nonce } => [Version, Action, DigestId ?? None, Argument ?? None, nonce],
        { Argument: { } argument } => [Version, Action, DigestId ?? None, argument],
        _ => [Version, Action, DigestId ?? None],
    }));

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

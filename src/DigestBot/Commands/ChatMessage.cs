using DigestBot.Chat;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>What somebody wrote, on whatever platform.</summary>
/// <param name="Space">The tenant that it was written in.</param>
/// <param name="Channel">Key of the conversation: a channel, a thread or a person.</param>
/// <param name="Text">As written, without a mention of the bot.</param>
/// <param name="Language">Language of the reader; null for the space's own.</param>
/// <param name="IsOperator">Whether whoever wrote it runs this bot.</param>
internal sealed record ChatMessage(Space Space, string Channel, string Text, string? Language, bool IsOperator)
{
    /// <summary>Key of whoever wrote it, such as <c>discord:77</c>; where the platform does not say, the conversation's.</summary>
    public string Person { get; init; } = Channel;

    /// <summary>What whoever wrote it has set for themselves in this space; null for nothing.</summary>
    public Person? Own { get; init; }

    /// <summary>True where nobody else reads along.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The platform's ids of the groups that whoever wrote it belongs to, as far as the platform says.</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];

    /// <summary>
    /// Whether whoever wrote it may change what the space has set up: as the platform says, or because they are of the group
    /// that the space has named. The operator always may.
    /// </summary>
    public bool IsManager
    {
        get => field || IsOperator || (Space.ManagerRole is { } role && Roles.Contains(role));
        init;
    }

    /// <summary>True where the bundled sample news stand in for an empty store: what is set up there would be lost.</summary>
    public bool OnSamples { get; init; }

    /// <summary>The digest that the message refers to by itself, such as by answering its post; null where it names none.</summary>
    public string? DigestId { get; init; }

    /// <summary>Text of another message that this one asks about; never kept. Null where it asks about none.</summary>
    public string? Quoted { get; init; }

    /// <summary>True where it answers a post of the bot; without text the platform has not told what it says.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>Whoever reads the reply: the one who wrote, if only they do, or else everybody in the space.</summary>
    public Reader ReaderOf(bool isPrivate, TimeProvider clock)
    {
        Person? own = isPrivate || IsAlone ? Own : null;
        Phrases phrases = Phrases.Find(own?.Language ?? Language ?? Space.Language) ?? Phrases.English;
        return Reader.In(phrases, own?.TimeZone ?? Space.TimeZone, clock);
    }
}

using DigestBot.Chat;

namespace DigestBot.Answers;

/// <summary>A source that somebody named and the space does not see.</summary>
/// <param name="Name">As they said it.</param>
/// <param name="Known">Some that they may name, by name.</param>
/// <param name="Further">How many more there are.</param>
internal sealed record UnknownOutlet(string Name, IReadOnlyList<string> Known, int Further)
{
    /// <summary>Said in place of an answer.</summary>
    public string Refuse(Phrases phrases) =>
        Known.Count == 0 ? phrases.OutletUnknownAlone(Name) : phrases.OutletUnknown(Name, Others(phrases));

    /// <summary>Said above an answer from all sources.</summary>
    public string Remark(Phrases phrases) =>
        Known.Count == 0 ? phrases.OutletUnknownAlone(Name) : phrases.OutletIgnored(Name, Others(phrases));

    private string Others(Phrases phrases) => Further == 0 ? phrases.List(Known) : phrases.AndMore(phrases.List(Known), Further);
}

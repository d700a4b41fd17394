namespace DigestBot.Commands.Suggestions;

/// <summary>What a space has that can be chosen from.</summary>
/// <param name="Outlook">Key of the sources that it sees: spaces with equal keys see the same news.</param>
/// <param name="Topics">Of its schedules.</param>
/// <param name="Schedules">Its schedules.</param>
/// <param name="Sources">Sources that it sees.</param>
internal sealed record SpaceMenu(
    string Outlook, IReadOnlyList<Suggestion> Topics, IReadOnlyList<Suggestion> Schedules, IReadOnlyList<Suggestion> Sources);

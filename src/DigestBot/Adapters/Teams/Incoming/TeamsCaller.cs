using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;
using DigestBot.Teams;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Finds out who speaks: for which space, in which language, and whether they manage it.</summary>
/// <remarks>Invariant: nobody in Teams is the operator.</remarks>
internal sealed class TeamsCaller(
    SpaceStore spaces, PersonStore people, TeamsRoster roster, IOptions<TeamsOptions> teams, IOptions<ChatOptions> chat)
{
    private const string Owner = "owner";
    private static readonly string[] Visitors = ["guest", "anonymous"];

    private readonly HashSet<string> _managers = new(teams.Value.Managers, StringComparer.OrdinalIgnoreCase);

    /// <summary>Language of whoever sent the activity, as far as is known without asking anybody.</summary>
    public Phrases PhrasesFor(IActivity activity) =>
        Spoken(activity.Locale) ?? Phrases.Find(chat.Value.Language) ?? Phrases.English;

    /// <summary>Whoever sent the activity, with no text yet.</summary>
    public async Task<ChatMessage> OfAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        Activity activity = turn.Activity;
        Space space = await spaces.GetOrAddAsync(TeamsKeys.Space(activity), cancellationToken);
        bool isAlone = IsPersonal(activity);
        string key = TeamsKeys.Of(activity.From?.Id ?? activity.Conversation!.Id!).ToString();
        string? role = isAlone || activity.From?.Id is not { } person ? null : await roster.RoleAsync(turn, person, cancellationToken);
        return new(
            space,
            TeamsKeys.Of(activity.Conversation!.Id!).ToString(),
            Text: "",
            space.Language ?? PhrasesFor(activity).Language,
            IsOperator: false)
        {
            Person = key,
            Own = await people.FindAsync(space, key, cancellationToken),
            IsAlone = isAlone,
            Roles = role is null ? [] : [role],
            IsManager = isAlone || IsNamed(activity.From) || Manages(activity, role),
        };
    }

    public static bool IsPersonal(IActivity activity) =>
        activity.Conversation is { IsGroup: not true, ConversationType: null or ConversationTypes.Personal } && TeamsKeys.TeamOf(activity) is null;

    // A chat has no owner: whoever is in it may, except visitors from elsewhere. Where Teams does not say who is who, nobody may.
    private static bool Manages(Activity activity, string? role) => role is not null
        && (TeamsKeys.TeamOf(activity) is null
            ? !Visitors.Contains(role, StringComparer.OrdinalIgnoreCase)
            : string.Equals(role, Owner, StringComparison.OrdinalIgnoreCase));

    private bool IsNamed(ChannelAccount? person) => person?.AadObjectId is { Length: > 0 } id && _managers.Contains(id);

    private static Phrases? Spoken(string? locale) => string.IsNullOrEmpty(locale) ? null : Phrases.Find(locale);
}

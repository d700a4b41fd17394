using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store.Ledger;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Notices when the bot is installed or removed, and when teams and channels vanish or may have healed.</summary>
internal sealed class TeamsWatch(
    SpaceLifecycle lifecycle, ChannelParking parking, ChannelStore channels, TeamsCaller callers, TeamsDialogue dialogue)
{
    private const string Removed = "remove";

    /// <summary>Whether the activity tells that the place is left, so that nothing is to be kept of it any more.</summary>
    public static bool IsFarewell(Activity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: Removed } || EventOf(activity) is "teamDeleted" or "channelDeleted";

    /// <summary>What was set up goes on; whoever has not met the bot is told what it does.</summary>
    public async Task InstalledAsync(ITurnContext<IInstallationUpdateActivity> turn, CancellationToken cancellationToken)
    {
        string space = TeamsKeys.Space(turn.Activity);
        await lifecycle.JoinedAsync(space, cancellationToken);
        await channels.CheckSoonAsync(space, cancellationToken);

        // In a personal chat Teams itself offers what can be asked; both would be one too many. An upgrade is no news.
        if (turn.Activity.Action == "add" && !TeamsCaller.IsPersonal(turn.Activity))
        {
            Phrases phrases = callers.PhrasesFor(turn.Activity);
            await TeamsAnswers.SayAsync(turn, [TeamsLayout.Lay(phrases.TeamsWelcome, dialogue.ReaderIn(phrases))], cancellationToken);
        }
    }

    /// <summary>An upgrade removes and adds again, and changes nothing.</summary>
    public Task RemovedAsync(ITurnContext<IInstallationUpdateActivity> turn, CancellationToken cancellationToken) =>
        turn.Activity.Action == Removed
            ? lifecycle.LeftAsync(TeamsKeys.Space(turn.Activity), cancellationToken)
            : Task.CompletedTask;

    public Task ChangedAsync(ITurnContext<IConversationUpdateActivity> turn, CancellationToken cancellationToken)
    {
        TeamsChannelData? data = turn.Activity.GetChannelData<TeamsChannelData>();
        string space = TeamsKeys.Space(turn.Activity);
        return data?.EventType switch
        {
            "teamDeleted" or "teamHardDeleted" => lifecycle.LeftAsync(space, cancellationToken),
            "teamRestored" => lifecycle.JoinedAsync(space, cancellationToken),
            "channelDeleted" when TeamsKeys.IsKey(data.Channel?.Id) => parking.LostAsync(
                TeamsKeys.Of(data.Channel!.Id!), $"{NameOf(data.Channel)} was deleted.", cancellationToken),
            "teamUnarchived" or "channelRestored" => channels.CheckSoonAsync(space, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private static string? EventOf(Activity activity) =>
        activity.Type == ActivityTypes.ConversationUpdate ? activity.GetChannelData<TeamsChannelData>()?.EventType : null;

    private static string NameOf(ChannelInfo channel) =>
        channel.Name is { Length: > 0 } name ? VisibleText.Of(name) : "The channel";
}

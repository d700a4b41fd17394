using DigestBot.Chat;
using DigestBot.Schedules;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>Changes schedules for managers, and says why where that cannot be.</summary>
internal sealed class ScheduleEditor(ScheduleManager manager, ScheduleFinder finder, ScheduleGate gate)
{
    private static readonly TimeSpan UsualCatchUp = TimeSpan.FromHours(2);

    private delegate Task<ScheduleChange> Change(Schedule schedule, CancellationToken cancellationToken);

    public async Task<Reply> AddAsync(ScheduleCaller caller, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        if (wishes.Times is null)
        {
            return new Reply.Refusal(caller.Phrases.ScheduleTimeMissing(caller.Example));
        }

        if ((wishes.Channel ?? caller.Here) is not { } channel)
        {
            return new Reply.Refusal(caller.Phrases.ScheduleChannelMissing("--channel discord:123"));
        }

        ScheduleSettings settings = wishes.ApplyTo(Usual(caller, wishes));
        if (Problem(caller, settings) is { } problem)
        {
            return new Reply.Refusal(problem);
        }

        if (await gate.RefuseNewAsync(caller, channel, settings.MentionRole, cancellationToken) is { } refused)
        {
            return new Reply.Refusal(refused);
        }

        string origin = (caller.Here ?? channel).ToString();
        ScheduleChange change = await manager.AddAsync(
            caller.Space, channel, settings, origin, caller.Person, cancellationToken);
        return Tell(caller, settings.Name, change, caller.Phrases.ScheduleAdded);
    }

    public Task<Reply> EditAsync(
        ScheduleCaller caller, string? which, ScheduleWishes wishes, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "edit", which, (_, schedule, cancel) => EditAsync(caller, schedule, wishes, cancel), cancellationToken);

    public Task<Reply> PauseAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            "pause",
            which,
            (schedule, cancel) => manager.PauseAsync(schedule, paused: true, cancel),
            caller.Phrases.ScheduleNowPaused,
            cancellationToken);

    public Task<Reply> ResumeAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "resume", which, ResumeAsync, cancellationToken);

    public Task<Reply> SkipNextAsync(ScheduleCaller caller, string? which, bool skip, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            "skip-next",
            which,
            (schedule, cancel) => manager.SkipNextAsync(schedule, skip, cancel),
            skip ? caller.Phrases.ScheduleSkips : caller.Phrases.ScheduleSkipsNot,
            cancellationToken);

    public Task<Reply> RemoveAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "remove", which, RemoveAsync, cancellationToken);

    private async Task<Reply> ResumeAsync(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken) =>
        await gate.RefuseAsync(caller, schedule, cancellationToken) is { } refused
            ? new Reply.Refusal(refused)
            : Tell(
                caller,
                schedule.Settings.Name,
                await manager.PauseAsync(schedule, paused: false, cancellationToken),
                caller.Phrases.ScheduleResumed);

    private async Task<Reply> EditAsync(
        ScheduleCaller caller, Schedule schedule, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        if (wishes.IsEmpty)
        {
            string example = caller.Command("edit", $"{ScheduleCaller.Refer(schedule)} at 09:00");
            return new Reply.Refusal(caller.Phrases.ScheduleNothingToChange(example));
        }

        ScheduleSettings settings = wishes.ApplyTo(schedule.Settings);
        string? problem = Problem(caller, settings)
            ?? await ProblemThereAsync(caller, wishes, wishes.Channel ?? schedule.Channel.Address, settings, cancellationToken);
        return problem is not null
            ? new Reply.Refusal(problem)
            : Tell(
                caller,
                settings.Name,
                await manager.EditAsync(schedule, settings, wishes.Channel, cancellationToken),
                caller.Phrases.ScheduleChanged);
    }

    private Task<Reply> ChangeAsync(
        ScheduleCaller caller,
        string action,
        string? which,
        Change change,
        Func<string, string> done,
        CancellationToken cancellationToken) =>
        finder.WithAsync(
            caller,
            action,
            which,
            async (_, schedule, cancel) => Tell(caller, schedule.Settings.Name, await change(schedule, cancel), done),
            cancellationToken);

    private async Task<Reply> RemoveAsync(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken)
    {
        await manager.RemoveAsync(schedule, cancellationToken);
        return new Reply.OfRemovedSchedule(schedule, caller.Phrases.TryList(caller.Command("list")));
    }

    private static ScheduleSettings Usual(ScheduleCaller caller, ScheduleWishes wishes) => new(
        ScheduleForm.NameOf(wishes.Topic?.Value) ?? caller.Phrases.AllNews,
        wishes.Topic?.Value,
        [],
        Weekdays.All,
        caller.Space.TimeZone,
        Stories: null,
        IfEmpty.Skip,
        UsualCatchUp,
        Quiet: null,
        MentionRole: null);

    private async Task<string?> ProblemThereAsync(
        ScheduleCaller caller, ScheduleWishes wishes, ChannelRef channel, ScheduleSettings settings, CancellationToken cancellationToken) =>
        wishes is { Channel: null, MentionRole: null }
            ? null
            : await gate.RefuseNewAsync(caller, channel, settings.MentionRole, cancellationToken);

    private static string? Problem(ScheduleCaller caller, ScheduleSettings settings)
    {
        PostingTime? quiet = settings.Times.FirstOrDefault(posting => settings.Quiet?.Contains(posting.Time) is true);
        return quiet is null
            ? null
            : caller.Phrases.ScheduleInQuietHours(ClockText.Show(quiet.Time), Show(settings.Quiet!));
    }

    private static string Show(QuietHours quiet) => $"{ClockText.Show(quiet.From)}–{ClockText.Show(quiet.To)}";

    private static Reply Tell(ScheduleCaller caller, string name, ScheduleChange change, Func<string, string> done)
    {
        Phrases phrases = caller.Phrases;
        return change switch
        {
            ScheduleChange.Done { Schedule: var schedule } =>
                new Reply.OfSchedule(schedule, done(schedule.Settings.Name), NextStep.After(caller, schedule)),
            ScheduleChange.NameTaken taken => new Reply.Refusal(
                phrases.ScheduleNameTaken(taken.Name, caller.Command("edit", ScheduleCaller.Quote(taken.Name)))),
            ScheduleChange.TooManySchedules { Limit: var limit } => new Reply.Refusal(phrases.SchedulesTooMany(limit)),
            ScheduleChange.TooManyTopics { Limit: var limit } => new Reply.Refusal(phrases.TopicsTooMany(limit)),
            ScheduleChange.Gone => new Reply.Refusal(phrases.ScheduleGone(name)),
            _ => throw new InvalidOperationException($"No words for {change.GetType().Name}."),
        };
    }
}

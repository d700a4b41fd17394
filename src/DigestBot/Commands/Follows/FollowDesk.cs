using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands.Follows;

/// <summary>What single people follow: each a schedule in a space of their own, which brings the news of where they asked for it.</summary>
internal sealed class FollowDesk(
    FollowStore follows, DirectChatStore store, DirectChats chats, ScheduleManager manager, IOptions<LimitOptions> limits)
{
    /// <summary>Names of one topic, should a schedule of the person's own have the first ones already.</summary>
    private const int MostNames = 5;

    private static readonly PostingTime Usual = new(0, new TimeOnly(8, 0));
    private static readonly TimeSpan UsualCatchUp = TimeSpan.FromHours(2);

    /// <summary>Brings the topic to whoever asks from now on; what they follow already is changed to what they say now.</summary>
    public async Task<Reply> FollowAsync(CommandCall call, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        (OpenChat? chat, string? refused) = await chats.OpenAsync(call, cancellationToken);
        if (chat is null)
        {
            return new Reply.Refusal(refused!);
        }

        string? topic = wishes.Topic?.Value;
        Schedule? known = await FindAsync(call.Message.Person, topic, cancellationToken);
        ScheduleChange change = known is null
            ? await AddAsync(call, chat, wishes, cancellationToken)
            : await ChangeAsync(call.Message.Space, known, chat, wishes, cancellationToken);
        return change switch
        {
            ScheduleChange.Done { Schedule: var schedule } => new Reply.OfFollows(
                [schedule], chat.Direct.Quiet, call.Phrases.FollowSet(NameOf(topic, call.Phrases)), call.Phrases.FollowNext)
            {
                IsOne = true,
            },
            ScheduleChange.TooManySchedules { Limit: var limit } => new Reply.Refusal(call.Phrases.FollowsTooMany(limit)),
            _ => new Reply.Refusal(call.Phrases.FollowChangedMeanwhile),
        };
    }

    /// <summary>What they follow. Whoever looks has seen to it that they can be written to.</summary>
    public async Task<Reply> ListAsync(CommandCall call, bool reopens, CancellationToken cancellationToken)
    {
        string person = call.Message.Person;
        DirectChat? chat = await store.FindAsync(person, cancellationToken);
        bool wasClosed = reopens && chat?.Channel.IsParked == true;
        if (wasClosed)
        {
            await store.ReopenAsync(chat!, cancellationToken);
        }

        IReadOnlyList<Schedule> all = await follows.ListAsync(person, cancellationToken);
        return new Reply.OfFollows(all, chat?.Quiet, wasClosed ? call.Phrases.FollowsReopened : null, call.Phrases.FollowNext);
    }

    /// <param name="call">Who wants it.</param>
    /// <param name="topic">Null for all news.</param>
    /// <param name="said">As they said it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Reply> UnfollowAsync(CommandCall call, string? topic, string said, CancellationToken cancellationToken)
    {
        string person = call.Message.Person;
        if (await FindAsync(person, topic, cancellationToken) is not { } known)
        {
            return new Reply.Refusal(call.Phrases.FollowUnknown(said));
        }

        await manager.RemoveAsync(known, cancellationToken);
        DirectChat? chat = await store.FindAsync(person, cancellationToken);
        IReadOnlyList<Schedule> rest = await follows.ListAsync(person, cancellationToken);
        return new Reply.OfFollows(rest, chat?.Quiet, call.Phrases.FollowEnded(NameOf(known.Settings.Topic, call.Phrases)), call.Phrases.FollowNext);
    }

    /// <summary>Sets when nothing is sent to whoever asks.</summary>
    /// <returns>Why not, in one sentence; null when it is set.</returns>
    public async Task<string?> RestAsync(CommandCall call, QuietHours? quiet, CancellationToken cancellationToken)
    {
        (OpenChat? chat, string? refused) = await chats.OpenAsync(call, cancellationToken);
        if (chat is not null)
        {
            await store.SetQuietAsync(call.Message.Person, quiet, cancellationToken);
        }

        return refused;
    }

    /// <summary>What comes directly comes at the same hours of another zone from now on.</summary>
    public async Task MoveAsync(string person, string zone, CancellationToken cancellationToken)
    {
        await store.SetZoneAsync(person, zone, cancellationToken);
        foreach (Schedule schedule in await follows.ListAsync(person, cancellationToken))
        {
            await manager.EditAsync(schedule, schedule.Settings with { Zone = zone }, channel: null, cancellationToken);
        }
    }

    public Task SpeakAsync(string person, string? language, CancellationToken cancellationToken) =>
        store.SetLanguageAsync(person, language, cancellationToken);

    /// <summary>Ends all that they follow.</summary>
    public async Task EndAsync(string person, CancellationToken cancellationToken)
    {
        foreach (Schedule schedule in await follows.ListAsync(person, cancellationToken))
        {
            await manager.RemoveAsync(schedule, cancellationToken);
        }
    }

    private async Task<Schedule?> FindAsync(string person, string? topic, CancellationToken cancellationToken) =>
        (await follows.ListAsync(person, cancellationToken)).FirstOrDefault(schedule => KeyOf(schedule.Settings.Topic) == KeyOf(topic));

    private async Task<ScheduleChange> AddAsync(CommandCall call, OpenChat chat, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        string? topic = wishes.Topic?.Value;
        var usual = new ScheduleSettings(
            "", topic, [Usual], Weekdays.All, message.Own?.TimeZone ?? chat.Direct.TimeZone, Stories: null, IfEmpty.Skip, UsualCatchUp, Quiet: null, MentionRole: null);
        var addition = new ScheduleAddition(
            async transaction => Refuse(chat.Home, topic, await follows.TopicsAsync(transaction, chat.Home, message.Person)),
            (transaction, schedule) => follows.AddAsync(transaction, schedule, message.Person, message.Space));
        ChannelRef address = chat.Direct.Channel.Address;
        ScheduleChange change = new ScheduleChange.Gone();
        for (int number = 1; number <= MostNames; number++)
        {
            change = await manager.AddAsync(
                chat.Home, address, wishes.ApplyTo(usual) with { Name = ScheduleName(topic, number) }, (address.ToString(), message.Person), addition, cancellationToken);
            if (change is not ScheduleChange.NameTaken)
            {
                break;
            }
        }

        return change;
    }

    // Whoever clicks twice follows once.
    private ScheduleChange? Refuse(Space home, string? topic, IReadOnlyList<string?> topics) =>
        topics.Any(known => KeyOf(known) == KeyOf(topic)) ? new ScheduleChange.Gone()
        : !home.IsOperator && topics.Count >= limits.Value.FollowsPerPerson ? new ScheduleChange.TooManySchedules(limits.Value.FollowsPerPerson)
        : null;

    private async Task<ScheduleChange> ChangeAsync(
        Space from, Schedule known, OpenChat chat, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        if (from.Id != chat.Home.Id)
        {
            // Whoever says it to the bot alone speaks of the hour, and not of other news.
            await follows.MoveAsync(known, from, cancellationToken);
        }

        ScheduleSettings wanted = wishes.ApplyTo(known.Settings) with { Topic = known.Settings.Topic };
        ScheduleChange change = await manager.EditAsync(known, wanted, chat.Direct.Channel.Address, cancellationToken);
        return change is ScheduleChange.Done { Schedule: { Paused: true } paused }
            ? await manager.PauseAsync(paused, paused: false, cancellationToken)
            : change;
    }

    private static string NameOf(string? topic, Phrases phrases) => topic ?? phrases.AllNews;

    private static string KeyOf(string? topic) => topic is null ? "" : TopicStore.KeyOf(topic);

    // Whoever lists the schedules of their own space sees what each is.
    private static string ScheduleName(string? topic, int number)
    {
        string mark = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}");
        string name = ScheduleForm.NameOf(topic is null ? "follow" : $"follow {topic}") ?? "follow";
        int room = CommandLimits.ScheduleName - mark.Length;
        return $"{(name.Length <= room ? name : name[..(char.IsHighSurrogate(name[room - 1]) ? room - 1 : room)].TrimEnd())}{mark}";
    }
}

using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands.Follows;

/// <summary>What single people follow, topics and stories: each a schedule in a space of their own, which brings the news of where they asked for it.</summary>
internal sealed class FollowDesk(
    FollowStore follows,
    DirectChatStore store,
    DirectChats chats,
    WantedStories stories,
    FollowTitles titles,
    ScheduleManager manager,
    IOptions<LimitOptions> limits,
    IOptions<ScheduleOptions> options)
{
    /// <summary>Names of one topic, should a schedule of the person's own have the first ones already.</summary>
    private const int MostNames = 5;

    private static readonly PostingTime[] Usual = [new(0, new TimeOnly(8, 0))];

    // Whoever follows one story wants to know soon; nothing comes where nothing is new.
    private static readonly PostingTime[] UsualOfStory =
        [new(0, new TimeOnly(8, 0)), new(1, new TimeOnly(12, 0)), new(2, new TimeOnly(16, 0)), new(3, new TimeOnly(20, 0))];

    private static readonly TimeSpan UsualCatchUp = TimeSpan.FromHours(2);

    /// <summary>Brings the topic to whoever asks from now on; what they follow already is changed to what they say now.</summary>
    public async Task<Reply> FollowAsync(CommandCall call, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        string? topic = wishes.Topic?.Value;
        Schedule? known = await FindAsync(call.Message.Person, topic, cancellationToken);
        return await FollowAsync(call, wishes, (known, null), call.Phrases.FollowSet(NameOf(topic, call.Phrases)), cancellationToken);
    }

    /// <summary>Same for a story: by its number in the digest on screen, or by its id.</summary>
    public async Task<Reply> FollowAsync(CommandCall call, ScheduleWishes wishes, string which, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(call, which, cancellationToken) is not { } wanted)
        {
            return new Reply.Refusal(call.Phrases.StoryUnknown(which));
        }

        Schedule? known = await stories.FollowedAsync(call, wanted, cancellationToken);
        string done = call.Phrases.FollowStorySet(wanted.Headline, call.Reader.Days(options.Value.StoryQuiet));
        return await FollowAsync(call, wishes, (known, wanted), done, cancellationToken);
    }

    private async Task<Reply> FollowAsync(
        CommandCall call, ScheduleWishes wishes, (Schedule? Known, WantedStory? Story) what, string done, CancellationToken cancellationToken)
    {
        (OpenChat? chat, string? refused) = await chats.OpenAsync(call, cancellationToken);
        if (chat is null)
        {
            return new Reply.Refusal(refused!);
        }

        ScheduleChange change = what.Known is { } known
            ? await ChangeAsync(call.Message.Space, known, chat, wishes, cancellationToken)
            : await AddAsync(call, chat, wishes, what.Story, cancellationToken);
        return change switch
        {
            ScheduleChange.Done { Schedule: var schedule } => new Reply.OfFollows([schedule], chat.Direct.Quiet, done, call.Phrases.FollowNext)
            {
                IsOne = true,
                Headlines = what.Story is { } story ? new Dictionary<long, string> { [schedule.Id] = story.Headline } : Reply.OfFollows.NoHeadlines,
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
        return await ListAsync(call, all, chat, wasClosed ? call.Phrases.FollowsReopened : null, cancellationToken);
    }

    /// <param name="call">Who wants it.</param>
    /// <param name="topic">Null for all news.</param>
    /// <param name="said">As they said it; where they follow no such topic, a number of the list.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Reply> UnfollowAsync(CommandCall call, string? topic, string said, CancellationToken cancellationToken)
    {
        string person = call.Message.Person;
        Schedule? known = await FindAsync(person, topic, cancellationToken)
            ?? (FollowWords.NumberOf(said) is { } number
                ? (await follows.ListAsync(person, cancellationToken)).ElementAtOrDefault(int.Parse(number, CultureInfo.InvariantCulture) - 1)
                : null);
        return known is null ? new Reply.Refusal(call.Phrases.FollowUnknown(said)) : await EndAsync(call, known, cancellationToken);
    }

    /// <summary>Ends one by its schedule, if it is theirs.</summary>
    public async Task<Reply> UnfollowAsync(CommandCall call, long schedule, CancellationToken cancellationToken) =>
        (await follows.ListAsync(call.Message.Person, cancellationToken)).FirstOrDefault(known => known.Id == schedule) is { } known
            ? await EndAsync(call, known, cancellationToken)
            : new Reply.Refusal(call.Phrases.FollowEndedBefore);

    /// <summary>Ends a story of the digest on screen, by its number there.</summary>
    public async Task<Reply> UnfollowStoryAsync(CommandCall call, string which, CancellationToken cancellationToken) =>
        await stories.FollowedAsync(call, which, cancellationToken) is { } known
            ? await EndAsync(call, known, cancellationToken)
            : new Reply.Refusal(call.Phrases.FollowStoryUnknown);

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

    private async Task<Reply> EndAsync(CommandCall call, Schedule known, CancellationToken cancellationToken)
    {
        string person = call.Message.Person;
        string name = (await titles.FindAsync(call.Message.Space, [known], cancellationToken)).GetValueOrDefault(known.Id)
            ?? (known.Settings.Story is null ? NameOf(known.Settings.Topic, call.Phrases) : call.Phrases.StoryFollowed);
        await manager.RemoveAsync(known, cancellationToken);
        return await ListAsync(
            call,
            await follows.ListAsync(person, cancellationToken),
            await store.FindAsync(person, cancellationToken),
            call.Phrases.FollowEnded(name),
            cancellationToken);
    }

    private async Task<Reply> ListAsync(
        CommandCall call, IReadOnlyList<Schedule> all, DirectChat? chat, string? done, CancellationToken cancellationToken) =>
        new Reply.OfFollows(all, chat?.Quiet, done, call.Phrases.FollowNext)
        {
            Headlines = await titles.FindAsync(call.Message.Space, all, cancellationToken),
        };

    private async Task<Schedule?> FindAsync(string person, string? topic, CancellationToken cancellationToken) =>
        (await follows.ListAsync(person, cancellationToken)).FirstOrDefault(
            schedule => schedule.Settings.Story is null && KeyOf(schedule.Settings.Topic) == KeyOf(topic));

    private async Task<ScheduleChange> AddAsync(
        CommandCall call, OpenChat chat, ScheduleWishes wishes, WantedStory? story, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        string? topic = wishes.Topic?.Value;
        ScheduleSettings usual = UsualFor(topic, story, message.Own?.TimeZone ?? chat.Direct.TimeZone);
        var addition = new ScheduleAddition(
            async transaction => Refuse(chat.Home, (topic, story?.Id), await follows.SubjectsAsync(transaction, chat.Home, message.Person)),
            async (transaction, schedule) =>
            {
                await follows.AddAsync(transaction, schedule, message.Person, message.Space);
                if (story is not null)
                {
                    await follows.AddStoryAsync(transaction, schedule, story.DigestId, story.Trace);
                }
            })
        {
            CoveredUntil = story?.Since,
        };
        ChannelRef address = chat.Direct.Channel.Address;
        ScheduleChange change = new ScheduleChange.Gone();
        for (int number = 1; number <= MostNames; number++)
        {
            change = await manager.AddAsync(
                chat.Home, address, wishes.ApplyTo(usual) with { Name = ScheduleName(topic, story, number) }, (address.ToString(), message.Person), addition, cancellationToken);
            if (change is not ScheduleChange.NameTaken)
            {
                break;
            }
        }

        return change;
    }

    // Whoever clicks twice follows once.
    private ScheduleChange? Refuse(Space home, (string? Topic, long? Story) wanted, IReadOnlyList<(string? Topic, long? Story)> all) =>
        all.Any(known => known.Story == wanted.Story && KeyOf(known.Topic) == KeyOf(wanted.Topic)) ? new ScheduleChange.Gone()
        : !home.IsOperator && all.Count >= limits.Value.FollowsPerPerson ? new ScheduleChange.TooManySchedules(limits.Value.FollowsPerPerson)
        : null;

    private async Task<ScheduleChange> ChangeAsync(
        Space from, Schedule known, OpenChat chat, ScheduleWishes wishes, CancellationToken cancellationToken)
    {
        if (from.Id != chat.Home.Id)
        {
            // Whoever says it to the bot alone speaks of the hour, and not of other news.
            await follows.MoveAsync(known, from, cancellationToken);
        }

        ScheduleSettings wanted = wishes.ApplyTo(known.Settings) with { Topic = known.Settings.Topic, Story = known.Settings.Story };
        ScheduleChange change = await manager.EditAsync(known, wanted, chat.Direct.Channel.Address, cancellationToken);
        return change is ScheduleChange.Done { Schedule: { Paused: true } paused }
            ? await manager.PauseAsync(paused, paused: false, cancellationToken)
            : change;
    }

    private static ScheduleSettings UsualFor(string? topic, WantedStory? story, string zone) => new(
        "",
        topic,
        story is null ? Usual : UsualOfStory,
        Weekdays.All,
        zone,
        Stories: null,
        IfEmpty.Skip,
        UsualCatchUp,
        Quiet: null,
        MentionRole: null)
    {
        Story = story?.Id,
    };

    private static string NameOf(string? topic, Phrases phrases) => topic ?? phrases.AllNews;

    private static string KeyOf(string? topic) => topic is null ? "" : TopicStore.KeyOf(topic);

    // Whoever lists the schedules of their own space sees what each is.
    private static string ScheduleName(string? topic, WantedStory? story, int number)
    {
        string mark = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}");
        string name = story is not null
            ? string.Create(CultureInfo.InvariantCulture, $"follow story {story.Id}")
            : ScheduleForm.NameOf(topic is null ? "follow" : $"follow {topic}") ?? "follow";
        int room = CommandLimits.ScheduleName - mark.Length;
        return $"{(name.Length <= room ? name : name[..(char.IsHighSurrogate(name[room - 1]) ? room - 1 : room)].TrimEnd())}{mark}";
    }
}

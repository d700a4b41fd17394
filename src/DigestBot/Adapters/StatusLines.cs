using DigestBot.Chat;
using DigestBot.Commands.Status;
using DigestBot.News;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>Lays out as plain lines how the bot stands; names and reasons only where the reader may see them.</summary>
internal static class StatusLines
{
    private const int Indent = 2;
    private const int MostNamed = 10;

    public static IReadOnlyList<TextLine> Lay(BotStatus status, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        OutboxState outbox = status.Outbox;
        return
        [
            TextLine.Of(phrases.StatusVersion(status.Version), TextRole.Heading),
            TextLine.Of(phrases.StatusSchedules(status.Schedules.Schedules, status.Schedules.Paused)),
            .. Next(status, reader),
            .. Last(status, reader),
            TextLine.Of(phrases.StatusSources(status.Sources, status.Failing.Count)),
            .. Named(status, status.Failing, source => Failing(source, reader), phrases),
            .. status.Hubs is { } hubs ? [Item(phrases.StatusHubs(hubs), TextRole.Muted)] : (TextLine[])[],
            TextLine.Of(phrases.StatusQueue(outbox.Waiting, outbox.Retrying, outbox.Dead, outbox.Unconfirmed)),
            .. outbox.Oldest is { } oldest ? [Item(phrases.StatusOldest(reader.Ago(oldest)), TextRole.Muted)] : (TextLine[])[],
            .. Named(status, outbox.DeadLetters, letter => Dead(letter, reader), phrases),
            .. status.Opinions is { IsNone: false } said ? [TextLine.Of(phrases.StatusOpinions(said.Good, said.Bad))] : (TextLine[])[],
            .. outbox.Parked.Count > 0 ? [TextLine.Of(phrases.StatusParkedCount(outbox.Parked.Count))] : (TextLine[])[],
            .. Named(status, outbox.Parked, channel => Parked(channel, reader), phrases),
        ];
    }

    private static IEnumerable<TextLine> Next(BotStatus status, Reader reader) => status.Next.Count == 0 ? []
        :
        [
            TextLine.Of($"{reader.Phrases.StatusNext} ({reader.Phrases.Insert(reader.ZoneName)})"),
            .. status.Next.Select(schedule => Item(Next(schedule, reader), TextRole.Body)),
        ];

    private static string Next(Schedule schedule, Reader reader)
    {
        string run = $"{reader.Moment(schedule.NextDue ?? default)} · {reader.Phrases.Insert(schedule.Settings.Name)}";
        bool posts = schedule is { Paused: false, SkipNext: false, Channel.IsParked: false };
        return posts ? run : $"{run} · {ScheduleText.State(schedule, reader.Phrases)}";
    }

    private static IEnumerable<TextLine> Last(BotStatus status, Reader reader) => status.Last.Count == 0
        ? [TextLine.Of(reader.Phrases.StatusNothingYet)]
        :
        [
            TextLine.Of($"{reader.Phrases.StatusLast} ({reader.Phrases.Insert(reader.ZoneName)})"),
            .. status.Last.Select(recent => Item(
                $"{reader.Phrases.Insert(recent.Schedule)} · {RunText.Line(recent.Occurrence, reader)}", TextRole.Body)),
        ];

    private static IEnumerable<TextLine> Named<T>(
        BotStatus status, IReadOnlyList<T> failing, Func<T, string> say, Phrases phrases)
    {
        if (!status.InDetail)
        {
            return [];
        }

        IEnumerable<TextLine> named = failing.Take(MostNamed).Select(item => Item(say(item), TextRole.Warning));
        return failing.Count > MostNamed
            ? named.Append(Item(phrases.StatusMore(failing.Count - MostNamed), TextRole.Muted))
            : named;
    }

    private static TextLine Item(string text, TextRole role) => TextLine.Of(text, role, Indent, Indent);

    private static string Failing(Source source, Reader reader) =>
        $"{reader.Phrases.Insert(source.Name)}: {reader.Phrases.Insert(source.LastError ?? "")}";

    private static string Dead(DeadLetter letter, Reader reader) => reader.Phrases.StatusDead(
        letter.Schedule ?? letter.Key, letter.Channel.ToString(), reader.Date(letter.At), letter.Reason);

    private static string Parked(Channel channel, Reader reader) => reader.Phrases.StatusParked(
        channel.Address.ToString(), reader.Date(channel.ParkedAt ?? default), channel.ParkedReason ?? "");
}

using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Cli;

namespace DigestBot.Tests.Adapters;

/// <summary>The look of schedules, their runs and the status, in a pipe.</summary>
public sealed class ScheduleLinesTests
{
    private const string Next = "See the next runs: /schedule preview morning";

    [Fact]
    public void A_schedule_reads_like_this() => Assert.Equal(
        """
        “morning” is set up.
          News about: iraq
          Monday to Friday at 08:00, 18:30 · Europe/Paris
          Posts to: discord:12
          Nothing new: no post · Missed runs: posted up to 2h late · Quiet hours: 22:00–07:00
          Next run: Mon 6 Jan 2020, 18:30 (UTC+01:00)
        See the next runs: /schedule preview morning

        """,
        Print(new Reply.OfSchedule(SampleSchedules.Schedule(), "“morning” is set up.", Next)));

    [Fact]
    public void Schedules_are_listed_with_what_keeps_them_from_posting() => Assert.Equal(
        """
        Schedules: 3
          morning · iraq · posting
            Monday to Friday at 08:00, 18:30 · Europe/Paris
            Next run: Mon 6 Jan 2020, 18:30 (UTC+01:00)
          dawn · All news · paused
            Monday to Friday at 08:00, 18:30 · Europe/Paris
            Next run: none, it is paused
          gone · iraq · its channel refuses posts
            Monday to Friday at 08:00, 18:30 · Europe/Paris
            Next run: Mon 6 Jan 2020, 18:30 (UTC+01:00)
        See the next runs: /schedule preview morning

        """,
        Print(new Reply.OfSchedules(
            [SampleSchedules.Schedule(), SampleSchedules.Schedule("dawn", topic: null, paused: true), SampleSchedules.Schedule("gone", parked: "HTTP 403")],
            Next)));

    [Fact]
    public void A_channel_that_refuses_posts_is_explained() => Assert.Contains(
        "  Its channel refuses posts: Missing access.\n",
        Print(new Reply.OfSchedule(SampleSchedules.Schedule(parked: "Missing access."), null, Next)),
        StringComparison.Ordinal);

    [Fact]
    public void Every_end_of_a_run_has_its_words() => Assert.Equal(
        """
        The runs of “morning”, the newest first
          Mon 6 Jan 2020, 08:00 · due, not composed yet
          Mon 6 Jan 2020, 08:00 · to be tried again: The store is busy.
          Mon 6 Jan 2020, 08:00 · being sent, parts 1 of 3
          Mon 6 Jan 2020, 08:00 · posted
          Mon 6 Jan 2020, 08:00 · posted in parts: 3 · late
          Mon 6 Jan 2020, 08:00 · by hand · posted
          Mon 6 Jan 2020, 08:00 · failed: HTTP 403
          Mon 6 Jan 2020, 08:00 · left out: there was nothing new
          Mon 6 Jan 2020, 08:00 · left out: quiet hours
          Mon 6 Jan 2020, 08:00 · left out: it was paused
          Mon 6 Jan 2020, 08:00 · left out: somebody asked for it
          Mon 6 Jan 2020, 08:00 · left out: it was missed by too much
          Mon 6 Jan 2020, 08:00 · left out: a later run was due as well and brought the news
          Mon 6 Jan 2020, 08:00 · left out: the channel refuses posts
          Mon 6 Jan 2020, 08:00 · left out: the schedule was removed before
        See the next runs: /schedule preview morning

        """,
        Print(new Reply.OfHistory(
            SampleSchedules.Schedule(),
            [
                SampleSchedules.Run(OccurrenceState.Due),
                SampleSchedules.Run(OccurrenceState.Due, problem: "The store is busy."),
                SampleSchedules.Run(OccurrenceState.Queued, parts: 3),
                SampleSchedules.Run(),
                SampleSchedules.Run(late: true, parts: 3, delivered: 3),
                SampleSchedules.Run(slot: "now/2020-01-06T07:00:00.000Z"),
                SampleSchedules.Run(OccurrenceState.Failed, problem: "HTTP 403"),
                .. Enum.GetValues<SkipReason>().Select(reason => SampleSchedules.Run(OccurrenceState.Skipped, reason)),
            ],
            Next)));

    [Fact]
    public void Nothing_yet_is_said_with_what_to_do()
    {
        Assert.Equal(
            "There are no schedules here yet.\nTry: /schedule add iraq 8am\n",
            Print(new Reply.OfSchedules([], "Try: /schedule add iraq 8am")));
        Assert.Equal($"“morning” has not run yet.\n{Next}\n", Print(new Reply.OfHistory(SampleSchedules.Schedule(), [], Next)));
    }

    [Fact]
    public void The_status_reads_like_this() => Assert.Equal(
        """
        DigestBot, version 1.2.3
        Schedules: 2 · Paused: 1
        Next runs (Asia/Baghdad)
          Mon 6 Jan 2020, 20:30 · morning
          Mon 6 Jan 2020, 20:30 · evening · paused
        Last results (Asia/Baghdad)
          morning · Mon 6 Jan 2020, 10:00 · posted
          evening · Mon 6 Jan 2020, 10:00 · left out: there was nothing new
        Sources: 9 · Failing: 1
          morning: morning
        Queue: waiting 3 · retrying 1 · given up 1 · unconfirmed 1
          The longest waiting was queued 10 minutes ago.
          Given up: morning to discord:12, 6 Jan 2020, 11:00: HTTP 403
        Opinions on answers and stories: good 7 · not good 2
        Channels that refuse posts: 1
          discord:12 has refused posts since 5 Jan 2020, 15:00: morning

        """,
        Print(new Reply.OfStatus(SampleSchedules.Status())));

    [Fact]
    public void Members_are_told_how_many_fail_and_not_which_or_why()
    {
        string printed = Print(new Reply.OfStatus(SampleSchedules.Status("secret") with { InDetail = false, Next = [], Last = [] }));

        Assert.Contains("Sources: 9 · Failing: 1\n", printed, StringComparison.Ordinal);
        Assert.Contains("Channels that refuse posts: 1\n", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("discord:12", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_language_has_every_line(string language)
    {
        string english = Print(new Reply.OfStatus(SampleSchedules.Status()));
        string other = Print(new Reply.OfStatus(SampleSchedules.Status()), language);

        Assert.Equal(english.Split('\n').Length, other.Split('\n').Length);
        Assert.DoesNotContain("Queue", other, StringComparison.Ordinal);
        Assert.All(
            other.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(_ => language == "ar"),
            line => Assert.Equal(Bidi.RightToLeftMark, line[0]));
    }

    private static string Print(Reply reply, string language = "en")
    {
        var terminal = new FakeTerminal();
        Reader reader = SampleReplies.In(language);
        new TerminalPrinter(terminal).Print(TextLayout.Lay(reply, reader), reader.Phrases);
        return terminal.Printed;
    }
}

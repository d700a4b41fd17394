using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary>What is understood of a schedule, and how what is not is explained.</summary>
public sealed class ScheduleFormTests
{
    [Fact]
    public void Everything_that_can_be_said_is_understood()
    {
        ScheduleWishes wishes = Read(
            ("name", " Early  birds "), ("topic", "foreign troops"), ("at", "6pm, 08:00"), ("days", "mon,wed"), ("zone", "paris"),
            ("stories", "4"), ("if-empty", "post"), ("catch-up", "30m"), ("quiet", "22:00-07:00"), ("mention-role", "77"), ("channel", "discord:5"));

        Assert.Equal("Early birds", wishes.Name);
        Assert.Equal("foreign troops", wishes.Topic?.Value);
        Assert.Equal([new(8, 0), new(18, 0)], wishes.Times);
        Assert.Equal(Weekdays.Monday | Weekdays.Wednesday, wishes.Days);
        Assert.Equal("Europe/Paris", wishes.Zone);
        Assert.Equal(4, wishes.Stories?.Value);
        Assert.Equal(IfEmpty.Post, wishes.IfEmpty);
        Assert.Equal(TimeSpan.FromMinutes(30), wishes.CatchUp);
        Assert.Equal(new QuietHours(new(22, 0), new(7, 0)), wishes.Quiet?.Value);
        Assert.Equal("77", wishes.MentionRole?.Value);
        Assert.Equal(new ChannelRef(ChatPlatform.Discord, "5"), wishes.Channel);
    }

    [Fact]
    public void What_was_set_can_be_taken_away_again()
    {
        ScheduleWishes wishes = Read(
            ("topic", "Everything"), ("stories", "default"), ("catch-up", "skip"), ("quiet", "off"), ("mention-role", "off"));

        Assert.Equal(new Given<string?>(null), wishes.Topic);
        Assert.Equal(new Given<int?>(null), wishes.Stories);
        Assert.Equal(TimeSpan.Zero, wishes.CatchUp);
        Assert.Equal(new Given<QuietHours?>(null), wishes.Quiet);
        Assert.Equal(new Given<string?>(null), wishes.MentionRole);
    }

    [Fact]
    public void What_was_not_said_changes_nothing()
    {
        var settings = new ScheduleSettings(
            "morning", "iraq", [new(3, new(8, 0))], Weekdays.Workdays, "Asia/Baghdad", 5, IfEmpty.Post, TimeSpan.FromHours(6), null, "77");

        Assert.Equal(settings, new ScheduleWishes().ApplyTo(settings));
        Assert.True(new ScheduleWishes().IsEmpty);
        Assert.False(Read(("quiet", "off")).IsEmpty);
    }

    [Theory]
    [InlineData("at", "later", "I took “later” for the time and cannot read it; write 08:00, 8am or 08:00,18:30.")]
    [InlineData("at", "25:00", "I took “25:00” for the time and cannot read it; write 08:00, 8am or 08:00,18:30.")]
    [InlineData("days", "someday", "I took “someday” for the days")]
    [InlineData("zone", "xyzzy", "I took “xyzzy” for the time zone and know none of that name; write one such as Europe/Paris, or a large city.")]
    [InlineData("zone", "Europe/Pariss", "I took “europe/pariss” for the time zone; did you mean Europe/Paris")]
    [InlineData("zone", "+02:00", "“+02:00” is an offset, and clocks change; name a zone such as Europe/Paris, or a large city.")]
    [InlineData("stories", "99", "stories is a number from 1 to 25, or default, not “99”.")]
    [InlineData("if-empty", "shout", "if-empty is skip (post nothing) or post (say that there is nothing new), not “shout”.")]
    [InlineData("catch-up", "a while", "catch-up is how late a missed run may be posted, 30m, 2h or 6h, or skip, not “a while”.")]
    [InlineData("quiet", "at night", "quiet is a span of hours such as 22:00-07:00, or off, not “at night”.")]
    [InlineData("mention-role", "two words", "mention-role is one role as the platform names it, without spaces, or off, not “two words”.")]
    [InlineData("channel", "here", "channel takes a platform and an id such as discord:123, not “here”.")]
    [InlineData("name", "!!!", "A schedule’s name needs a letter or a digit, and “!!!” has none.")]
    public void What_is_not_understood_is_told_in_one_sentence(string name, string text, string sentence)
    {
        var form = new ScheduleForm(Phrases.English);
        form.Read(new Dictionary<string, string> { [name] = text });

        Assert.StartsWith(sentence, form.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_topics_have_their_limits()
    {
        Assert.Equal(new string('x', 60), Read(("name", new string('x', 60))).Name);
        Assert.Equal("A schedule’s name may have up to 60 characters, and this one has 61.", Wrong(("name", new string('x', 61))));
        Assert.Equal("A topic may have up to 100 characters, and this one has 101.", Wrong(("topic", new string('x', 101))));
    }

    [Theory]
    [InlineData("mor\u202Ening", "morning")]
    [InlineData("mor\nning\t\tnews", "mor ning news")]
    [InlineData("\u001b[2Jmorning", "[2Jmorning")]
    [InlineData("say \"good\" «morning»", "say good morning")]
    [InlineData("نشرة الصباح", "نشرة الصباح")]
    public void A_name_is_one_line_that_can_be_quoted(string text, string name) => Assert.Equal(name, Read(("name", text)).Name);

    [Theory]
    [InlineData("iraq", "iraq")]
    [InlineData("???", null)]
    [InlineData(null, null)]
    public void A_schedule_without_a_name_is_called_by_its_topic(string? topic, string? name) =>
        Assert.Equal(name, ScheduleForm.NameOf(topic));

    [Fact]
    public void A_long_topic_makes_a_name_that_is_cut_between_characters()
    {
        string? name = ScheduleForm.NameOf(new string('x', 59) + "😀😀");

        Assert.Equal(new string('x', 59), name);
    }

    private static ScheduleWishes Read(params (string Name, string Text)[] values)
    {
        var form = new ScheduleForm(Phrases.English);
        ScheduleWishes wishes = form.Read(values.ToDictionary(value => value.Name, value => value.Text));
        Assert.Null(form.Wrong);
        return wishes;
    }

    private static string? Wrong(params (string Name, string Text)[] values)
    {
        var form = new ScheduleForm(Phrases.English);
        form.Read(values.ToDictionary(value => value.Name, value => value.Text));
        return form.Wrong;
    }
}

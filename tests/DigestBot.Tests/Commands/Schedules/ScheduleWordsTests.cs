using System.Globalization;
using CsCheck;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary>Schedules as people type them.</summary>
public sealed class ScheduleWordsTests
{
    private static readonly ScheduleWords Words = new(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("morning iraq at 08:00 weekdays Europe/Paris", "at=at_08:00 days=weekdays name=morning topic=iraq zone=Europe/Paris")]
    [InlineData("morning iraq 07:30 Europe/Paris", "at=07:30 name=morning topic=iraq zone=Europe/Paris")]
    [InlineData("iraq 8am paris", "at=8am topic=iraq zone=paris")]
    [InlineData("iraq 8 am new york", "at=8_am topic=iraq zone=new_york")]
    [InlineData("iraq at 8 in new york", "at=at_8 topic=iraq zone=new_york")]
    [InlineData("\"foreign troops\" 8am", "at=8am topic=foreign_troops")]
    [InlineData("morning foreign troops 8am", "at=8am name=morning topic=foreign_troops")]
    [InlineData("early birds about foreign troops 8am", "at=8am name=early_birds topic=foreign_troops")]
    [InlineData("apollo 11 8am", "at=8am name=apollo topic=11")]
    [InlineData("\"apollo 11\" 08:00 18:30", "at=08:00_18:30 topic=apollo_11")]
    [InlineData("iraq 8am and 6pm on weekdays in paris", "at=8am_and_6pm days=on_weekdays topic=iraq zone=paris")]
    [InlineData("iraq 08:00, 18:30 mon,wed", "at=08:00,_18:30 days=mon,wed topic=iraq")]
    [InlineData("iraq every weekday at 8am", "at=at_8am days=every_weekday topic=iraq")]
    [InlineData("iraq monday to thursday 8am Asia/Baghdad", "at=8am days=monday_to_thursday topic=iraq zone=Asia/Baghdad")]
    [InlineData("8am", "at=8am")]
    [InlineData("everything 8am", "at=8am topic=everything")]
    [InlineData("at 8am brexit", "at=at_8am topic=brexit")]
    [InlineData("at 8am iraq", "at=at_8am topic=iraq")]
    [InlineData("8am Europe/Paris", "at=8am zone=Europe/Paris")]
    [InlineData("iraq 8am quiet 22-7 catch-up 6h paris", "at=8am catch-up=6h quiet=22-7 topic=iraq zone=paris")]
    [InlineData("quiet streets 8am", "at=8am name=quiet topic=streets")]
    [InlineData("iraq at:08:00 days:weekdays paris", "at=08:00 days=weekdays topic=iraq zone=paris")]
    [InlineData("morning iraq at:08:00 days:weekdays", "at=08:00 days=weekdays name=morning topic=iraq")]
    [InlineData("topic:\"foreign troops\" name:troops at:8am tz:paris", "at=8am name=troops topic=foreign_troops zone=paris")]
    [InlineData("iraq name:dawn 8am", "at=8am name=dawn topic=iraq")]
    [InlineData("early birds topic:iraq 8am", "at=8am name=early_birds topic=iraq")]
    [InlineData("iraq 8am quiet:22:00-07:00 if-empty:post catch-up:6h", "at=8am catch-up=6h if-empty=post quiet=22:00-07:00 topic=iraq")]
    [InlineData("iraq 8am IF_EMPTY:post Quiet-Hours:off", "at=8am if-empty=post quiet=off topic=iraq")]
    [InlineData("iraq at:08:00 at:18:00", "at=08:00,18:00 topic=iraq")]
    [InlineData("iraq", "topic=iraq")]
    [InlineData("", "")]
    public void A_new_schedule_is_described_in_many_ways(string text, string values) =>
        Assert.Equal(values, Show(Words.ReadNew(TextToken.Split(text))));

    [Theory]
    [InlineData("morning 9am", "morning", "at=9am")]
    [InlineData("all news at 9am tokyo", "all news", "at=at_9am zone=tokyo")]
    [InlineData("\"all news\" topic:iraq", "all news", "topic=iraq")]
    [InlineData("morning topic:everything name:dawn", "morning", "name=dawn topic=everything")]
    [InlineData("weekend at:09:00", "weekend", "at=09:00")]
    [InlineData("weekend weekdays 9am", "weekend", "at=9am days=weekdays")]
    [InlineData("17 stories:3", "17", "stories=3")]
    [InlineData("morning quiet 22:00-07:00", "morning", "quiet=22:00-07:00")]
    [InlineData("morning at 07:30,18:00 quiet off stories 3 zone tokyo", "morning", "at=at_07:30,18:00 quiet=off stories=3 zone=tokyo")]
    [InlineData("morning days:sat,sun", "morning", "days=sat,sun")]
    [InlineData("at:09:00", null, "at=09:00")]
    public void A_change_names_the_schedule_first(string text, string? which, string values)
    {
        ScheduleText read = Words.ReadChange(TextToken.Split(text));

        Assert.Equal(which, read.Which);
        Assert.Equal(values, Show(read));
    }

    [Fact]
    public void Days_are_understood_in_the_readers_language()
    {
        var words = new ScheduleWords(Phrases.Find("fr")!.Culture);

        Assert.Equal("at=à_8h30 days=lundi topic=irak", Show(words.ReadNew(TextToken.Split("irak chaque lundi à 8h30"))).Replace("chaque_", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_twice_is_noticed() =>
        Assert.Equal("topic", Words.ReadNew(TextToken.Split("topic:iraq topic:syria 8am")).Repeated);

    [Fact]
    public void Any_text_is_read_without_an_exception() => Gen.String.Sample(text =>
    {
        IReadOnlyList<TextToken> tokens = TextToken.Split(text);
        new ScheduleForm(Phrases.English).Read(Words.ReadNew(tokens).Values);
        new ScheduleForm(Phrases.English).Read(Words.ReadChange(tokens).Values);
    });

    private static string Show(ScheduleText text) => string.Join(' ', text.Values
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => $"{value.Key}={value.Value.Replace(' ', '_')}"));
}

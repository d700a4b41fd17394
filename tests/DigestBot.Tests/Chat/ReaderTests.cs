using DigestBot.Chat;
using DigestBot.News;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

/// <summary>Times in the reader's own zone and language.</summary>
public sealed class ReaderTests
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "Tue 24 Nov 2026, 07:30")]
    [InlineData("fr", "mar. 24 nov. 2026 à 07:30")]
    [InlineData("ar", "الثلاثاء 24 نوفمبر 2026، 07:30")]
    public void A_moment_is_local_and_in_the_readers_words(string language, string expected) =>
        Assert.Equal(expected, In(language).Moment(Instant));

    [Theory]
    [InlineData("en", "3 hours ago")]
    [InlineData("fr", "il y a 3 heures")]
    [InlineData("ar", "منذ 3 ساعات")]
    public void How_long_ago_is_said_in_the_readers_words(string language, string expected) =>
        Assert.Equal(expected, In(language).Ago(Instant.AddHours(-3)));

    [Fact]
    public void A_window_without_a_beginning_is_everything_up_to_its_end() =>
        Assert.Equal("everything up to 24 Nov 2026, 07:30", In("en").Window(NewsWindow.Until(Instant)));

    [Fact]
    public void An_unknown_zone_is_shown_as_UTC() =>
        Assert.Equal(TimeZoneInfo.Utc, Reader.In(Phrases.English, "Mars/Olympus", TimeProvider.System).Zone);

    private static Reader In(string language) =>
        Reader.In(Phrases.Find(language)!, "Europe/Paris", new FakeTimeProvider(Instant));
}

using System.Globalization;
using CsCheck;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>What holds for whatever people type.</summary>
public sealed class InputProperties
{
    // Pieces that mean something, so that parsers get further than the first letter.
    private static readonly string[] Pieces =
        ["8", "08:00", "am", "pm", ":", "-", ",", " and ", "h", "99", "noon", "mon", "fri", "to", "weekdays", "every", "paris", "/", "+02:00", "utc", "EST", "\ud800", "\0", "İ", "ı", "٣", "ال", "\u0301"];

    private static readonly Gen<string> AnyText =
        Gen.Frequency((3, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])), (1, Gen.String)).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Any_text_is_either_understood_or_refused() => AnyText.Sample(text =>
    {
        Check(TimeInput.Read(text), times => times!.Count is > 0 and <= TimeInput.MostTimes && times.SequenceEqual(times.Distinct().Order()));
        Check(DayInput.Read(text, CultureInfo.InvariantCulture), days => days is > Weekdays.None and <= Weekdays.All);
        Check(ZoneInput.Read(text), id => TimeZoneInfo.TryFindSystemTimeZoneById(id!, out _));
        Check(SpanInput.Read(text), span => span >= TimeSpan.Zero && span <= SpanInput.Longest);
        Check(QuietInput.Read(text), quiet => quiet is null || quiet.From != quiet.To);
    });

    [Fact]
    public void A_very_long_text_is_read_in_no_time_at_all()
    {
        string text = string.Concat(Enumerable.Repeat("8:00 h mon- europe paris ", 40_000));

        Assert.False(ZoneInput.Read(text).IsUnderstood);
        Assert.False(TimeInput.Read(text).IsUnderstood);
        Assert.False(DayInput.Read(text, CultureInfo.InvariantCulture).IsUnderstood);
        Assert.False(SpanInput.Read(text).IsUnderstood);
        Assert.False(QuietInput.Read(text).IsUnderstood);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Nothing_depends_on_the_culture_of_the_process(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal([new(9, 15), new(18, 0)], TimeInput.Read("9:15 AM, 6PM").Value!);
            Assert.Equal(Weekdays.Friday | Weekdays.Saturday, DayInput.Read("FRI,SAT", CultureInfo.InvariantCulture).Value);
            Assert.Equal("Pacific/Kiritimati", ZoneInput.Read("KIRITIMATI").Value);
            Assert.Equal("2026-11-23/0", SlotCalendar.Next(TimeSettings.Of("Asia/Riyadh", new TimeOnly(8, 0)), new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero))!.Key);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Check<T>(Reading<T> reading, Func<T?, bool> valid) =>
        Assert.True(reading.IsUnderstood ? valid(reading.Value) : reading.Misreading.Text.Length <= Plain.Longest * 4);
}

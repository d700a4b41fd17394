using System.Globalization;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>What people type for times, days, spans and quiet hours, and what they are told when it cannot be read.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("08:00", "08:00")]
    [InlineData("8am", "08:00")]
    [InlineData("8 AM", "08:00")]
    [InlineData("8 a.m.", "08:00")]
    [InlineData("8:30 pm", "20:30")]
    [InlineData("8.30", "08:30")]
    [InlineData("0800", "08:00")]
    [InlineData("830pm", "20:30")]
    [InlineData("20h", "20:00")]
    [InlineData("20h30", "20:30")]
    [InlineData("20 h 30", "20:30")]
    [InlineData("à 8h", "08:00")]
    [InlineData("8", "08:00")]
    [InlineData("noon", "12:00")]
    [InlineData("Midnight", "00:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12:15 pm", "12:15")]
    [InlineData("midi et minuit", "00:00 12:00")]
    [InlineData("8am, 6pm and 9:15 pm", "08:00 18:00 21:15")]
    [InlineData("18:30 08:00;08:00", "08:00 18:30")]
    [InlineData("8am 09:15", "08:00 09:15")]
    [InlineData("8am & 18h", "08:00 18:00")]
    [InlineData("٨ صباحاً و ٦:٣٠ مساءً", "08:00 18:30")]
    [InlineData("８：００", "08:00")]
    [InlineData(" at 7 ", "07:00")]
    public void Times_are_understood(string text, string times) => Assert.Equal(times, Show(Understood(TimeInput.Read(text))));

    [Theory]
    [InlineData("", MisreadingKind.Empty, "", "", "")]
    [InlineData(" , ", MisreadingKind.Empty, "", "", "")]
    [InlineData("8am, 25:00", MisreadingKind.OutOfRange, "25:00", "08:00", "")]
    [InlineData("24:00", MisreadingKind.OutOfRange, "24:00", "", "00:00")]
    [InlineData("13pm", MisreadingKind.OutOfRange, "13pm", "", "")]
    [InlineData("8:75", MisreadingKind.OutOfRange, "8:75", "", "")]
    [InlineData("8am, soon", MisreadingKind.Unknown, "soon", "08:00", "")]
    [InlineData("8:301", MisreadingKind.Unknown, "8:301", "", "")]
    [InlineData("8amx", MisreadingKind.Unknown, "8amx", "", "")]
    [InlineData("8am, 6", MisreadingKind.Ambiguous, "6", "08:00", "06:00 18:00")]
    [InlineData("8:30, 6pm", MisreadingKind.Ambiguous, "8:30", "18:00", "08:30 20:30")]
    public void Times_that_are_none_are_refused_with_what_was_understood(string text, object kind, string wrong, string understood, string suggestions)
    {
        Reading<IReadOnlyList<TimeOnly>> reading = TimeInput.Read(text);

        AssertMisread(reading.Misreading, kind, wrong, suggestions);
        Assert.Equal(understood, Show(reading.Value!));
    }

    [Fact]
    public void At_most_24_times_a_day()
    {
        string[] times = [.. Enumerable.Range(0, 25).Select(i => $"{i / 2:00}:{i % 2 * 30:00}")];

        Assert.Equal(24, Understood(TimeInput.Read(string.Join(", ", times[..24]))).Count);
        Assert.Equal(MisreadingKind.TooMany, TimeInput.Read(string.Join(", ", times)).Misreading!.Kind);
    }

    [Theory]
    [InlineData("weekdays", "en", Weekdays.Workdays)]
    [InlineData("every weekday", "en", Weekdays.Workdays)]
    [InlineData("weekends", "en", Weekdays.Weekend)]
    [InlineData("on the week-end", "en", Weekdays.Weekend)]
    [InlineData("daily", "en", Weekdays.All)]
    [InlineData("Every Day", "en", Weekdays.All)]
    [InlineData("mon,wed", "en", Weekdays.Monday | Weekdays.Wednesday)]
    [InlineData("mon-fri", "en", Weekdays.Workdays)]
    [InlineData("mon – fri", "en", Weekdays.Workdays)]
    [InlineData("Monday to Thursday", "en", Weekdays.Workdays & ~Weekdays.Friday)]
    [InlineData("fri-mon", "en", Weekdays.Weekend | Weekdays.Friday | Weekdays.Monday)]
    [InlineData("sat sun", "en", Weekdays.Weekend)]
    [InlineData("tues, thurs and weds", "en", Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday)]
    [InlineData("Mondays & Fridays", "en", Weekdays.Monday | Weekdays.Friday)]
    [InlineData("mon-wed, weekends", "en", Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Weekend)]
    [InlineData("lundi et mercredi", "fr", Weekdays.Monday | Weekdays.Wednesday)]
    [InlineData("du lundi au jeudi", "fr-CA", Weekdays.Workdays & ~Weekdays.Friday)]
    [InlineData("lun-ven", "fr", Weekdays.Workdays)]
    [InlineData("jours ouvrés", "fr", Weekdays.Workdays)]
    [InlineData("tous les jours", "fr", Weekdays.All)]
    [InlineData("dim., sam.", "fr", Weekdays.Weekend)]
    [InlineData("weekdays", "fr", Weekdays.Workdays)]
    [InlineData("الأحد والثلاثاء", "ar", Weekdays.Sunday | Weekdays.Tuesday)]
    [InlineData("الأحد و الخميس", "ar", Weekdays.Sunday | Weekdays.Thursday)]
    [InlineData("من الأحد إلى الخميس", "ar", Weekdays.All & ~Weekdays.Friday & ~Weekdays.Saturday)]
    [InlineData("يوم الجمعة", "ar-SA", Weekdays.Friday)]
    [InlineData("كل يوم", "ar", Weekdays.All)]
    [InlineData("Montag, Freitag", "de", Weekdays.Monday | Weekdays.Friday)]
    public void Days_are_understood(string text, string culture, object days) =>
        Assert.Equal(days, Understood(DayInput.Read(text, CultureInfo.GetCultureInfo(culture))));

    [Theory]
    [InlineData("", MisreadingKind.Empty, "", Weekdays.None, "")]
    [InlineData("every", MisreadingKind.Unknown, "every", Weekdays.None, "")]
    [InlineData("mon, funday", MisreadingKind.Unknown, "funday", Weekdays.Monday, "sunday friday monday")]
    [InlineData("wensday", MisreadingKind.Unknown, "wensday", Weekdays.None, "wednesday weekday")]
    [InlineData("mon-weekends", MisreadingKind.Unknown, "mon - weekends", Weekdays.None, "")]
    [InlineData("fri-", MisreadingKind.Unknown, "fri -", Weekdays.None, "")]
    [InlineData("t", MisreadingKind.Unknown, "t", Weekdays.None, "")]
    public void Days_that_are_none_are_refused_with_what_was_understood(string text, object kind, string wrong, object understood, string suggestions)
    {
        Reading<Weekdays> reading = DayInput.Read(text, CultureInfo.InvariantCulture);

        AssertMisread(reading.Misreading, kind, wrong, suggestions);
        Assert.Equal(understood, reading.Value);
    }

    [Theory]
    [InlineData("30m", 30)]
    [InlineData("30 min", 30)]
    [InlineData("2h", 120)]
    [InlineData("6 hours", 360)]
    [InlineData("1h30", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("90 minutes", 90)]
    [InlineData("1d", 1440)]
    [InlineData("24h", 1440)]
    [InlineData("2 heures", 120)]
    [InlineData("skip", 0)]
    [InlineData("OFF", 0)]
    public void Spans_are_understood(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Understood(SpanInput.Read(text)));

    [Theory]
    [InlineData("", MisreadingKind.Empty, "", "")]
    [InlineData("25h", MisreadingKind.OutOfRange, "25h", "24h")]
    [InlineData("9999d 9999h", MisreadingKind.OutOfRange, "9999d 9999h", "24h")]
    [InlineData("30", MisreadingKind.Unknown, "30", "")]
    [InlineData("a while", MisreadingKind.Unknown, "a while", "")]
    public void Spans_that_are_none_are_refused(string text, object kind, string wrong, string suggestions) =>
        AssertMisread(SpanInput.Read(text).Misreading, kind, wrong, suggestions);

    [Theory]
    [InlineData("22:00-07:00", "22:00-07:00")]
    [InlineData("22-7", "22:00-07:00")]
    [InlineData("10pm to 7am", "22:00-07:00")]
    [InlineData("from 10 pm until 7:30 am", "22:00-07:30")]
    [InlineData("22h – 7h", "22:00-07:00")]
    [InlineData("de 22h à 7h", "22:00-07:00")]
    [InlineData("midnight-6am", "00:00-06:00")]
    [InlineData("18:00-24:00", "18:00-00:00")]
    [InlineData("off", "off")]
    public void Quiet_hours_are_understood(string text, string hours)
    {
        Reading<QuietHours> reading = QuietInput.Read(text);

        Assert.Null(reading.Misreading);
        Assert.Equal(hours, reading.Value is { } quiet ? $"{ClockText.Show(quiet.From)}-{ClockText.Show(quiet.To)}" : "off");
    }

    [Theory]
    [InlineData("", MisreadingKind.Empty, "", "")]
    [InlineData("at night", MisreadingKind.Unknown, "at night", "")]
    [InlineData("22:00", MisreadingKind.Unknown, "22:00", "")]
    [InlineData("22:00-", MisreadingKind.Unknown, "-", "")]
    [InlineData("22:00-07:00 or so", MisreadingKind.Unknown, "-07:00 or so", "")]
    [InlineData("22:00-25:00", MisreadingKind.OutOfRange, "25:00", "")]
    [InlineData("10-7am", MisreadingKind.Ambiguous, "10", "10:00 22:00")]
    [InlineData("8:00-08:00", MisreadingKind.EqualEnds, "08:00", "")]
    public void Quiet_hours_that_are_none_are_refused(string text, object kind, string wrong, string suggestions) =>
        AssertMisread(QuietInput.Read(text).Misreading, kind, wrong, suggestions);

    private static T Understood<T>(Reading<T> reading)
    {
        Assert.Null(reading.Misreading);
        return reading.Value!;
    }

    private static void AssertMisread(Misreading? misreading, object kind, string wrong, string suggestions)
    {
        Assert.NotNull(misreading);
        Assert.Equal((kind, wrong, suggestions), (misreading.Kind, misreading.Text, string.Join(' ', misreading.Suggestions)));
    }

    private static string Show(IReadOnlyList<TimeOnly> times) => string.Join(' ', times.Select(ClockText.Show));
}

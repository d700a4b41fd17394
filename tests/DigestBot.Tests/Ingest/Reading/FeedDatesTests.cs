using System.Globalization;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Dates as feeds write them.</summary>
public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Tue, 03 Mar 2026 09:39:21 GMT", "2026-03-03T09:39:21Z")]
    [InlineData("Tue, 3 Mar 26 09:39 EST", "2026-03-03T14:39:00Z")]
    [InlineData("Tue,03 March 2026 09:39:21 EDT", "2026-03-03T13:39:21Z")]
    [InlineData("03 Mar 2026 09:39:21 +0530", "2026-03-03T04:09:21Z")]
    [InlineData("Tue Mar 03 09:39:21 +0100 2026", "2026-03-03T08:39:21Z")]
    [InlineData("Tue, 3rd Mar 2026 09:39:21 CET", "2026-03-03T08:39:21Z")]
    [InlineData("March 3, 2026 at 01:11 PM PST", "2026-03-03T21:11:00Z")]
    [InlineData("Tue, 03 Mar 2026 12:00:00 AM UTC", "2026-03-03T00:00:00Z")]
    [InlineData("2026-03-03", "2026-03-03T00:00:00Z")]
    [InlineData("20260303", "2026-03-03T00:00:00Z")]
    [InlineData("2026-062", "2026-03-03T00:00:00Z")]
    [InlineData("2026-03-03T09:39:21.123456+02:00", "2026-03-03T07:39:21.123Z")]
    [InlineData("2026-03-03 09:39:21-0500", "2026-03-03T14:39:21Z")]
    [InlineData("2026/3/3 9:39:21", "2026-03-03T09:39:21Z")]
    [InlineData("03.03.2026 09:39", "2026-03-03T09:39:00Z")]
    [InlineData("26/06/2026", "2026-06-26T00:00:00Z")]
    [InlineData("06/26/26 09:00:00", "2026-06-26T09:00:00Z")]
    [InlineData("1772530761", "2026-03-03T09:39:21Z")]
    [InlineData("3 März 2026 09:39:21 MEZ", "2026-03-03T08:39:21Z")]
    [InlineData("mardi 3 février 2026 10:00 +0100", "2026-02-03T09:00:00Z")]
    [InlineData("2026년 03월 03일 오후 01:31:15", "2026-03-03T04:31:15Z")]
    [InlineData("Thu, 25 Jun 2026 00:00:00 Europe/Brussels", "2026-06-24T22:00:00Z")]
    [InlineData("Tue Mar 03 2026 17:00:00 GMT+0000 (Coordinated Universal Time)", "2026-03-03T17:00:00Z")]
    [InlineData("٢٠٢٦-٠٣-٠٣", "2026-03-03T00:00:00Z")]
    [InlineData("الثلاثاء، ٣ مارس ٢٠٢٦ ١٠:٠٠", "2026-03-03T10:00:00Z")]
    [InlineData("3 آذار 2026 01:30 م", "2026-03-03T13:30:00Z")]
    [InlineData("3 كانون الثاني 2026", "2026-01-03T00:00:00Z")]
    [InlineData("3 mars 2026 à 10h30", "2026-03-03T10:30:00Z")]
    [InlineData("le 3 février 2026 à 9h", "2026-02-03T09:00:00Z")]
    [InlineData("3. März 2026 um 10:00 Uhr", "2026-03-03T10:00:00Z")]
    [InlineData("den 3 mars 2026 kl. 10:00", "2026-03-03T10:00:00Z")]
    [InlineData("3 марта 2026 г. 10:00", "2026-03-03T10:00:00Z")]
    [InlineData("3. března 2026", "2026-03-03T00:00:00Z")]
    [InlineData("3 maaliskuuta 2026", "2026-03-03T00:00:00Z")]
    [InlineData("2026年3月3日 10:20", "2026-03-03T10:20:00Z")]
    [InlineData("2026年3月1日 星期日", "2026-03-01T00:00:00Z")]
    [InlineData("2026-W10-2", "2026-03-03T00:00:00Z")]
    [InlineData("2026W102T10:00Z", "2026-03-03T10:00:00Z")]
    [InlineData("Tue, 03 Mar 2026 09:39:21 MST-07:00", "2026-03-03T16:39:21Z")]
    public void A_date_is_read_as_it_is_meant(string text, string expected)
    {
        Assert.True(FeedDates.TryParse(text, out DateTimeOffset date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date.ToUniversalTime());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-03T25:00:00Z")]
    [InlineData("2026-03-03T10:61:00Z")]
    [InlineData("Sun, 99 Jun 2026 12:00:00 GMT")]
    [InlineData("Sun, 16 Dec 2026 11:47:32 +zz:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("3 Mar 2026 4 Apr 2027")]
    [InlineData("13/13/2026 10:00 EST")]
    [InlineData("2026-W54-1")]
    [InlineData("2026-W00-1")]
    [InlineData("٢٠٢٦-١٣-٠١")]
    [InlineData("3 رمضان 1447")]
    [InlineData("3 mars 2026 à 25h30")]
    [InlineData("The dam broke on 3 March 2026 at noon")]
    public void What_is_no_date_is_refused(string? text) => Assert.False(FeedDates.TryParse(text, out _));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Dates_do_not_depend_on_the_machines_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.True(FeedDates.TryParse("FRI, 12 JUN 2026 10:00:00 gmt", out DateTimeOffset date));
            Assert.Equal(2026, date.Year);
            Assert.True(FeedDates.TryParse("2026-06-12T10:00:00Z", out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

using DigestBot.Schedules.Time;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>What people type for a zone.</summary>
public sealed class ZoneInputTests
{
    [Theory]
    [InlineData("Europe/Paris", "Europe/Paris")]
    [InlineData("europe/paris", "Europe/Paris")]
    [InlineData("Europe Paris", "Europe/Paris")]
    [InlineData("paris", "Europe/Paris")]
    [InlineData("New York", "America/New_York")]
    [InlineData("new_york", "America/New_York")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("sao paulo", "America/Sao_Paulo")]
    [InlineData("BUENOS AIRES", "America/Argentina/Buenos_Aires")]
    [InlineData("Port au Prince", "America/Port-au-Prince")]
    [InlineData("St. John's", "America/St_Johns")]
    [InlineData("munich", "Europe/Berlin")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("Mumbai", "Asia/Kolkata")]
    [InlineData("San Francisco", "America/Los_Angeles")]
    [InlineData("Beijing", "Asia/Shanghai")]
    [InlineData("Delhi", "Asia/Kolkata")]
    [InlineData("Washington, D.C.", "America/New_York")]
    [InlineData("Barcelona", "Europe/Madrid")]
    [InlineData("Geneva", "Europe/Zurich")]
    [InlineData("Genève", "Europe/Zurich")]
    [InlineData("Rio", "America/Sao_Paulo")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("UK", "Europe/London")]
    [InlineData("القاهرة", "Africa/Cairo")]
    [InlineData("Tokyo time", "Asia/Tokyo")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("calcutta", "Asia/Kolkata")]
    [InlineData("EST5EDT", "America/New_York")]
    [InlineData("Etc/GMT-3", "Etc/GMT-3")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("z", "Etc/UTC")]
    [InlineData("GMT", "Etc/GMT")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("pacific standard time", "America/Los_Angeles")]
    public void Zones_are_understood(string text, string id)
    {
        Reading<string> reading = ZoneInput.Read(text);

        Assert.Null(reading.Misreading);
        Assert.Equal(id, reading.Value);
    }

    [Theory]
    [InlineData("", MisreadingKind.Empty, "")]
    [InlineData("EST", MisreadingKind.Ambiguous, "America/New_York America/Panama Australia/Sydney")]
    [InlineData("cst", MisreadingKind.Ambiguous, "America/Chicago Asia/Shanghai America/Havana")]
    [InlineData("IST", MisreadingKind.Ambiguous, "Asia/Kolkata Europe/Dublin Asia/Jerusalem")]
    [InlineData("CET", MisreadingKind.Ambiguous, "Europe/Paris Europe/Berlin Africa/Algiers")]
    [InlineData("Eastern Time", MisreadingKind.Ambiguous, "America/New_York America/Panama Australia/Sydney")]
    [InlineData("Georgia", MisreadingKind.Ambiguous, "Asia/Tbilisi America/New_York")]
    [InlineData("Canada", MisreadingKind.SeveralZones, "America/Toronto America/Winnipeg America/Edmonton America/Vancouver America/Halifax")]
    [InlineData("+02:00", MisreadingKind.Offset, "Europe/Paris Europe/Berlin Europe/Athens Africa/Cairo")]
    [InlineData("UTC+5:30", MisreadingKind.Offset, "Asia/Kolkata")]
    [InlineData("gmt-5", MisreadingKind.Offset, "America/New_York America/Bogota America/Chicago")]
    [InlineData("Europe/Pariss", MisreadingKind.Unknown, "Europe/Paris")]
    [InlineData("Pariss", MisreadingKind.Unknown, "Europe/Paris")]
    [InlineData("Lodnon", MisreadingKind.Unknown, "Europe/London")]
    [InlineData("Mars", MisreadingKind.Unknown, "")]
    [InlineData("../../etc/passwd", MisreadingKind.Unknown, "")]
    public void Zones_that_are_none_are_refused_with_what_may_be_meant(string text, object kind, string first)
    {
        Misreading? misreading = ZoneInput.Read(text).Misreading;

        Assert.NotNull(misreading);
        Assert.Equal(kind, misreading.Kind);
        Assert.StartsWith(first, string.Join(' ', misreading.Suggestions), StringComparison.Ordinal);
        Assert.All(misreading.Suggestions, id => Assert.Equal(id, ZoneInput.Read(id).Value));
    }

    [Fact]
    public void Every_zone_of_this_machine_can_be_typed()
    {
        var lost = from zone in TimeZoneInfo.GetSystemTimeZones()
                   where zone.Id.Contains('/')
                   let read = ZoneInput.Read(zone.Id)
                   where read.Value is null || !zone.HasSameRules(TimeZoneInfo.FindSystemTimeZoneById(read.Value))
                   select $"{zone.Id}: {read.Value}";

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_place_leads_to_a_zone_that_exists()
    {
        var wrong = from zone in Places.Cities.Select(place => place.Zone)
                        .Concat(Places.Countries.Concat(Places.Ambiguous).SelectMany(place => place.Zones))
                        .Concat(ZoneNames.Old.Select(pair => pair.Name)).Concat(Places.Major).Distinct()
                    where !ZoneNames.All.Contains(zone)
                    select zone;

        Assert.Empty(wrong);
    }
}

using DigestBot.Ingest;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>A day's news about Iraq, of events that have nothing to do with each other: more than two messages hold.</summary>
internal static class DailyNews
{
    public const string Troops = "The resolution asks the cabinet to end the presence of foreign troops, of whom 5,200 are stationed in Iraq.";

    public const string Minaret = "Restorers of the antiquities office took the last scaffolding off the spiral minaret of Samarra in Iraq on Friday.";

    /// <summary>A schedule that shows so many stories needs three messages.</summary>
    public const long Stories = 12;

    // Long, as the addresses of news are.
    private const string Folder = "https://wire.example/world/middle-east/iraq/reports-of-the-day/2026/march/"
        + "first-week/sunday/morning-edition/from-our-correspondents/politics-culture-and-weather-of-the-provinces/"
        + "verified-by-two-editors-before-publication/with-reports-of-agencies-in-baghdad-basra-and-erbil-and-of-four-correspondents/"
        + "updated-at-noon/with-maps-and-diagrams-of-the-rivers-the-roads-and-the-pipelines/and-a-glossary-of-names-of-places-and-of-people/";

    private static readonly (string Title, string Text)[] Reports =
    [
        (
            "Lawmakers adopt resolution on foreign troops",
            $"Lawmakers raised their hands in favour shortly before midnight. {Troops}"),
        (
            "Samarra's minaret stands free again",
            $"{Minaret} Visitors may climb it from April onwards, twenty at a time and only in dry weather."),
        (
            "Tram for Erbil",
            "Planners in Erbil, in the north of Iraq, drew a tram line between the citadel and the suburbs of the east. "
            + "Rails shall be laid within three years, says the budget that ministers signed."),
        (
            "Buffalo return to the marshes",
            "Keepers drove four hundred water buffalo into marshes near Amarah that had been dust for three decades. "
            + "Biologists credit sluices opened upstream in Iraq during winter."),
        (
            "Basra drinks from the sea",
            "A desalination plant beside the northern canal began to supply hospitals of Basra, the port of Iraq. "
            + "Engineers measured less salt in the water than in any bottle sold at the market."),
        (
            "Library reopens in Mosul",
            "Students carried the first crates of manuscripts back into the reading rooms of Mosul's university. "
            + "Donors in eleven countries had paid for shelves in Iraq's second city."),
        (
            "Pilgrims get a larger hall",
            "Najaf's airport unveiled an arrivals hall twice the size of its predecessor. "
            + "Authorities in Iraq expect nine million passengers during the holy month."),
        (
            "Sun over Ramadi",
            "Technicians switched on a solar field which feeds nine thousand homes around Ramadi. "
            + "Iraq wants a quarter of its electricity from panels by the end of the decade."),
        (
            "Grain trains roll to Tikrit",
            "Dispatchers sent the first wheat by rail from Tikrit's rebuilt yard since the tracks were mined. "
            + "Lorry drivers of Iraq protested against cheaper freight."),
        (
            "Surgeons learn from Karbala",
            "Four wards for burns and fractures opened at Karbala's teaching hospital. "
            + "Nurses from all provinces of Iraq train there for six weeks."),
        (
            "Divers free the sluices of Duhok",
            "Divers cut rusted bolts forty metres below the surface of the reservoir at Duhok. "
            + "Farmers in the valleys of Iraq had waited two summers for that."),
        (
            "Bridge closes the ring of Fallujah",
            "The ring road of Fallujah is complete since a bridge across the Euphrates was opened to buses. "
            + "It is the longest span that a firm from Iraq has built."),
        (
            "Goalkeeper saves three penalties",
            "Iraq won the shoot-out in Muscat because its goalkeeper guessed right three times in a row. "
            + "The trophy tours schools of Baghdad on Monday."),
    ];

    public static IReadOnlyList<IncomingArticle> Of(DateTimeOffset now) =>
    [
        .. Reports.Select((report, i) => Articles.Article(
            report.Title, report.Text, now.AddHours(-1).AddMinutes(-i), $"{Folder}{Uri.EscapeDataString(report.Title)}")),
    ];

    /// <summary>The same events as reported anew, in sentences that nobody has seen yet.</summary>
    /// <remarks>Each has a mark of its own: what they had in common would make one story of them.</remarks>
    public static IReadOnlyList<IncomingArticle> Edition(int number, DateTimeOffset now) =>
    [
        .. Reports.Select((report, i) => (report.Title, report.Text, Mark: $"x{(number * Reports.Length) + i}")).Select((report, i) => Articles.Article(
            $"{report.Title} ({report.Mark})",
            string.Join(' ', report.Text.TrimEnd('.').Split(". ").Select(sentence => $"{sentence} ({report.Mark}).")),
            now.AddMinutes(-i),
            $"{Folder}{number}/{Uri.EscapeDataString(report.Title)}")),
    ];
}

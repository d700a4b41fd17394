using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Tests.Stories;

/// <summary>Reports that were written for these tests.</summary>
internal static class Wires
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Six reports on one ferry, by six publishers.</summary>
    public static readonly (string Title, string Text)[] Ferry =
    [
        ("Ferry with 140 aboard sinks off Kestrel Island",
            "The ferry Morwenna sank off Kestrel Island before dawn with 140 people aboard, the coastguard said. Lifeboats from Port Saul took 112 people ashore."),
        ("Dozens missing after night disaster at sea near Port Saul",
            "Twenty-eight people were missing after the ferry Morwenna went down near Port Saul. Divers and three lifeboats searched the water around Kestrel Island."),
        ("Coastguard: 112 rescued from the Morwenna",
            "The coastguard at Port Saul said 112 passengers of the ferry Morwenna were safe. The vessel had left Kestrel Island an hour before it took on water."),
        ("What we know about the shipwreck in the strait",
            "A car ferry, the Morwenna, capsized on its way from Kestrel Island to Port Saul. Of 140 aboard, 112 were rescued and 28 are missing, according to the coastguard."),
        ("Bow door blamed as search for 28 goes on",
            "Investigators believe that water entered the Morwenna through its bow door. Lifeboats kept searching off Kestrel Island for 28 passengers of the ferry."),
        ("Operator suspends sailings, families wait on the quay",
            "Families gathered on the quay of Port Saul as the operator of the Morwenna halted every ferry to Kestrel Island. Its captain was among the 112 rescued."),
    ];

    /// <summary>Three reports on one fire.</summary>
    public static readonly (string Title, string Text)[] WarehouseFire =
    [
        ("Fire destroys warehouse in Dunmere harbour",
            "A fire destroyed a paper warehouse in the harbour of Dunmere on Monday night. Eighty firefighters brought the blaze under control after seven hours; nobody was hurt."),
        ("Dunmere blaze: eighty firefighters at paper warehouse",
            "Eighty firefighters fought a blaze at a paper warehouse in Dunmere harbour. Police in Dunmere think that an electrical fault on a forklift started the fire."),
        ("Forklift suspected in harbour fire",
            "A forklift may have started the fire at the paper warehouse of Dunmere harbour, police said. The blaze took seven hours to control."),
    ];

    /// <summary>Three reports on another fire of the same week.</summary>
    public static readonly (string Title, string Text)[] HotelFire =
    [
        ("Two die in hotel fire in Aldersea",
            "Two guests died when a fire broke out on the fourth floor of the Grand Belmont hotel in Aldersea. Firefighters carried nine others down ladders."),
        ("Grand Belmont guests tell of smoke on the stairs",
            "Guests of the Grand Belmont in Aldersea said that the stairs were full of smoke. The hotel fire killed two on the fourth floor and injured nine."),
        ("Aldersea hotel had no working alarm",
            "The fourth floor of the Grand Belmont had no working alarm, Aldersea council said after the fire that killed two guests of the hotel."),
    ];

    /// <summary>The reports as articles a few hours apart, each by a publisher of its own.</summary>
    public static IEnumerable<StoryArticle> Articles(this IEnumerable<(string Title, string Text)> reports, long firstId, DateTimeOffset from) =>
        reports.Select((report, i) => Article(firstId + i, from.AddHours(3 * i), firstId + i, report.Title, report.Text));

    public static StoryArticle Article(long id, DateTimeOffset? effective, long publisher, string title, string text) =>
        new(id, effective, publisher, TextAnalyzer.Vector(title, text));
}

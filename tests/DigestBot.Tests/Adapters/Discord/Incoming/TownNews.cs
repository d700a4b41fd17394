using DigestBot.Ingest;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What the town reads about: more about Iraq than one message holds, and a little about floods.</summary>
internal static class TownNews
{
    public const string Troops = "The resolution asks the government of Iraq to end the presence of foreign troops, of whom 5,200 are stationed there.";

    public const string Rain = "The gauge at the old harbour measured 377 millimetres of rain in a single day, the most since records began.";

    private static readonly (string Title, string Text)[] Iraq =
    [
        ("Parliament adopts resolution on foreign troops", Troops),
        ("Basra desalination plant starts pumping",
            "Engineers in southern Iraq switched on a desalination plant beside the Shatt al-Arab, and within six hours the salinity "
            + "meters in four districts of Basra fell below the threshold that doctors had demanded after the poisonings of last summer."),
        ("Mosul library lends books again",
            "Librarians in northern Iraq lent the first thirty volumes since the fire, among them a charred atlas that a retired "
            + "bookbinder had carried through two checkpoints under his coat and kept in a flour bin for nearly four winters."),
        ("Kirkuk pipeline leak sealed",
            "Welders of the state oil company in Iraq closed a leak that had stained the wadi for eleven kilometres, although the "
            + "replacement valve arrived from Trieste with the wrong thread and had to be turned down on a lathe at night."),
        ("Najaf airport doubles its arrivals hall",
            "Pilgrims who landed in Iraq on the first charter from Lahore walked through a hall with forty passport desks, twice the "
            + "former number, while carpenters on ladders were still screwing the last acoustic panels to the ceiling."),
        ("Erbil tram route drawn on the map",
            "Planners in the Kurdish region of Iraq presented a tram line of nine stops between the citadel and the eastern suburbs, "
            + "whose wagons would run on batteries wherever wires might spoil the view of the Ottoman brickwork."),
        ("Samarra minaret loses its scaffolding",
            "Restorers of the antiquities office of Iraq carried away the bamboo poles that had hidden the spiral for a decade, and "
            + "schoolchildren climbed the ramp in single file because the parapet is still missing on the windward side."),
        ("Karbala surgeons open burns ward",
            "Surgeons at the teaching hospital in Iraq transplanted skin grown from a patch as small as a stamp, a technique that two "
            + "of them had learned in Nagasaki and that spares patients the long flights to clinics abroad."),
        ("Ramadi solar field lights nine thousand homes",
            "Technicians in western Iraq tilted the last of the mirrors towards a tower of molten salt, which is meant to give off "
            + "electricity until three in the morning, when the diesel generators of the neighbourhoods used to be loudest."),
        ("Amarah marsh fills for the first time in decades",
            "Biologists in the marshes of Iraq counted pelicans, otters and a single softshell turtle after the sluices were opened, "
            + "and buffalo keepers who had moved to brick kilns returned with their reed mats on borrowed trucks."),
    ];

    public static IReadOnlyList<IncomingArticle> Of(DateTimeOffset now) =>
    [
        Articles.Article("Floods close the old harbour", $"Floods closed the old harbour on Saturday. {Rain}", now.AddHours(-2)),
        .. Iraq.Select((article, i) => Articles.Article(article.Title, article.Text, now.AddHours(-3).AddMinutes(-i))),
    ];
}

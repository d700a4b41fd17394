using DigestBot.Ingest;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What the town reads about: more about Iraq than one message holds, and a little about floods.</summary>
internal static class TownNews
{
    public const string Troops = "The resolution asks the government to end the presence of foreign troops, of whom 5,200 are stationed in the country.";

    public const string Rain = "The gauge at the old harbour measured 377 millimetres of rain in a single day, the most since records began.";

    private static readonly (string Place, string What, string Who)[] Projects =
    [
        ("Basra", "a desalination plant beside the northern canal", "engineers of the water board"),
        ("Mosul", "the rebuilt reading rooms of the university library", "librarians and former students"),
        ("Kirkuk", "a pipeline that had leaked for eleven years", "crews of the state oil company"),
        ("Najaf", "an airport hall with room for twice as many pilgrims", "the provincial council"),
        ("Erbil", "a tram between the citadel and the eastern suburbs", "planners from three ministries"),
        ("Samarra", "the scaffolding around the spiral minaret", "restorers of the antiquities office"),
        ("Karbala", "four hospital wards for burns and fractures", "surgeons of the teaching hospital"),
        ("Fallujah", "a bridge that carries the ring road across the river", "contractors from the capital"),
        ("Ramadi", "a solar field that feeds nine thousand homes", "technicians of the electricity ministry"),
        ("Amarah", "marshland that had been dry for three decades", "biologists and buffalo keepers"),
        ("Duhok", "a dam whose sluices had rusted shut", "divers of the irrigation service"),
        ("Tikrit", "a railway yard for grain and cement", "dispatchers of the railway company"),
    ];

    public static IReadOnlyList<IncomingArticle> Of(DateTimeOffset now) =>
    [
        Articles.Article("Iraqi parliament adopts resolution on foreign troops", $"The parliament of Iraq voted late on Saturday. {Troops}", now.AddHours(-3)),
        Articles.Article("Floods close the old harbour", $"Floods closed the old harbour on Saturday. {Rain}", now.AddHours(-2)),
        .. Projects.Select((project, i) => Articles.Article(
            $"{project.Place} opens {project.What}",
            $"In the Iraq of these days {project.Place} has opened {project.What}, which {project.Who} had promised for a long time and delivered "
            + $"with a delay of {i + 2} months, as the mayor of {project.Place} said at the ceremony in front of several hundred guests. "
            + $"{project.Who[..1].ToUpperInvariant()}{project.Who[1..]} counted {(i + 3) * 17} days of work in Iraq without a single accident, "
            + $"although the summer in {project.Place} was hotter than any summer that the weather service of Iraq has on record.",
            now.AddHours(-4).AddMinutes(-i))),
    ];
}

using DigestBot.Ingest;

namespace DigestBot.Tests.Infrastructure;

/// <summary>Two publishers' reports on one event, which count its dead otherwise.</summary>
internal static class FootbridgeNews
{
    public const string Lower = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    public const string Higher = "A footbridge collapsed in Torvik on Sunday and 19 people died, the mayor of the town told reporters.";

    public static readonly IncomingArticle Police = Articles.Article(
        "Footbridge collapses in Torvik",
        $"{Lower} The bridge over the river Aaven had been opened by the king of the country forty weeks before. Engineers had asked for new cables.",
        TestBot.Begin.AddHours(-5),
        "https://coast.example/bridge");

    public static readonly IncomingArticle Mayor = Articles.Article(
        "Torvik footbridge collapse: mayor speaks",
        $"{Higher} The footbridge in Torvik was full of visitors of a fair. Divers went on searching the river Aaven until dark.",
        TestBot.Begin.AddHours(-2),
        "https://island.example/bridge");
}

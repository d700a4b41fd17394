using System.CommandLine;

namespace DigestBot.Cli;

/// <summary><c>teams manifest</c></summary>
internal static class TeamsVerb
{
    public static Command Create(CliContext context) => new("teams", context.Phrases.VerbTeams)
    {
        TeamsManifestVerb.Create(context),
    };
}

using System.CommandLine;
using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Adapters.Teams.Package;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary><c>teams manifest</c>: writes the app package; needs no store.</summary>
internal static class TeamsManifestVerb
{
    private const string AppId = "--app-id";
    private const string Out = "--out";
    private const string Domain = "--domain";
    private const string DefaultFile = "digestbot-teams.zip";

    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Option<string?> app = CliOption.Text(AppId, "ID", phrases.OptionTeamsAppId, phrases);
        Option<string?> file = CliOption.Text(Out, "FILE", phrases.OptionTeamsOut(DefaultFile), phrases);
        Option<string?> domain = CliOption.Text(Domain, "DOMAIN", phrases.OptionTeamsDomain, phrases);
        var verb = new Command("manifest", phrases.VerbTeamsManifest) { app, file, domain };
        verb.SetAction((result, cancellationToken) => RunAsync(
            context,
            result.GetValue(app),
            result.GetValue(file) ?? DefaultFile,
            result.GetValue(domain),
            result.GetValue(context.Globals.Json),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        CliContext context, string? appId, string file, string? domain, bool json, CancellationToken cancellationToken)
    {
        if (Wrong(appId, domain, context.Phrases) is { } wrong)
        {
            context.Terminal.Error.WriteLine(wrong);
            return ExitCode.WrongUsage;
        }

        string version = typeof(TeamsManifestVerb).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";
        string id = Guid.Parse(appId!).ToString();
        await File.WriteAllBytesAsync(file, TeamsPackage.Of(TeamsManifest.Of(id, domain, version, context.Phrases)), cancellationToken);
        string written = Path.GetFullPath(file);
        if (json)
        {
            context.Terminal.Out.WriteLine(JsonSerializer.Serialize(new TeamsManifestView(written, id), Views.Json.TeamsManifestView));
        }
        else
        {
            new TerminalPrinter(context.Terminal).Print([TextLine.Of(context.Phrases.TeamsManifestWritten(written))], context.Phrases);
        }

        return ExitCode.Done;
    }

    private static string? Wrong(string? appId, string? domain, Phrases phrases) =>
        appId is null ? phrases.UsageRequired(AppId)
        : !Guid.TryParseExact(appId, "D", out _) ? phrases.UsageTeamsAppId(AppId, appId)
        : domain is not null && (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            ? phrases.UsageTeamsDomain(Domain, domain)
            : null;
}

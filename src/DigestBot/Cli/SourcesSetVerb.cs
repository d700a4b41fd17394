using System.CommandLine;
using DigestBot.Commands.Sources;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary><c>sources set SOURCE</c></summary>
internal static class SourcesSetVerb
{
    private const string TierOption = "--tier";
    private const string WordsOption = "--quote-words";

    public static Command Create(CliContext context)
    {
        Argument<string> which = CliArgument.One("SOURCE", context.Phrases.ParameterSource);
        Option<string?> tier = CliOption.Text(TierOption, string.Join('|', SourceSettingText.Tiers), context.Phrases.ParameterTier, context.Phrases);
        Option<string?> words = CliOption.Text(WordsOption, $"N|{SourceSettingText.Any}", context.Phrases.ParameterQuoteWords, context.Phrases);
        var verb = new Command("set", context.Phrases.VerbSourcesSet) { which, tier, words };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            (SourceSetting? setting, string? problem) = SourceSettingText.Read(
                result.GetValue(tier)?.Trim(), result.GetValue(words)?.Trim(), session.Phrases);
            if (setting is null)
            {
                return session.Fail(problem ?? session.Phrases.CommandIncomplete(
                    $"sources set SOURCE [{TierOption} {string.Join('|', SourceSettingText.Tiers)}] [{WordsOption} N|{SourceSettingText.Any}]"));
            }

            SourceManager sources = session.Get<SourceManager>();
            string wanted = result.GetRequiredValue(which);
            if (await sources.FindAsync(session.Space, wanted, cancel) is not { } source)
            {
                return session.Fail(session.Phrases.SourceUnknown(FeedAddress.Shown(wanted)));
            }

            Source now = await sources.SetAsync(session.Space, source, setting, cancel);
            return SourcesListVerb.Show(
                [now], session, () => session.Print(SourceSettingText.Told(SourceDisclosure.Of(now), session.Phrases)));
        }, cancellationToken));
        return verb;
    }
}

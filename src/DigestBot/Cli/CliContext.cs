using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary>What every verb has at hand.</summary>
internal sealed record CliContext(
    ITerminalHost Host, ITerminal Terminal, TimeProvider Clock, Phrases Phrases, GlobalOptions Globals)
{
    /// <summary>What the options common to all verbs ask for, with the terminal at hand.</summary>
    public TerminalRequest Request(ParseResult result, bool samplesWhenEmpty) => Globals.Request(result, samplesWhenEmpty) with
    {
        // The one document has standard output for itself, so posts are printed beside it.
        Terminal = result.GetValue(Globals.Json) ? new NoticeTerminal(Terminal) : Terminal,
    };

    /// <summary>Opens the store, says so if samples stand in for it, runs the verb, closes the store.</summary>
    public async Task<int> WithSessionAsync(
        ParseResult result,
        bool samplesWhenEmpty,
        Func<VerbSession, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        await using ITerminalSession session =
            await Host.OpenAsync(Request(result, samplesWhenEmpty), cancellationToken);
        string? language = result.GetValue(Globals.Lang) ?? session.Space.Language ?? session.Language;
        if (Chat.Phrases.Find(language) is not { } phrases)
        {
            Terminal.Error.WriteLine(Phrases.UsageLanguage(language!, Phrases.List(Chat.Phrases.Languages)));
            return ExitCode.Failed;
        }

        var verb = new VerbSession(
            session, Terminal, Reader.In(phrases, session.Space.TimeZone, Clock), result.GetValue(Globals.Json));
        if (session.UsesSamples)
        {
            verb.Notice(phrases.SampleNotice);
        }

        return await run(verb, cancellationToken);
    }
}

using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>sources pause|resume|off|on|remove SOURCE</c></summary>
internal static class SourcesChangeVerb
{
    /// <returns>False when the space may see the source but not change it.</returns>
    private delegate Task<bool> Change(
        SourceManager sources, Space space, Source source, CancellationToken cancellationToken);

    public static Command CreatePause(CliContext context) => Create(
        "pause",
        context.Phrases.VerbSourcesPause,
        context,
        (sources, space, source, cancel) => sources.PauseAsync(space, source, true, cancel),
        (phrases, name) => phrases.SourceNowPaused(name),
        NotYours);

    public static Command CreateResume(CliContext context) => Create(
        "resume",
        context.Phrases.VerbSourcesResume,
        context,
        (sources, space, source, cancel) => sources.PauseAsync(space, source, false, cancel),
        (phrases, name) => phrases.SourceResumed(name),
        NotYours);

    public static Command CreateRemove(CliContext context) => Create(
        "remove",
        context.Phrases.VerbSourcesRemove,
        context,
        (sources, space, source, cancel) => sources.RemoveAsync(space, source, cancel),
        (phrases, name) => phrases.SourceRemoved(name),
        NotYours);

    public static Command CreateOff(CliContext context) => Create(
        "off",
        context.Phrases.VerbSourcesOff,
        context,
        (sources, space, source, cancel) => sources.SwitchAsync(space, source, on: false, cancel),
        (phrases, name) => phrases.SourceSwitchedOff(name),
        (phrases, name) => phrases.SourceNotSwitchable(name));

    public static Command CreateOn(CliContext context) => Create(
        "on",
        context.Phrases.VerbSourcesOn,
        context,
        (sources, space, source, cancel) => sources.SwitchAsync(space, source, on: true, cancel),
        (phrases, name) => phrases.SourceSwitchedOn(name),
        (phrases, name) => phrases.SourceNotSwitchable(name));

    private static string NotYours(Phrases phrases, string name) => phrases.SourceNotYours(name);

    private static Command Create(
        string name,
        string description,
        CliContext context,
        Change change,
        Func<Phrases, string, string> say,
        Func<Phrases, string, string> refuse)
    {
        Argument<string> which = CliArgument.One("SOURCE", context.Phrases.ParameterSource);
        var verb = new Command(name, description) { which };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            SourceManager sources = session.Get<SourceManager>();
            string wanted = result.GetRequiredValue(which);
            if (await sources.FindAsync(session.Space, wanted, cancel) is not { } source)
            {
                return session.Fail(session.Phrases.SourceUnknown(FeedAddress.Shown(wanted)));
            }

            string called = FeedAddress.In(source.Name);
            if (!await change(sources, session.Space, source, cancel))
            {
                return session.Fail(refuse(session.Phrases, called));
            }

            // A removed source is shown as it was, a changed one as it is.
            Source now = await sources.FindAsync(session.Space, SourceView.From(source).Id, cancel) ?? source;
            return SourcesListVerb.Show([now], session, () => session.Print(say(session.Phrases, called)));
        }, cancellationToken));
        return verb;
    }
}

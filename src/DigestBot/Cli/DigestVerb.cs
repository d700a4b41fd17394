using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using Microsoft.Extensions.Options;

namespace DigestBot.Cli;

/// <summary><c>digest [TOPIC]</c></summary>
internal static class DigestVerb
{
    private const string Text = "text";
    private const string Markdown = "markdown";
    private const string Html = "html";
    private const string Yes = "yes";
    private const string No = "no";

    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> topic = CliArgument.Words(
            "TOPIC", phrases.ParameterTopic, false, CommandLimits.Topic, phrases.TopicTooLong, phrases);
        Option<Since?> since = CliOption.Since(phrases);
        Option<DateTimeOffset?> asOf = CliOption.Instant("--asof", phrases.OptionAsOf, phrases);
        Option<int?> stories = CliOption.Number(
            "--stories", CommandLimits.LeastStories, CommandLimits.MostStories, phrases.OptionStories, phrases);
        Option<int?> sentences = CliOption.Number(
            "--sentences", CommandLimits.LeastSentences, CommandLimits.MostSentences, phrases.OptionSentences, phrases);
        Option<string?> format = CliOption.Choice("--format", [Text, Markdown, Html], phrases.OptionFormat, phrases);
        Option<string?> exact = CliOption.Choice("--exact", [Yes, No], _ => phrases.ParameterExact, phrases);
        var verb = new Command("digest", phrases.VerbDigest) { topic, since, asOf, stories, sentences, exact, format };
        verb.Validators.Add(given =>
        {
            if (given.GetResult(format) is not null && given.GetValue(context.Globals.Json))
            {
                given.AddError(phrases.UsageTwoFormats("--format", "--json"));
            }
        });
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            TimeSpan? window = result.GetValue(since) is { } given ? given.Span : session.Get<IOptions<DigestOptions>>().Value.Window;
            var request = new DigestRequest(
                session.Space,
                result.GetValue(topic),
                window,
                result.GetValue(asOf),
                result.GetValue(stories),
                result.GetValue(sentences))
            {
                Exact = result.GetValue(exact) is { } choice ? choice == Yes : null,
            };
            Digest digest = await session.Get<DigestComposer>().ComposeAsync(request, cancel);
            return Show(digest, result.GetValue(format), session);
        }, cancellationToken));
        return verb;
    }

    private static int Show(Digest digest, string? format, VerbSession session) => session.Show(
        () => DigestView.From(digest, Notice(digest, session)),
        Views.Json.DigestView,
        () =>
        {
            switch (format)
            {
                case Markdown:
                    session.Terminal.Out.Write(MarkdownLayout.Render(digest, session.Reader));
                    break;
                case Html:
                    session.Terminal.Out.Write(HtmlLayout.Render(digest, session.Reader));
                    break;
                default:
                    session.Print(new Reply.OfDigest(digest));
                    break;
            }
        });

    private static string? Notice(Digest digest, VerbSession session)
    {
        string?[] notices =
        [
            session.UsesSamples ? session.Phrases.SampleNotice : null,
            DigestNotice.For(digest, session.Reader),
            DigestFrame.Also(digest, session.Reader),
        ];
        string all = string.Join(' ', notices.Where(notice => notice is not null));
        return all.Length == 0 ? null : all;
    }
}

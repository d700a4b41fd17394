using System.CommandLine;
using System.CommandLine.Help;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Cli;

/// <summary>The terminal: reads the command line, runs one verb, and turns every ending into an exit code.</summary>
internal static class DigestBotCli
{
    public const string Name = "digestbot";

    /// <summary>After Ctrl-C: long enough to finish storing what was read.</summary>
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(20);

    /// <summary>Its exceptions say which setting has which wrong value.</summary>
    private const string ConfigurationBinder = "Microsoft.Extensions.Configuration.Binder";

    public static async Task<int> RunAsync(
        string[] args, ITerminalHost host, ITerminal terminal, TimeProvider clock, CancellationToken cancellationToken)
    {
        Phrases phrases = LanguageOf(args);
        var globals = new GlobalOptions(phrases);
        RootCommand root = Build(new(host, terminal, clock, phrases, globals));
        ParseResult result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action?.ClearsParseErrors is not true && UsageError.Explain(result, phrases) is { } wrong)
        {
            terminal.Error.WriteLine(wrong);
            return ExitCode.WrongUsage;
        }

        try
        {
            return await result.InvokeAsync(Configure(terminal), cancellationToken);
        }
        catch (Exception exception)
        {
            return Fail(exception, terminal, phrases, result.GetValue(globals.Verbose));
        }
    }

    /// <summary>All verbs with their options; docs/commands.md is held against it.</summary>
    public static RootCommand Build(CliContext context)
    {
        var root = new RootCommand(context.Phrases.RootDescription) { HelpName = Name };
        foreach (Option option in root.Options)
        {
            option.Description = option is HelpOption ? context.Phrases.OptionHelp : context.Phrases.OptionVersion;
        }

        context.Globals.AddTo(root);
        ServeVerb.SetAction(root, context);
        foreach (Command verb in (Command[])
        [
            ServeVerb.Create(context),
            IngestVerb.Create(context),
            DigestVerb.Create(context),
            AskVerb.Create(context),
            ChatVerb.Create(context),
            CatchUpVerb.Create(context),
            SearchVerb.Create(context),
            StoriesVerb.Create(context),
            SourcesVerb.Create(context),
            TopicsVerb.Create(context),
            ScheduleVerb.Create(context),
            MeVerb.Create(context),
            StatusVerb.Create(context),
            VerifyVerb.Create(context),
            WhyVerb.Create(context),
            DoctorVerb.Create(context),
            ReindexVerb.Create(context),
            ArticlesVerb.Create(context),
            TeamsVerb.Create(context),
        ])
        {
            root.Add(verb);
        }

        return root;
    }

    private static InvocationConfiguration Configure(ITerminal terminal) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = EndWithin,
        Output = terminal.Out,
        Error = terminal.Error,
    };

    // Help and usage errors are wanted in the reader's language too, before anything is parsed.
    private static Phrases LanguageOf(string[] args)
    {
        const string Prefix = $"{GlobalOptions.LangName}=";
        int at = Array.IndexOf(args, GlobalOptions.LangName);
        string? language = at >= 0
            ? args.ElementAtOrDefault(at + 1)
            : Array.Find(args, arg => arg.StartsWith(Prefix, StringComparison.Ordinal))?[Prefix.Length..];
        return Phrases.Find(language) ?? Phrases.English;
    }

    // The one place where a verb's failure ends: everything becomes one sentence and an exit code.
    private static int Fail(Exception exception, ITerminal terminal, Phrases phrases, bool verbose)
    {
        terminal.Error.WriteLine(exception switch
        {
            OperationCanceledException => phrases.Stopped,
            OptionsValidationException options => phrases.Failure(string.Join(' ', options.Failures)),
            StoreException or IOException or UnauthorizedAccessException or InvalidDataException
                or InvalidOperationException { Source: ConfigurationBinder } => phrases.Failure(exception.Message),
            _ => phrases.FailureUnexpected(exception.GetType().Name),
        });
        if (verbose)
        {
            terminal.Error.WriteLine(exception.ToString());
        }

        return ExitCode.Failed;
    }
}

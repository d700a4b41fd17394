using System.CommandLine;
using System.CommandLine.Parsing;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;

namespace DigestBot.Cli;

/// <summary><c>schedule add [WORDS…]</c> and <c>schedule edit [WORDS…]</c>: words as in a chat, or options.</summary>
internal static class ScheduleSetVerb
{
    public static Command CreateAdd(CliContext context)
    {
        var given = new Given(context);
        var words = new ScheduleWords(context.Phrases.Culture);
        Command verb = given.AddTo(new Command("add", context.Phrases.VerbScheduleAdd));
        verb.Validators.Add(result => Check(result, words.ReadNew(given.Read(result)), context.Phrases, adds: true));
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) => session.Get<ScheduleEditor>().AddAsync(
                caller, Wishes(words.ReadNew(given.Read(result.CommandResult)), session.Phrases), cancel),
            cancellationToken));
        return verb;
    }

    public static Command CreateEdit(CliContext context)
    {
        var given = new Given(context);
        var words = new ScheduleWords(context.Phrases.Culture);
        Command verb = given.AddTo(new Command("edit", context.Phrases.VerbScheduleEdit));
        verb.Validators.Add(result => Check(result, words.ReadChange(given.Read(result)), context.Phrases, adds: false));
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) =>
            {
                ScheduleText text = words.ReadChange(given.Read(result.CommandResult));
                ScheduleWishes wishes = Wishes(text, session.Phrases);

                // To name a channel beside a schedule means that it shall post there.
                bool moves = result.GetValue(context.Globals.Channel) is not null;
                return session.Get<ScheduleEditor>().EditAsync(
                    caller, text.Which, moves ? wishes with { Channel = caller.Here } : wishes, cancel);
            },
            cancellationToken));
        return verb;
    }

    private static ScheduleWishes Wishes(ScheduleText text, Phrases phrases) => new ScheduleForm(phrases).Read(text.Values);

    // Before anything is opened: words that mean nothing are wrong usage.
    private static void Check(CommandResult result, ScheduleText text, Phrases phrases, bool adds)
    {
        var form = new ScheduleForm(phrases);
        ScheduleWishes wishes = form.Read(text.Values);
        string? wrong = form.Wrong
            ?? (text.Repeated is { } twice ? phrases.UsageOnce(twice) : null)
            ?? (adds && wishes.Times is null
                ? phrases.ScheduleTimeMissing($"{DigestBotCli.Name} schedule add iraq at 08:00 weekdays Europe/Paris")
                : null);
        if (wrong is not null)
        {
            result.AddError(wrong);
        }
    }

    /// <summary>The words and options that say what a schedule shall be.</summary>
    private sealed class Given(CliContext context)
    {
        private readonly Argument<string[]> _words = new("WORDS")
        {
            Description = context.Phrases.ArgumentScheduleWords,
            HelpName = "WORDS",
            Arity = ArgumentArity.ZeroOrMore,
        };

        private readonly (string Name, Option<string?> Option)[] _options =
        [
            Text(ScheduleParameter.Name, "NAME", context.Phrases.OptionScheduleName, context.Phrases),
            Text(ScheduleParameter.Topic, "TOPIC", context.Phrases.OptionScheduleTopic, context.Phrases),
            Text(ScheduleParameter.At, "TIMES", context.Phrases.OptionAt, context.Phrases),
            Text(ScheduleParameter.Days, "DAYS", context.Phrases.OptionDays, context.Phrases),
            Text(ScheduleParameter.Zone, "ZONE", context.Phrases.OptionZone, context.Phrases),
            Text(
                ScheduleParameter.Stories,
                "N",
                context.Phrases.OptionScheduleStories(CommandLimits.LeastStories, CommandLimits.MostStories),
                context.Phrases),
            Text(ScheduleParameter.IfEmpty, "skip|post", context.Phrases.OptionIfEmpty, context.Phrases),
            Text(ScheduleParameter.CatchUp, "30m|2h|6h|skip", context.Phrases.OptionCatchUp, context.Phrases),
            Text(ScheduleParameter.Quiet, "FROM-TO", context.Phrases.OptionQuiet, context.Phrases),
            Text(ScheduleParameter.MentionRole, "ROLE", context.Phrases.OptionMentionRole, context.Phrases),
        ];

        public Command AddTo(Command verb)
        {
            verb.Add(_words);
            foreach ((_, Option<string?> option) in _options)
            {
                verb.Add(option);
            }

            return verb;
        }

        public IReadOnlyList<TextToken> Read(CommandResult result) =>
        [
            .. Words(result.GetValue(_words) ?? []),
            .. from option in _options
               let value = result.GetValue(option.Option)
               where value is not null
               select new TextToken(value, option.Name, value, Quoted: true),
        ];

        private static (string Name, Option<string?> Option) Text(string name, string placeholder, string description, Phrases phrases) =>
            (name, CliOption.Text($"--{name}", placeholder, description, phrases));

        // The shell took the quotation marks away, so a word with a space in it was quoted; a single one is the whole text.
        private static IEnumerable<TextToken> Words(string[] words) => words is [var text]
            ? TextToken.Split(text)
            : words.SelectMany(word => word.Any(char.IsWhiteSpace) ? [Quoted(word)] : TextToken.Split(word));

        private static TextToken Quoted(string word)
        {
            int colon = word.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 && ScheduleParameter.Find(word[..colon]) is { } name
                ? new(word, name, word[(colon + 1)..], Quoted: true)
                : new(word, null, word, Quoted: true);
        }
    }
}

using System.CommandLine;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary>The options that every verb takes, before or after it.</summary>
internal sealed class GlobalOptions(Phrases phrases)
{
    public const string LangName = "--lang";

    public Option<string?> Data { get; } = CliOption.Text("--data", "DIR", phrases.OptionData, phrases);

    public Option<string?> Space { get; } = CliOption.Channel("--space", phrases.OptionSpace, phrases);

    public Option<string?> Channel { get; } = CliOption.Channel("--channel", phrases.OptionChannel, phrases);

    public Option<string?> Lang { get; } = CliOption.Language(LangName, phrases);

    public Option<bool> Json { get; } = new("--json") { Description = phrases.OptionJson };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = phrases.OptionVerbose };

    public void AddTo(Command root)
    {
        foreach (Option option in (Option[])[Data, Space, Channel, Lang, Json, Verbose])
        {
            option.Recursive = true;
            root.Add(option);
        }
    }

    public TerminalRequest Request(ParseResult result, bool samplesWhenEmpty) => new(
        result.GetValue(Data),
        result.GetValue(Space) ?? Store.Space.LocalKey,
        samplesWhenEmpty,
        result.GetValue(Verbose));
}

namespace DigestBot.Chat;

// What is wrong with a command line.
internal sealed partial class Phrases
{
    public string UsageSince(string option, string text) => Say([option, text]);

    public string UsageInstant(string option, string text) => Say([option, text]);

    public string UsageRange(string option, long least, long most, string text) => Say([option, least, most, text]);

    public string UsageChoice(string option, string choices, string text) => Say([option, choices, text]);

    public string UsageChannel(string option, string text) => Say([option, text]);

    public string UsageLanguage(string text, string languages) => Say([text, languages]);

    public string UsageUnknown(string text) => Say([text]);

    public string UsageUnknownGuess(string text, string guess) => Say([text, guess]);

    public string UsageMissing(string what, string after) => Say([what, after]);

    public string UsageOnce(string option) => Say([option]);

    public string UsageEmpty(string what) => Say([what]);

    public string UsageTwoFormats(string one, string other) => Say([one, other]);

    public string UsageHelp(string command) => Say([command]);
}

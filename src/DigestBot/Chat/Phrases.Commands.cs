namespace DigestBot.Chat;

// What chat commands are called, need and refuse.
internal sealed partial class Phrases
{
    public string CommandDigest => Say();

    public string CommandAsk => Say();

    public string CommandSearch => Say();

    public string CommandStory => Say();

    public string CommandSources => Say();

    public string CommandHelp => Say();

    public string ParameterTopic => Say();

    public string ParameterWindow => Say();

    public string ParameterStories => Say();

    public string ParameterQuestion => Say();

    public string ParameterQuery => Say();

    public string ParameterStory => Say();

    public string ParameterAction => Say();

    public string ParameterSource => Say();

    public string ParameterCommand => Say();

    public string HelpCommands => Say();

    public string HelpFollowUp => Say();

    public string HelpPromise => Say();

    public string CommandUnknown(string name) => Say([name]);

    public string CommandUnknownGuess(string name, string guess) => Say([name, guess]);

    public string CommandIncomplete(string usage) => Say([usage]);

    public string QuestionTooLong(long most, long length) => Say([most, length]);

    public string TopicTooLong(long most, long length) => Say([most, length]);

    public string WindowUnreadable(string text) => Say([text]);

    public string StoriesUnreadable(long least, long most, string text) => Say([least, most, text]);

    public string CommandMore => Say();

    public string NothingMore => Say();

    public string NothingOnScreen => Say();

    public string CommandSchedule => Say();

    public string CommandStatus => Say();

    public string ParameterScheduleAction => Say();

    public string ParameterScheduleDetails => Say();

    public string DetailsTooLong(long most, long length) => Say([most, length]);

    public string CommandsTooFast(long limit, long seconds) => Say([limit, seconds]);

    public string ParameterPrivate => Say();

    public string SwitchUnreadable(string name, string text) => Say([name, text]);

    public string ValueTooLong(string name, long most, long length) => Say([name, most, length]);

    public string ChoiceUnknown(string text, string choices) => Say([text, choices]);

    public string ParameterUnknown(string command, string name) => Say([command, name]);

    public string FollowUpUnread => Say();

    public string Thanked => Say();

    public string Greeted => Say();

    public string NothingAskedYet => Say();
}

using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary>A channel of some platform, and one person who writes there.</summary>
internal sealed record ChatRoom(TestBot Bot, Space Space)
{
    public const string Channel = "discord:12";
    public const string Manager = "discord:77";

    public bool IsManager { get; init; } = true;

    public string Language { get; init; } = "en";

    public static async Task<ChatRoom> OpenAsync(TestBot bot, CancellationToken cancellationToken) =>
        new(bot, await bot.SpaceAsync("discord:1", cancellationToken));

    /// <summary>What is said four seconds later, so that no limit is met.</summary>
    public Task<Reply> SayAsync(string text) => SendAsync(Message(text));

    /// <summary>A message with everything that a platform tells.</summary>
    public Task<Reply> SendAsync(ChatMessage message) =>
        Bot.Get<CommandRouter>().RunAsync(message, TestContext.Current.CancellationToken);

    /// <summary>A command whose arguments come by name, as from a form.</summary>
    public Task<Reply> FillInAsync(string command, params IEnumerable<(string Name, string Value)> values) =>
        Bot.Get<CommandRouter>().RunAsync(
            Message(""), command, values.ToDictionary(pair => pair.Name, pair => pair.Value), TestContext.Current.CancellationToken);

    /// <summary>Four seconds later.</summary>
    public ChatMessage Message(string text)
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(4));
        return new(Space, Channel, text, Language, IsOperator: false) { Person = Manager, IsManager = IsManager };
    }

    public async Task<string> RefusedAsync(string text) => Assert.IsType<Reply.Refusal>(await SayAsync(text)).Sentence;

    public async Task<Schedule> ShownAsync(string text) => Assert.IsType<Reply.OfSchedule>(await SayAsync(text)).Schedule;

    /// <summary>As it stands in a pipe.</summary>
    public string Print(Reply reply)
    {
        var terminal = new FakeTerminal();
        Reader reader = Reader.In(Phrases.Find(Language)!, Space.TimeZone, Bot.Clock);
        new TerminalPrinter(terminal).Print(TextLayout.Lay(reply, reader), reader.Phrases);
        return terminal.Printed;
    }
}

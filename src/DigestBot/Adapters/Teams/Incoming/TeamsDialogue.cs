using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Lets the router answer, and lays out what it says for whoever asked.</summary>
internal sealed class TeamsDialogue(CommandRouter router, TeamsForms forms, TimeProvider clock)
{
    private const string Schedule = "schedule";

    /// <summary>Runs what a text says.</summary>
    public Task<Reply> RunAsync(ChatMessage message, CancellationToken cancellationToken) =>
        router.RunAsync(Within(message, TeamsForms.CommandOf(message.Text)), cancellationToken);

    /// <summary>Runs a command whose arguments are given by name.</summary>
    public Task<Reply> RunAsync(
        ChatMessage message, string command, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken) =>
        router.RunAsync(Within(message, command), command, values, cancellationToken);

    /// <summary>The reply as messages; below lists that can be changed stand buttons for that.</summary>
    public IReadOnlyList<Activity> Lay(Reply reply, ChatMessage message)
    {
        IReadOnlyList<JsonNode> buttons = TeamsForms.CommandOf(message.Text) is { } command && reply is not Reply.Refusal and not Reply.Plain
            ? forms.Buttons(command, message)
            : [];
        return buttons.Count == 0
            ? TeamsLayout.Lay(reply, message.ReaderOf(reply.IsPrivate, clock))
            : [.. TeamsLayout.Cards(reply, buttons, message.ReaderOf(reply.IsPrivate, clock)).Select(card => TeamsLayout.Message(card.Card, card.Summary))];
    }

    public Reader ReaderOf(ChatMessage message) => message.ReaderOf(isPrivate: false, clock);

    public Reader ReaderIn(Phrases phrases) => Reader.In(phrases, "Etc/UTC", clock);

    public static Phrases PhrasesOf(ChatMessage message) => Phrases.Find(message.Language ?? message.Space.Language) ?? Phrases.English;

    // What is planned in a thread is for its channel: a digest begins a thread of its own.
    private static ChatMessage Within(ChatMessage message, string? command) =>
        command == Schedule ? message with { Channel = ThreadId.Channel(message.Channel) } : message;
}

using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Lets the router answer, and lays out what it says for whoever asked.</summary>
internal sealed class DiscordDialogue(CommandRouter router, SubjectFinder subjects, DirectChats direct, TimeProvider clock)
{
    /// <summary>Runs a command whose arguments are given by name.</summary>
    public async Task<InteractionAnswer.Say> RunAsync(
        ChatMessage message, string command, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        Reply reply = await router.RunAsync(message, command, values, cancellationToken);
        return new([.. await LayAsync(reply, message, cancellationToken), .. await AsideAsync(message, cancellationToken)], reply.IsPrivate);
    }

    /// <summary>What whoever asked has to know beside the answer, for them alone: mostly nothing.</summary>
    public async Task<IReadOnlyList<MessageProperties>> AsideAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        Reader reader = ReaderOf(message, isPrivate: true);
        return await direct.TakeTroubleAsync(message, reader.Phrases, cancellationToken) is { } sentence
            ? [DiscordLayout.Lay(sentence, reader) with { Flags = MessageFlags.Ephemeral }]
            : [];
    }

    /// <summary>Runs what a text says.</summary>
    public Task<Reply> RunAsync(ChatMessage message, CancellationToken cancellationToken) => router.RunAsync(message, cancellationToken);

    public async Task<IReadOnlyList<MessageProperties>> LayAsync(Reply reply, ChatMessage message, CancellationToken cancellationToken)
    {
        string? digestId = reply is Reply.OfAnswer ? await SubjectOfAsync(reply, message, cancellationToken) : null;
        return DiscordLayout.Lay(reply, ReaderOf(message, reply.IsPrivate), digestId);
    }

    /// <summary>A sentence of the bot's own, for whoever asked and nobody else.</summary>
    public InteractionAnswer.Say Refuse(string sentence, Phrases phrases) =>
        new([DiscordLayout.Lay(sentence, Reader.In(phrases, "Etc/UTC", clock))], IsPrivate: true);

    public Reader ReaderOf(ChatMessage message, bool isPrivate) => message.ReaderOf(isPrivate, clock);

    public static Phrases PhrasesOf(ChatMessage message) => Phrases.Find(message.Language ?? message.Space.Language) ?? Phrases.English;

    // What the next question will be about, for the button below the answer.
    private async Task<string?> SubjectOfAsync(Reply reply, ChatMessage message, CancellationToken cancellationToken)
    {
        var call = new CommandCall(message, ReaderOf(message, reply.IsPrivate), CommandArguments.None) { IsPrivate = reply.IsPrivate };
        return (await subjects.FindAsync(call, cancellationToken)).Digest?.Id;
    }
}

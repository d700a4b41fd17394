using DigestBot.Digests;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary><c>/digest topic? window? stories?</c>: composes a digest, which the conversation is then about.</summary>
internal sealed class DigestCommand(
    DigestComposer composer, ConversationStore conversations, IOptions<DigestOptions> options) : IChatCommand
{
    private const string Topic = "topic";
    private const string Window = "window";
    private const string Stories = "stories";

    public CommandDefinition Definition { get; } = new("digest", phrases => phrases.CommandDigest,
    [
        new(Topic, ParameterKind.Topic, false, false, phrases => phrases.ParameterTopic),
        new(Window, ParameterKind.Window, false, false, phrases => phrases.ParameterWindow),
        new(Stories, ParameterKind.Stories, false, false, phrases => phrases.ParameterStories),
    ]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var request = new DigestRequest(
            call.Message.Space,
            call.Arguments.Text(Topic),
            call.Arguments.Window(Window, options.Value.Window),
            AsOf: null,
            call.Arguments.Number(Stories),
            Sentences: null);
        Digest digest = await composer.ComposeAsync(request, cancellationToken);
        if (digest.Stories.Count > 0)
        {
            await conversations.SaveAsync(
                call.Message.Space, call.Message.Channel, new(digest.Id, []), cancellationToken);
        }

        return new Reply.OfDigest(digest);
    }
}

using DigestBot.Digests;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary><c>/digest topic? window? stories? private?</c>: composes a digest, which the conversation is then about.</summary>
internal sealed class DigestCommand(DigestDesk desk, IOptions<DigestOptions> options) : IChatCommand
{
    public const string Name = "digest";

    private const string Topic = "topic";
    private const string Window = "window";
    private const string Stories = "stories";
    private const string Exact = "exact";

    public CommandDefinition Definition { get; } = new(Name, phrases => phrases.CommandDigest,
    [
        new(Topic, ParameterKind.Topic, false, false, phrases => phrases.ParameterTopic) { Suggests = SuggestionSource.Topics },
        new(Window, ParameterKind.Window, false, false, phrases => phrases.ParameterWindow) { Suggests = SuggestionSource.Windows },
        new(Stories, ParameterKind.Stories, false, false, phrases => phrases.ParameterStories),
        CommandParameter.Optional(Exact, ParameterKind.Switch, phrases => phrases.ParameterExact),
        CommandDefinition.PrivateParameter,
    ]);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var request = new DigestRequest(
            call.Message.Space,
            call.Arguments.Text(Topic),
            call.Arguments.Window(Window, options.Value.Window),
            AsOf: null,
            call.Arguments.Number(Stories),
            Sentences: null)
        {
            Exact = call.Arguments.Text(Exact) is null ? null : call.Arguments.Switch(Exact),
        };
        return new Reply.OfDigest(await desk.ComposeAsync(call, request, cancellationToken));
    }
}

using DigestBot.Digests;

namespace DigestBot.Commands.People;

/// <summary><c>/catchup</c>: what is new to whoever asks since they asked last; for them alone.</summary>
internal sealed class CatchUpCommand(CatchUpDesk desk, SubjectFinder subjects) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("catchup", phrases => phrases.CommandCatchUp, []) { PrivateByDefault = true };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Digest digest = await desk.TellAsync(call.Message.Space, call.Message.Person, stories: null, cancellationToken);
        if (digest.Stories.Count == 0)
        {
            return new Reply.Plain(call.Phrases.CatchUpNothing(call.Reader.Moment(digest.Window.From)));
        }

        await subjects.SaveAsync(call, new(digest.Id, []), cancellationToken);
        return new Reply.OfDigest(digest);
    }
}

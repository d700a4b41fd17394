using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands.People;

/// <summary><c>/catchup</c>: what is new to whoever asks since they asked last; for them alone.</summary>
internal sealed class CatchUpCommand(CatchUpComposer composer, PersonStore people, SubjectFinder subjects) : IChatCommand
{
    public CommandDefinition Definition { get; } = new("catchup", phrases => phrases.CommandCatchUp, []) { PrivateByDefault = true };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ChatMessage message = call.Message;
        Person person = await people.FindAsync(message.Space, message.Person, cancellationToken) ?? Person.Unknown;
        Digest digest = await composer.ComposeAsync(message.Space, person, cancellationToken);
        bool isSilent = digest.Stories.Count == 0;
        await people.CaughtUpAsync(
            message.Space, message.Person, digest.Window.To, isSilent ? person.CaughtUpDigest : digest.Id, cancellationToken);
        if (isSilent)
        {
            return new Reply.Plain(call.Phrases.CatchUpNothing(call.Reader.Moment(digest.Window.From)));
        }

        await subjects.SaveAsync(call, new(digest.Id, []), cancellationToken);
        return new Reply.OfDigest(digest);
    }
}

using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands.People;

/// <summary>Tells people what is new to them, and remembers until when they were told.</summary>
internal sealed class CatchUpDesk(CatchUpComposer composer, PersonStore people)
{
    /// <returns>Without stories where nothing is new.</returns>
    public async Task<Digest> TellAsync(Space space, string person, int? stories, CancellationToken cancellationToken)
    {
        Person known = await people.FindAsync(space, person, cancellationToken) ?? Person.Unknown;
        Digest digest = await composer.ComposeAsync(space, known, stories, cancellationToken);
        await people.CaughtUpAsync(
            space, person, digest.Window.To, digest.Stories.Count == 0 ? known.CaughtUpDigest : digest.Id, cancellationToken);
        return digest;
    }

    /// <summary>More of what they were told last; what is told now is not new to them next time either.</summary>
    public async Task<Digest> TellMoreAsync(
        Space space, string person, Digest shown, CatchUp begin, int stories, CancellationToken cancellationToken)
    {
        Digest longer = await composer.ComposeLongerAsync(space, shown, begin, stories, cancellationToken);
        if (await people.FindAsync(space, person, cancellationToken) is { CaughtUpAt: { } at } known
            && known.CaughtUpDigest == shown.Id
            && longer.Stories.Count > shown.Stories.Count)
        {
            await people.CaughtUpAsync(space, person, at, longer.Id, cancellationToken);
        }

        return longer;
    }
}

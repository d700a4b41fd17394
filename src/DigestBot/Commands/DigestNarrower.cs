using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>Composes the digest on screen once more: from some sources only, or over another time.</summary>
internal sealed class DigestNarrower(DigestDesk desk, OutletFinder outlets)
{
    /// <param name="call">Who asks.</param>
    /// <param name="shown">What is on screen; null for nothing.</param>
    /// <param name="now">What is said otherwise.</param>
    /// <param name="outlet">The sources that it names; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null where that cannot be said of what is on screen.</returns>
    public async Task<Reply?> NarrowAsync(CommandCall call, Digest? shown, TurnScope now, Outlet? outlet, CancellationToken cancellationToken)
    {
        if (shown is not { Story: null, CatchUp: null } || now is not { Topic: null, Language: null })
        {
            return null;
        }

        // The window of what is shown, not the one asked for: it may have fallen back to older news.
        Space space = call.Message.Space;
        var request = new DigestRequest(
            space, shown.Topic, now.Since ?? (shown.Window.To - shown.Window.From), now.Seconds is null ? shown.Window.To : null, Stories: null, Sentences: null)
        {
            Also = shown.Also ?? [],
            Only = outlet?.ToSources() ?? await SourcesAsync(space, shown, cancellationToken),
        };
        Digest digest = await desk.ComposeAsync(call, request, cancellationToken);
        return digest is { Stories: [], Only: { } names }
            ? new Reply.Plain(call.Phrases.NarrowNothing(call.Phrases.NarrowSources(call.Phrases.List(names))))
            : new Reply.OfDigest(digest);
    }

    /// <summary>The sources that a digest is from alone; null for any.</summary>
    public async Task<DigestSources?> SourcesAsync(Space space, Digest shown, CancellationToken cancellationToken) =>
        shown.Only is { } names ? new(await outlets.IdsAsync(space, names, cancellationToken), names) : null;
}

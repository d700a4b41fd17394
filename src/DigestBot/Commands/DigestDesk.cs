using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary>Composes digests for a conversation, which is about them from then on.</summary>
internal sealed class DigestDesk(DigestComposer composer, SubjectFinder subjects)
{
    public async Task<Digest> ComposeAsync(CommandCall call, DigestRequest request, CancellationToken cancellationToken)
    {
        Digest digest = await composer.ComposeAsync(request, cancellationToken);
        if (digest.Stories.Count > 0)
        {
            await subjects.SaveAsync(call, new(digest.Id, []), cancellationToken);
        }

        return digest;
    }
}

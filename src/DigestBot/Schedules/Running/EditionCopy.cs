using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;

namespace DigestBot.Schedules.Running;

/// <summary>A digest as one or many channels are shown it, with its renderings.</summary>
/// <remarks>Safe to call concurrently.</remarks>
/// <param name="digest">With its id.</param>
/// <param name="sentences">Every sentence that its stories show.</param>
/// <param name="corrected">What it tells of sentences that were shown before.</param>
internal sealed class EditionCopy(Digest digest, IReadOnlyList<ShownQuote> sentences, IReadOnlyList<ShownCorrection> corrected)
{
    private const int MostRenderings = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<Look, IReadOnlyList<string>> _bodies = [];
    private readonly Lazy<IReadOnlyList<ToldStory>> _told = new(() => [.. ToldStory.Of(digest)]);

    public Digest Digest => digest;

    public IReadOnlyList<ShownQuote> Sentences => sentences;

    public IReadOnlyList<ShownCorrection> Corrected => corrected;

    /// <summary>Its sentences by what they say.</summary>
    public IReadOnlyList<ToldStory> Told => _told.Value;

    public bool IsEmpty => digest.Stories.Count == 0;

    /// <summary>One body for each part; laid out once for all channels with the same platform, language and zone.</summary>
    public IReadOnlyList<string> Lay(IChatAdapter adapter, Reader reader, DateTimeOffset due, bool late)
    {
        var look = new Look(adapter.Platform, reader.Phrases.Language, reader.Zone.Id, due, late);
        lock (_gate)
        {
            if (!_bodies.TryGetValue(look, out IReadOnlyList<string>? bodies))
            {
                if (_bodies.Count >= MostRenderings)
                {
                    _bodies.Clear();
                }

                bodies = adapter.Lay(new DigestPost(digest, due, late), reader);
                _bodies.Add(look, bodies.Count > 0 ? bodies : throw new InvalidOperationException($"The {adapter.Platform} adapter laid out nothing."));
            }

            return bodies;
        }
    }

    private sealed record Look(ChatPlatform Platform, string Language, string Zone, DateTimeOffset Due, bool Late);
}

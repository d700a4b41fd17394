using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>Keeps composed digests as documents; each is one row, whatever it is rendered for.</summary>
internal sealed class DigestArchive(DigestStore digests)
{
    private const int IdLength = 12;
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Gives the digest its id, a hash of its content and its space, and stores it.</summary>
    public async Task<Digest> KeepAsync(Space space, Digest digest, CancellationToken cancellationToken)
    {
        Digest kept = Seal(digest, space.Key);
        await digests.SaveAsync(space, kept.Id, StoryRanker.Version, Write(kept), Quoted(kept), cancellationToken);
        return kept;
    }

    /// <summary>Gives the digest an id that is a hash of its content alone: equal digests of many spaces are one.</summary>
    public static Digest Seal(Digest digest) => Seal(digest, "");

    /// <summary>Keeps a sealed digest for each of these spaces, as part of a transaction; its document is stored once.</summary>
    public Task AddAsync(StoreTransaction transaction, IReadOnlyCollection<long> spaces, Digest digest) =>
        digests.AddAsync(transaction, spaces, digest.Id, StoryRanker.Version, Write(digest), Quoted(digest));

    /// <summary>Null when the space has no such digest, or it is older than the retention.</summary>
    public async Task<Digest?> FindAsync(Space space, string id, CancellationToken cancellationToken) =>
        await digests.FindAsync(space, id, cancellationToken) is { } document
            ? JsonSerializer.Deserialize(document, DigestJson.Default.Digest)
            : null;

    /// <summary>Several, each as one space has it; without those that are not kept any more.</summary>
    public async Task<IReadOnlyList<Digest>> FindAllAsync(
        IReadOnlyCollection<(long SpaceId, string Id)> wanted, CancellationToken cancellationToken) =>
    [
        .. (await digests.FindAllAsync(wanted, cancellationToken))
            .Select(document => JsonSerializer.Deserialize(document, DigestJson.Default.Digest))
            .OfType<Digest>(),
    ];

    private static Digest Seal(Digest digest, string owner) => digest with { Id = Hash(Write(digest with { Id = owner })) };

    private static long[] Quoted(Digest digest) =>
    [
        .. digest.Stories.SelectMany(story => story.Quotes).Concat((digest.Corrections ?? []).Select(correction => correction.Quote))
            .Select(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0).Distinct(),
    ];

    private static string Write(Digest digest) => JsonSerializer.Serialize(digest, DigestJson.Default.Digest);

    // Sixty bits in letters that are told apart when read aloud.
    private static string Hash(string content) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(content)).Take(IdLength).Select(b => Alphabet[b % Alphabet.Length]));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
        string content = JsonSerializer.Serialize(digest with { Id = space.Key }, DigestJson.Default.Digest);
        Digest kept = digest with { Id = Hash(content) };
        await digests.SaveAsync(
            space, kept.Id, StoryRanker.Version, JsonSerializer.Serialize(kept, DigestJson.Default.Digest), cancellationToken);
        return kept;
    }

    /// <summary>Null when the space has no such digest, or it is older than the retention.</summary>
    public async Task<Digest?> FindAsync(Space space, string id, CancellationToken cancellationToken) =>
        await digests.FindAsync(space, id, cancellationToken) is { } document
            ? JsonSerializer.Deserialize(document, DigestJson.Default.Digest)
            : null;

    // Sixty bits in letters that are told apart when read aloud.
    private static string Hash(string content) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(content)).Take(IdLength).Select(b => Alphabet[b % Alphabet.Length]));
}

using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Answers;

/// <summary>Finds the sources that somebody means by a name or a domain, among those that the space may see.</summary>
internal sealed class OutletFinder(SourceStore sources)
{
    private const int MostNamed = 8;

    // Whether it is The Guardian or the Guardian makes no difference.
    private static readonly string[] Articles = ["the", "le", "la", "les", "der", "die", "das", "el", "il"];

    /// <summary>Null where the space sees none that is called so.</summary>
    /// <param name="space">Who asks.</param>
    /// <param name="name">A name, or a domain: <c>reuters.com</c>, or its first part.</param>
    /// <param name="isLoose">True where the words may be a part of the name: Reuters is in Reuters World News.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outlet?> FindAsync(Space space, string name, bool isLoose, CancellationToken cancellationToken)
    {
        string wanted = WordsOf(name);
        if (wanted.Length == 0)
        {
            return null;
        }

        IReadOnlyList<Source> all = await sources.ListAsync(space, cancellationToken);
        Source[] found = [.. all.Where(source => WordsOf(source.Name) == wanted || IsAt(source, name))];
        if (found.Length == 0 && isLoose)
        {
            found = [.. all.Where(source => $" {WordsOf(source.Name)} ".Contains($" {wanted} ", StringComparison.Ordinal))];
        }

        return found.Length == 0
            ? null
            : new([.. found.Select(source => source.Id)], [.. found.Select(source => source.Name).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Those of the sources that the space sees which are called so.</summary>
    public async Task<IReadOnlyList<long>> IdsAsync(Space space, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        [.. (await sources.ListAsync(space, cancellationToken)).Where(source => names.Contains(source.Name, StringComparer.Ordinal)).Select(source => source.Id)];

    /// <summary>What may be named instead; nothing of what the space does not see.</summary>
    public async Task<UnknownOutlet> UnknownAsync(Space space, string name, CancellationToken cancellationToken)
    {
        string[] names = [.. (await sources.ListAsync(space, cancellationToken)).Where(source => !source.Hidden)
            .Select(source => source.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(name, [.. names.Take(MostNamed)], Math.Max(0, names.Length - MostNamed));
    }

    // reuters.com is also at feeds.reuters.com; "reuters" is as good, but "feeds" is not.
    private static bool IsAt(Source source, string name)
    {
        if (!Uri.TryCreate(source.Location, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
        {
            return false;
        }

        string host = $".{address.Host.ToLowerInvariant()}";
        string wanted = name.Trim().ToLowerInvariant();
        string[] labels = host.Split('.');
        return wanted.Contains('.', StringComparison.Ordinal)
            ? host.EndsWith($".{(wanted.StartsWith("www.", StringComparison.Ordinal) ? wanted[4..] : wanted)}", StringComparison.Ordinal)
            : labels.Length > 2 && labels[^2] == wanted;
    }

    private static string WordsOf(string name)
    {
        string[] words = new string([.. name.Normalize().Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words is [var first, _, ..] && Articles.Contains(first, StringComparer.Ordinal) ? words[1..] : words);
    }
}

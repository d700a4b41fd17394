using System.Globalization;

namespace DigestBot.Store;

/// <summary>Tokens that stand in the index beside an article's terms and say who may see it.</summary>
/// <remarks>
/// They begin with an underscore, which no term does. Only articles that not everybody may see are marked: a mark on
/// every other article would have to be walked along with every term, at a cost that grows with the store.
/// </remarks>
internal static class ScopeToken
{
    /// <summary>On articles of sources that are not shared.</summary>
    public const string Private = "_private";

    public static string Source(long sourceId) => string.Create(CultureInfo.InvariantCulture, $"_s{sourceId}");
}

using System.Globalization;

namespace DigestBot.Store;

/// <summary>Tokens that stand in the index beside an article's terms and say where it came from.</summary>
/// <remarks>They begin with an underscore, which no term holds.</remarks>
internal static class ScopeToken
{
    public const string Shared = "_shared";

    public static string Source(long sourceId) => string.Create(CultureInfo.InvariantCulture, $"_s{sourceId}");
}

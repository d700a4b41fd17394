using System.Globalization;

namespace DigestBot.News;

/// <summary>Ids of articles begin with the effective date, so that a window of time is a range of ids.</summary>
/// <remarks>
/// Invariant: id order is effective-date order, to the second. The low 30 bits tell articles of one second apart.
/// The index walks ids downwards and so finds the newest first without sorting.
/// </remarks>
internal static class ArticleId
{
    private const int LowBits = 30;
    private const long LowMask = (1L << LowBits) - 1;
    private const long MaxSecond = (1L << (63 - LowBits)) - 1;

    /// <summary>An id for an article of <paramref name="effective"/>; <paramref name="salt"/> spreads those of one second.</summary>
    public static long Create(DateTimeOffset effective, long salt) => First(effective) | (salt & LowMask);

    /// <summary>The next id of the same second, to try when <paramref name="id"/> is taken.</summary>
    public static long Next(long id) => (id & ~LowMask) | ((id + 1) & LowMask);

    /// <summary>The smallest id that an article of this second can have.</summary>
    public static long First(DateTimeOffset effective) =>
        Math.Clamp(effective.ToUnixTimeSeconds(), 0, MaxSecond) << LowBits;

    /// <summary>The largest id that an article of this second can have.</summary>
    public static long Last(DateTimeOffset effective) => First(effective) | LowMask;

    /// <summary>The effective date that the id begins with, to the second.</summary>
    public static DateTimeOffset Effective(long id) => DateTimeOffset.FromUnixTimeSeconds(id >> LowBits);

    public static string Format(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}

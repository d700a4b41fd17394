using System.Globalization;
using DigestBot.Delivery;

namespace DigestBot.Commands.Settings;

/// <summary>
/// The word with which somebody confirms that a space is to be forgotten: theirs alone, for this space, for some minutes.
/// </summary>
/// <remarks>It guards against slips, not against managers. Nothing is stored, so every node knows it.</remarks>
internal static class ForgetCode
{
    public const int Length = 6;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public static string Of(string space, string person, DateTimeOffset now) => At(space, person, now.UtcTicks / Step.Ticks);

    /// <summary>True from when the code was told until ten to twenty minutes later.</summary>
    public static bool Is(string code, string space, string person, DateTimeOffset now)
    {
        long step = now.UtcTicks / Step.Ticks;
        string typed = code.Trim();
        return Same(typed, At(space, person, step)) || Same(typed, At(space, person, step - 1));
    }

    private static string At(string space, string person, long step) =>
        Nonce.Of(string.Create(CultureInfo.InvariantCulture, $"forget/{space}/{person}/{step}"))[..Length];

    private static bool Same(string typed, string code) => string.Equals(typed, code, StringComparison.OrdinalIgnoreCase);
}

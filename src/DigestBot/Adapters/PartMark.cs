using System.Globalization;

namespace DigestBot.Adapters;

/// <summary>Which quotes of a digest a part shows, as its buttons carry it.</summary>
/// <remarks>Quotes are counted, not pages: a part keeps its meaning although a later version packs digests in another way.</remarks>
/// <param name="Part">From 1.</param>
/// <param name="First">Index of its first quote among all of the digest, from 0.</param>
/// <param name="Count">How many follow from there.</param>
internal sealed record PartMark(int Part, int First, int Count)
{
    private const char Between = '-';

    /// <returns>Null for anything that <see cref="ToString"/> did not write.</returns>
    public static PartMark? Parse(string? argument) =>
        argument?.Split(Between) is [var part, var first, var count]
        && Number(part) is { } p && Number(first) is { } f && Number(count) is { } c
            ? new(p, f, c)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}{Between}{First}{Between}{Count}");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

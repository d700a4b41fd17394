using System.Text.RegularExpressions;
using DigestBot.Chat;

namespace DigestBot.Adapters.Discord;

/// <summary>The line below a digest, where people read its id.</summary>
internal static partial class DiscordFooter
{
    private const string Between = " · ";

    public static string Write(string digestId, int page, int pages, Phrases phrases)
    {
        string[] pieces =
        [
            .. digestId.Length > 0 ? [phrases.DigestFooter(digestId)] : (string[])[],
            .. pages > 1 ? [phrases.DigestPart(page, pages)] : (string[])[],
        ];
        string line = string.Join(Between, pieces);
        return phrases.RightToLeft ? Bidi.RightToLeftMark + line : line;
    }

    /// <summary>The id in a footer of ours, in whatever language it was written; null where there is none.</summary>
    public static string? DigestId(string? footer) => footer is null ? null : Phrases.Languages
        .Select(language => DigestId(footer, Phrases.Find(language) ?? Phrases.English))
        .FirstOrDefault(id => id is not null);

    private static string? DigestId(string footer, Phrases phrases)
    {
        const string Place = "\uE000";
        string before = phrases.DigestFooter(Place).Split(Place)[0];
        string line = footer.TrimStart(Bidi.RightToLeftMark);
        return line.StartsWith(before, StringComparison.Ordinal) && Id().Match(line[before.Length..]) is { Success: true } id
            ? id.Value
            : null;
    }

    [GeneratedRegex("^[0-9a-z]+(?![0-9A-Za-z])")]
    private static partial Regex Id();
}

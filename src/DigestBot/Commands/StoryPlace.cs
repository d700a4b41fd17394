using System.Globalization;
using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary>A story of a digest, or one of its quotes, as people write it: 2, 2.1, or the story's id.</summary>
/// <param name="Story">Place in the digest, from 1.</param>
/// <param name="Quote">Place among the story's quotes, from 1; null for the whole story.</param>
internal readonly record struct StoryPlace(int Story, int? Quote)
{
    /// <summary>Null or nothing means the first story. Whether there is such a quote is not looked at.</summary>
    public static bool TryParse(string? text, Digest digest, out StoryPlace place)
    {
        string[] numbers = (string.IsNullOrWhiteSpace(text) ? "1" : text.Trim()).Split('.');
        int story = digest.Stories.ToList().FindIndex(story => story.Id == numbers[0]) + 1;
        int? quote = null;
        bool isRead = numbers.Length <= 2 && (story > 0 || IsPlace(numbers[0], out story));
        if (isRead && numbers.Length == 2)
        {
            isRead = IsPlace(numbers[1], out int number);
            quote = number;
        }

        place = new(story, quote);
        return isRead;
    }

    private static bool IsPlace(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}

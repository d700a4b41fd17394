namespace DigestBot.Ingest.Reading;

/// <summary>"2004년 05월 28일 오전 01:31:15" and "2004-05-25 오후 11:23:17", which are in Korea's time.</summary>
internal static class KoreanDates
{
    public static string ToWords(string text)
    {
        if (!text.AsSpan().ContainsAny("년월일오"))
        {
            return text;
        }

        string words = text
            .Replace("년 ", "-", StringComparison.Ordinal).Replace("년", "-", StringComparison.Ordinal)
            .Replace("월 ", "-", StringComparison.Ordinal).Replace("월", "-", StringComparison.Ordinal)
            .Replace("일", " ", StringComparison.Ordinal);
        string half = words.Contains("오후", StringComparison.Ordinal) ? " pm"
            : words.Contains("오전", StringComparison.Ordinal) ? " am"
            : string.Empty;
        return words.Replace("오후", " ", StringComparison.Ordinal).Replace("오전", " ", StringComparison.Ordinal) + half + " KST";
    }
}

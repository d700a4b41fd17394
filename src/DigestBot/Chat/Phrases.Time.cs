namespace DigestBot.Chat;

// How times, windows and quotations are written.
internal sealed partial class Phrases
{
    public string MomentPattern => Say();

    public string DatePattern => Say();

    public string DayPattern => Say();

    public string Quote(string sentence) => Say([sentence]);

    public string ListSeparator => Say();

    public string WindowBetween(string from, string to) => Say([from, to]);

    public string WindowUntil(string to) => Say([to]);
}

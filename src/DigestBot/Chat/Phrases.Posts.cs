namespace DigestBot.Chat;

// What a digest says that is posted by a schedule.
internal sealed partial class Phrases
{
    public string DigestLate(string due) => Say([due]);

    public string DigestNothingNew(string topic) => Say([topic]);

    public string DigestNothingNewAll => Say();
}

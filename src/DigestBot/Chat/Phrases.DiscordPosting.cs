namespace DigestBot.Chat;

// How digests are posted in one channel of Discord.
internal sealed partial class Phrases
{
    public string CommandPosting => Say();

    public string ParameterPostingChannel => Say();

    public string ParameterPostingThread => Say();

    public string ParameterPostingPublish => Say();

    public string ParameterPostingTag => Say();

    public string PostingIs(string channel, string thread, string publish, string tag) => Say([channel, thread, publish, tag]);

    public string PostingYes => Say();

    public string PostingNo => Say();

    public string PostingAsConfigured => Say();

    public string PostingNone => Say();
}

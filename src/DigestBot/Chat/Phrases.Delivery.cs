namespace DigestBot.Chat;

// What is told about posts.
internal sealed partial class Phrases
{
    public string ChannelParked(string channel, string why) => Say([channel, why]);

    public string ChannelReopened(string channel) => Say([channel]);
}

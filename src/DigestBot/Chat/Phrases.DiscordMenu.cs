namespace DigestBot.Chat;

// Commands in the menu of a message on Discord: at most 32 characters.
internal sealed partial class Phrases
{
    public string MenuAskAboutThis => Say();

    public string MenuShowSources => Say();
}

namespace DigestBot.FakeDiscord.Faults;

/// <summary>Whose limit was reached: the bot's for this route, the bot's for all, or one that it shares with others.</summary>
public enum RateScope
{
    User,
    Global,
    Shared,
}

namespace DigestBot.Discord;

/// <summary>How one message refers to another.</summary>
public enum MessageReferenceType
{
    Reply = 0,
    Forward = 1,
}

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>Whose source an article is stored in.</summary>
internal enum Owner
{
    Everyone,
    EveryoneToo,
    A,
    B,
}

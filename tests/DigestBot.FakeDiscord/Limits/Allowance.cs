using DigestBot.FakeDiscord.Faults;

namespace DigestBot.FakeDiscord.Limits;

/// <summary>What a bucket says to a request: the headers, and the time to wait if there was no room for it.</summary>
internal sealed record Allowance(IReadOnlyList<(string Name, string Value)> Headers, TimeSpan? Wait, RateScope Scope);

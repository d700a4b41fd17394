using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>One store of the bundled samples for all tests that only read: as a fresh clone finds it.</summary>
public sealed class SampleBot : IDisposable
{
    internal BotTerminal Terminal { get; } = new();

    public void Dispose() => Terminal.Dispose();
}

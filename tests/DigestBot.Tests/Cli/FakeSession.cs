using DigestBot.Cli;
using DigestBot.Store;

namespace DigestBot.Tests.Cli;

/// <summary>An opened store of which every part fails; it remembers whether it was closed.</summary>
internal sealed class FakeSession(string? spaceLanguage, string? configuredLanguage, bool usesSamples = false)
    : ITerminalSession
{
    public Space Space { get; } = new(1, "console:local", "Etc/UTC", spaceLanguage);

    public string? Language => configuredLanguage;

    public bool UsesSamples => usesSamples;

    public bool Closed { get; private set; }

    public T Get<T>()
        where T : notnull => throw new StoreException("broken");

    public ValueTask DisposeAsync()
    {
        Closed = true;
        return ValueTask.CompletedTask;
    }
}

using System.Globalization;

namespace DigestBot.Delivery;

/// <summary>Who holds a lease: this process, and no later one that happens to get its number.</summary>
internal sealed class NodeName(Random random)
{
    /// <summary>Such as <c>web1/4711/9f3c2a</c>.</summary>
    public string Value { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{random.Next(0x1000000):x6}");

    public override string ToString() => Value;
}

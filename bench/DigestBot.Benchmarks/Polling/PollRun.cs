using System.Globalization;
using System.Text.Json;

namespace DigestBot.Benchmarks.Polling;

/// <summary>What the processes of one measurement must agree on.</summary>
/// <param name="Place">The folder of the store.</param>
/// <param name="Sources">How many sources there are, each on a host of its own.</param>
/// <param name="Port">Where all hosts listen.</param>
/// <param name="Shown">What the clock shows at <paramref name="Since"/>.</param>
/// <param name="Since">When the measurement began.</param>
/// <param name="Factor">How much faster the clock goes.</param>
internal sealed record PollRun(string Place, int Sources, int Port, DateTimeOffset Shown, DateTimeOffset Since, int Factor)
{
    private const int HostsOfRow = 250;

    public FastClock Clock() => new(Shown, Since, Factor);

    public static PollRun Parse(string text) => JsonSerializer.Deserialize<PollRun>(text)!;

    public override string ToString() => JsonSerializer.Serialize(this);

    /// <summary>All of 127.0.0.0/8 is this machine.</summary>
    public string Host(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"127.0.{1 + (number / HostsOfRow)}.{1 + (number % HostsOfRow)}:{Port}");

    public static int Number(System.Net.IPAddress address) =>
        address.MapToIPv4().GetAddressBytes() is [_, _, byte row, byte column] ? ((row - 1) * HostsOfRow) + column - 1 : -1;
}

using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Stops a host that would take activities without tokens from other machines.</summary>
internal sealed class EmulatorGuard(IOptions<BotFrameworkOptions> options, IServer? server = null) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The addresses are known once the server listens. Until then every request is checked by where it comes from.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Emulator && Addresses().FirstOrDefault(address => !IsLoopback(address)) is { } open)
        {
            throw new InvalidOperationException(
                $"Emulator is on, which takes activities from anybody, and the bot listens on {open}; "
                + "listen on 127.0.0.1 only, or switch Emulator off.");
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether an address that a server was told to listen on is one of this machine only.</summary>
    internal static bool IsLoopback(string address)
    {
        // "http://*:80" and "http://+:80" are no addresses that Uri would read.
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)));
    }

    private ICollection<string> Addresses() => server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}

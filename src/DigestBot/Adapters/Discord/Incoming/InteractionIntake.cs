using System.Collections.Concurrent;
using System.Text.Json;
using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Takes interactions that come over HTTP: what Discord has signed, and nothing else.</summary>
/// <remarks>They are answered through the API like those of the gateway, so that both ways are one.</remarks>
internal sealed partial class InteractionIntake(
    DiscordInteractions interactions, IOptions<DiscordOptions> options, TimeProvider clock, ILogger<InteractionIntake> logger) : IAsyncDisposable
{
    /// <summary>Longer requests are not read. A message command brings a whole message along, which is some kilobytes.</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostRunning = 512;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly InteractionVerifier? _verifier = options.Value.PublicKey is { Length: > 0 } key ? new(key, clock) : null;
    private readonly ConcurrentDictionary<ulong, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <param name="signature">Header X-Signature-Ed25519.</param>
    /// <param name="timestamp">Header X-Signature-Timestamp.</param>
    /// <param name="body">As it came.</param>
    /// <param name="arrivedAt">By <see cref="TimeProvider.GetTimestamp"/>, before the body was read.</param>
    public IntakeResult Take(string? signature, string? timestamp, ReadOnlySpan<byte> body, long arrivedAt)
    {
        if (_verifier?.Verify(signature, timestamp, body) != true)
        {
            return IntakeResult.NotSigned;
        }

        if (Read(body) is not { } interaction)
        {
            return IntakeResult.Unreadable;
        }

        if (interaction.Type == InteractionType.Ping)
        {
            return IntakeResult.Ping;
        }

        if (_running.Count >= MostRunning)
        {
            LogFull(MostRunning);
            return IntakeResult.Full;
        }

        // Sent again within the time that a signature is good for, it is known by its id and not answered twice.
        Task running = Task.Run(() => RunAsync(interaction with { ReceivedTimestamp = arrivedAt }), CancellationToken.None);
        _running[interaction.Id] = running;
        if (running.IsCompleted)
        {
            _running.TryRemove(interaction.Id, out _);
        }

        return IntakeResult.Taken;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Task.WhenAll(_running.Values), Task.Delay(Farewell, clock));
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stopping.Dispose();
    }

    private async Task RunAsync(Interaction interaction)
    {
        try
        {
            await interactions.ReceiveAsync(interaction, _stopping.Token);
        }
        catch (Exception exception)
        {
            // Nobody waits for this, so what is a bug must be told here.
            LogFailed(exception, interaction.Type);
        }
        finally
        {
            _running.TryRemove(interaction.Id, out _);
        }
    }

    private Interaction? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception.Path);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} interactions are being answered; further ones are turned away")]
    private partial void LogFull(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction could not be read, at {Path}")]
    private partial void LogUnreadable(string? path);

    [LoggerMessage(Level = LogLevel.Error, Message = "An interaction {Type} could not be answered")]
    private partial void LogFailed(Exception exception, InteractionType type);
}

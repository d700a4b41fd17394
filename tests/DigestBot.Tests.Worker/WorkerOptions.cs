using System.Globalization;

namespace DigestBot.Tests.Worker;

/// <summary>What the worker is told, as <c>name=value</c> arguments. Everything else comes from the environment, as for the bot itself.</summary>
/// <param name="Server">Where the chat server listens.</param>
/// <param name="NonceWindow">For so long the platform is said to drop doubles.</param>
/// <param name="CanLookBack">Whether channels are said to be readable.</param>
/// <param name="DieAt">Where it kills itself; null for nowhere.</param>
/// <param name="Leaves">Whether it returns as soon as all has started, and stops nothing.</param>
internal sealed record WorkerOptions(Uri Server, TimeSpan NonceWindow, bool CanLookBack, DeathPoint? DieAt, bool Leaves)
{
    public static WorkerOptions Read(string[] args)
    {
        Dictionary<string, string> values = args.Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new WorkerOptions(
            new Uri(values["server"]),
            TimeSpan.Parse(values.GetValueOrDefault("nonce-window", "00:00:00"), CultureInfo.InvariantCulture),
            bool.Parse(values.GetValueOrDefault("look-back", "true")),
            values.TryGetValue("die-at", out string? point) ? Enum.Parse<DeathPoint>(point) : null,
            bool.Parse(values.GetValueOrDefault("leave", "false")));
    }
}

/// <summary>Where in the life of a slot a worker dies.</summary>
internal enum DeathPoint
{
    /// <summary>The slot is in the ledger, and nobody has it.</summary>
    BeforeClaim,

    /// <summary>This worker has the slot and composes.</summary>
    AfterClaim,

    /// <summary>The parts are in the outbox, and nobody has them.</summary>
    AfterCompose,

    /// <summary>It is written down that the request begins, and it has not left.</summary>
    BeforeSend,

    /// <summary>The platform has accepted the part, and nothing is written down.</summary>
    AfterSend,
}

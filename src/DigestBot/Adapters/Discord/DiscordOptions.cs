using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord;

/// <summary>Where the bot's commands are registered at start.</summary>
public enum RegisterCommands
{
    /// <summary>For every server and person that has installed the bot.</summary>
    Global,

    /// <summary>In the servers of <see cref="DiscordOptions.CommandGuilds"/> only, such as while trying things out.</summary>
    Guild,

    /// <summary>Nowhere: what is registered stays.</summary>
    Off,
}

/// <summary>How the bot connects to Discord. Bound from the "Discord" section.</summary>
public sealed record DiscordOptions : IValidatableObject
{
    public const string Section = "Discord";

    /// <summary>32 bytes in hex.</summary>
    private const int PublicKeyLength = 64;

    /// <summary>
    /// The bot's token, from the Bot page of your application in the Developer Portal. A secret: set it in the
    /// environment. Empty means that Discord is off.
    /// </summary>
    [CustomValidation(typeof(DiscordOptions), nameof(CheckToken))]
    public string Token { get; init; } = "";

    /// <summary>The application's id; 0 to ask Discord, which costs one request at start.</summary>
    public ulong ApplicationId { get; init; }

    /// <summary>The application's public key in hex. With it, interactions are also taken over HTTP, at /discord/interactions.</summary>
    [CustomValidation(typeof(DiscordOptions), nameof(CheckPublicKey))]
    public string PublicKey { get; init; } = "";

    /// <summary>Where Discord's API is: another address is for tests and proxies, and learns the token.</summary>
    [CustomValidation(typeof(DiscordOptions), nameof(CheckApiUrl))]
    public string ApiUrl { get; init; } = "https://discord.com/api/v10/";

    /// <summary>
    /// Connections over which servers are spread, the same number on every node; 0 to do as Discord advises, on one
    /// node, while others stand by.
    /// </summary>
    [Range(0, 1_000)]
    public int Shards { get; init; }

    /// <summary>
    /// The shards that this node may run, from 0; empty for all. A shard runs on one node at a time whatever stands
    /// here.
    /// </summary>
    public IReadOnlyList<int> ShardIds { get; init; } = [];

    /// <summary>
    /// How long a shard stays without a node when the one that ran it dies; it connects again a few seconds later. A
    /// node that cannot reach the store for half of it closes its shards.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:12", "00:10:00")]
    public TimeSpan ShardLease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where commands are registered at start, if they differ from what Discord has.</summary>
    public RegisterCommands RegisterCommands { get; init; } = RegisterCommands.Global;

    /// <summary>Ids of the servers in which commands are registered with RegisterCommands guild.</summary>
    public IReadOnlyList<ulong> CommandGuilds { get; init; } = [];

    /// <summary>
    /// Whether a digest gets a thread of its own, which holds its further parts and what people say about it, where a
    /// channel does not say otherwise.
    /// </summary>
    public bool ThreadPerDigest { get; init; }

    /// <summary>
    /// Whether digests in announcement channels are published to the channels that follow them, where a channel does
    /// not say otherwise.
    /// </summary>
    public bool Crosspost { get; init; }

    /// <summary>Whether there is anything to connect with.</summary>
    internal bool IsOn => Token.Length > 0;

    public static ValidationResult? CheckToken(string token) => token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        ? new ValidationResult("Discord:Token has spaces in it; copy it from the Bot page of your application, without 'Bot' before it.")
        : ValidationResult.Success;

    public static ValidationResult? CheckPublicKey(string key) =>
        key.Length == 0 || (key.Length == PublicKeyLength && key.All(char.IsAsciiHexDigit))
        ? ValidationResult.Success
        : new ValidationResult("Discord:PublicKey is not 64 hex digits; copy it from the General Information page of your application.");

    public static ValidationResult? CheckApiUrl(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && address.EndsWith('/')
            ? ValidationResult.Success
            : new ValidationResult(
                $"Discord:ApiUrl '{address}' is not an address such as https://discord.com/api/v10/, with a slash at its end.");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ShardIds.Count > 0 && Shards == 0)
        {
            yield return new("Discord:ShardIds needs Discord:Shards, the number of all shards.");
        }

        if (ShardIds.Any(id => id < 0 || (Shards > 0 && id >= Shards)))
        {
            yield return new($"Discord:ShardIds are from 0 to {Math.Max(0, Shards - 1)}, one less than Discord:Shards.");
        }

        if (RegisterCommands == RegisterCommands.Guild && CommandGuilds.Count == 0)
        {
            yield return new("Discord:RegisterCommands guild needs Discord:CommandGuilds, the ids of your servers.");
        }
    }

    /// <summary>Without the token, which is a secret.</summary>
    public override string ToString() => $"{ApiUrl} ({(IsOn ? "on" : "off")})";
}

/// <summary>Generated check of <see cref="DiscordOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;

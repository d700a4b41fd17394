using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>Limits of downloads. Bound from the "Fetch" section and checked before the host starts.</summary>
public sealed record FetchOptions
{
    public const string Section = "Fetch";

    /// <summary>
    /// Host names, optionally host:port, that may stand on private addresses: feeds of an intranet. Their addresses are
    /// not checked, whoever names them: a feed, a link or a redirect. Empty by default.
    /// </summary>
    [CustomValidation(typeof(FetchOptions), nameof(CheckAllowedHosts))]
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Largest feed in bytes, as sent and after decompression. 10 MiB by default.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxFeedBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Largest page in bytes, as sent and after decompression. 5 MiB by default.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxPageBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>How long finding a host and connecting to it may take. 5 seconds by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one download may take with its redirects, retries and body. 20 seconds by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Least time between two requests to one host, which is never asked twice at the same time. Redirects within the host and
    /// AllowedHosts need none; a robots.txt may ask for up to a minute. 2 seconds by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HostGap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Redirects followed before giving up. 5 by default.</summary>
    [Range(0, 10)]
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How the bot introduces itself to servers.</summary>
    [Required]
    [RegularExpression("[ -~]{1,256}", ErrorMessage = "Fetch:UserAgent must be 1 to 256 printable ASCII characters.")]
    public string UserAgent { get; init; } = "DigestBot/0.1 (+https://github.com/digestbot/digestbot)";

    /// <summary>
    /// Whether the proxy of the environment (HTTPS_PROXY and so on) is used. It then resolves the names, so it must itself
    /// keep the bot away from private networks. Off by default.
    /// </summary>
    public bool UseProxy { get; init; }

    internal int MaxBytes(FetchKind kind) => kind == FetchKind.Feed ? MaxFeedBytes : MaxPageBytes;

    public static ValidationResult? CheckAllowedHosts(IReadOnlyList<string> hosts)
    {
        string? wrong = hosts.FirstOrDefault(host => !HostAllowList.IsEntry(host));
        return wrong is null
            ? ValidationResult.Success
            : new ValidationResult($"Fetch:AllowedHosts '{wrong}' is not a host; use news.example or news.example:8080.");
    }
}

/// <summary>Generated check of <see cref="FetchOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class FetchOptionsValidator : IValidateOptions<FetchOptions>;

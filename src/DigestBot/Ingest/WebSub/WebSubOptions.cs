using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.WebSub;

/// <summary>How hubs tell the bot of news (WebSub). Bound from the "WebSub" section.</summary>
public sealed record WebSubOptions
{
    public const string Section = "WebSub";

    /// <summary>The address at which the internet reaches this bot, such as https://bot.example.org; hubs knock there. Empty means that no hub is asked.</summary>
    [CustomValidation(typeof(WebSubOptions), nameof(CheckPublicUrl))]
    public string PublicUrl { get; init; } = "";

    /// <summary>How long a feed is left alone whose hub told of its last news; a feed may ask for longer.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "1.00:00:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Least time between two checks of one feed, however often its hub tells of news.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan PingGap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For how long a hub is asked to tell of news; it may choose less, and is asked again before the end.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "30.00:00:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromDays(10);

    /// <summary>Without a public address no hub can reach us.</summary>
    internal bool IsOn => PublicUrl.Length > 0;

    // Over http only from this machine: for a hub that runs beside the bot.
    public static ValidationResult? CheckPublicUrl(string address) =>
        address.Length == 0
        || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0)
            ? ValidationResult.Success
            : new ValidationResult($"WebSub:PublicUrl '{address}' is not an address such as https://bot.example.org.");
}

[OptionsValidator]
internal sealed partial class WebSubOptionsValidator : IValidateOptions<WebSubOptions>;

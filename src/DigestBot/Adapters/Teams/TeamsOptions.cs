using System.ComponentModel.DataAnnotations;
using DigestBot.Teams;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Teams;

/// <summary>How the bot connects to Microsoft Teams. Bound from the "Teams" section.</summary>
public sealed record TeamsOptions : IValidatableObject
{
    public const string Section = "Teams";

    /// <summary>The app's id in the directory, as the Developer Portal or Azure shows it. Empty means that Teams is off.</summary>
    [CustomValidation(typeof(TeamsOptions), nameof(CheckAppId))]
    public string AppId { get; init; } = "";

    /// <summary>The app's client secret. A secret: set it in the environment.</summary>
    [CustomValidation(typeof(TeamsOptions), nameof(CheckPassword))]
    public string Password { get; init; } = "";

    /// <summary>The app's home tenant, where its tokens come from.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>How the app is registered: SingleTenant; MultiTenant for old bots alone, since no new one can be made.</summary>
    public MicrosoftAppType AppType { get; init; } = MicrosoftAppType.SingleTenant;

    /// <summary>The cloud: empty for the public one, https://botframework.azure.us or https://botframework.azure.cn.</summary>
    public string ChannelService { get; init; } = "";

    /// <summary>Organizations, by tenant id, whose people may use the bot; empty for everyone whom the app is installed for.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>People, by the object id of the directory, who may manage everywhere, beside the owners of teams.</summary>
    public IReadOnlyList<string> Managers { get; init; } = [];

    /// <summary>The address at which Teams reaches this bot, such as https://bot.example.org; the doctor knocks there. Empty if it is not known.</summary>
    [CustomValidation(typeof(TeamsOptions), nameof(CheckPublicUrl))]
    public string PublicUrl { get; init; } = "";

    /// <summary>Where tokens come from, in place of what cloud and tenant say; for tests and proxies, and learns the secret.</summary>
    [CustomValidation(typeof(TeamsOptions), nameof(CheckAddress))]
    public string LoginUrl { get; init; } = "";

    /// <summary>Where the keys of the channel are, in place of the cloud's own; for tests and proxies.</summary>
    [CustomValidation(typeof(TeamsOptions), nameof(CheckAddress))]
    public string OpenIdMetadataUrl { get; init; } = "";

    /// <summary>Hosts beside Microsoft's to which the bot's token may go, with their port if they have one; for tests and proxies.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>Takes activities without tokens, from this machine only: for a channel that runs beside the bot.</summary>
    public bool Emulator { get; init; }

    /// <summary>Whether there is anything to connect with.</summary>
    internal bool IsOn => AppId.Length > 0 || Emulator;

    public static ValidationResult? CheckAppId(string id) => id.Length == 0 || Guid.TryParseExact(id, "D", out _)
        ? ValidationResult.Success
        : new ValidationResult($"Teams:AppId '{id}' is not an id such as 11111111-2222-3333-4444-555555555555; copy the Application (client) ID.");

    public static ValidationResult? CheckPassword(string secret) => secret.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        ? new ValidationResult("Teams:Password has spaces in it; copy the secret's value.")
        : ValidationResult.Success;

    public static ValidationResult? CheckPublicUrl(string address) =>
        address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/")
            ? ValidationResult.Success
            : new ValidationResult($"Teams:PublicUrl '{address}' is not an address such as https://bot.example.org.");

    public static ValidationResult? CheckAddress(string address) =>
        address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback))
            ? ValidationResult.Success
            : new ValidationResult($"'{address}' in Teams is not an https address: secrets and keys go over it.");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CloudEnvironment.Named(ChannelService) is null)
        {
            yield return new(
                $"Teams:ChannelService '{ChannelService}' is not known; leave it empty, or use https://botframework.azure.us or https://botframework.azure.cn.");
        }

        if (!IsOn || Emulator)
        {
            yield break;
        }

        if (AppType != MicrosoftAppType.UserAssignedMSI && Password.Length == 0)
        {
            yield return new("Teams:Password is missing: it is the client secret of the app, best set as Teams__Password in the environment.");
        }

        if (AppType == MicrosoftAppType.UserAssignedMSI)
        {
            yield return new("Teams:AppType UserAssignedMSI needs a machine in Azure and is not supported; use SingleTenant with a secret.");
        }

        if (AppType == MicrosoftAppType.SingleTenant && LoginUrl.Length == 0 && TenantId.Length == 0)
        {
            yield return new("Teams:TenantId is missing: the bot's tokens come from the app's home tenant, the Directory (tenant) ID.");
        }
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{AppId} ({(IsOn ? "on" : "off")})";
}

[OptionsValidator]
internal sealed partial class TeamsOptionsValidator : IValidateOptions<TeamsOptions>;

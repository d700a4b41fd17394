using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Web;

/// <summary>Where the endpoints listen. Bound from the "Web" section.</summary>
public sealed record WebOptions
{
    public const string Section = "Web";

    /// <summary>Address of the health endpoints; on this machine only, unless you say otherwise.</summary>
    [CustomValidation(typeof(WebOptions), nameof(CheckAddress))]
    public string Address { get; init; } = "http://127.0.0.1:8787";

    public static ValidationResult? CheckAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp && uri.PathAndQuery == "/"
            ? ValidationResult.Success
            : new ValidationResult($"Web:Address '{address}' is not an address such as http://127.0.0.1:8787.");
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;

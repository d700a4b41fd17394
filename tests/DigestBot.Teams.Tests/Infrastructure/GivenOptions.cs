using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>Options as a test made them, validated as those out of a configuration are.</summary>
internal sealed class GivenOptions(BotFrameworkOptions options, IEnumerable<IValidateOptions<BotFrameworkOptions>> validators)
    : IOptionsFactory<BotFrameworkOptions>
{
    /// <summary>Good ones.</summary>
    public static BotFrameworkOptions Default { get; } = new()
    {
        MicrosoftAppId = ChannelIssuer.AppId,
        MicrosoftAppPassword = "secret-of-the-tests",
        MicrosoftAppTenantId = ChannelIssuer.Tenant,
    };

    public BotFrameworkOptions Create(string name)
    {
        string[] problems = [.. validators.SelectMany(validator => validator.Validate(name, options).Failures ?? [])];
        return problems.Length == 0 ? options : throw new OptionsValidationException(name, typeof(BotFrameworkOptions), problems);
    }
}

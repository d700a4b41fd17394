using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Ranges, from the attributes.</summary>
[OptionsValidator]
internal sealed partial class BotFrameworkRangeValidator : IValidateOptions<BotFrameworkOptions>;

/// <summary>What must be there together for a bot that can be spoken to and can speak.</summary>
internal sealed class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(BotFrameworkOptions options)
    {
        if (CloudEnvironment.Named(options.ChannelService) is null)
        {
            yield return $"ChannelService '{options.ChannelService}' is not known; "
                + "leave it empty, or use https://botframework.azure.us or https://botframework.azure.cn.";
        }

        if (options.Emulator)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(options.MicrosoftAppId))
        {
            yield return "MicrosoftAppId is missing: it is the audience of the tokens that come in.";
        }

        if (options.MicrosoftAppType == MicrosoftAppType.SingleTenant && options.ToChannelFromBotLoginUrl is null)
        {
            if (string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId))
            {
                yield return "MicrosoftAppTenantId is missing: the bot's tokens come from the app's home tenant.";
            }
            else if (CloudEnvironment.IsLegacyTenant(options.MicrosoftAppTenantId))
            {
                yield return "MicrosoftAppTenantId 'botframework.com' gives tokens to old multi-tenant bots only; "
                    + "name the app's home tenant, or set MicrosoftAppType to MultiTenant if it is such a bot.";
            }
        }

        foreach (Uri url in new[] { options.ToChannelFromBotLoginUrl, options.ToBotFromChannelOpenIdMetadataUrl }.OfType<Uri>())
        {
            if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback))
            {
                yield return $"'{url}' must be https: secrets and keys go over it.";
            }
        }
    }
}

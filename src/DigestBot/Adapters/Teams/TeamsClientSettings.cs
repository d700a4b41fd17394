using DigestBot.Teams;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Teams;

/// <summary>The client's options, made of the bot's.</summary>
internal sealed class TeamsClientSettings(
    IOptions<TeamsOptions> teams,
    IEnumerable<IConfigureOptions<BotFrameworkOptions>> setups,
    IEnumerable<IPostConfigureOptions<BotFrameworkOptions>> postConfigures,
    IEnumerable<IValidateOptions<BotFrameworkOptions>> validations)
    : OptionsFactory<BotFrameworkOptions>(setups, postConfigures, validations)
{
    protected override BotFrameworkOptions CreateInstance(string name)
    {
        TeamsOptions options = teams.Value;
        return new()
        {
            MicrosoftAppType = options.AppType,
            MicrosoftAppId = Given(options.AppId),
            MicrosoftAppPassword = Given(options.Password),
            MicrosoftAppTenantId = Given(options.TenantId),
            ChannelService = Given(options.ChannelService),
            ToChannelFromBotLoginUrl = Address(options.LoginUrl),
            ToBotFromChannelOpenIdMetadataUrl = Address(options.OpenIdMetadataUrl),
            AllowedTenants = options.AllowedTenants,
            AllowedServiceHosts = options.ServiceHosts,
            Emulator = options.Emulator,
        };
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static Uri? Address(string text) => text.Length > 0 ? new Uri(text) : null;
}

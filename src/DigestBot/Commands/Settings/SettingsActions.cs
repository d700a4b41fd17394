using DigestBot.Chat;

namespace DigestBot.Commands.Settings;

/// <summary>What <c>/settings</c> does, for platforms that offer subcommands or forms instead of text.</summary>
internal static class SettingsActions
{
    public const string Zone = "zone";
    public const string Language = "language";
    public const string Role = "role";
    public const string Code = "code";

    /// <summary>Takes a setting back.</summary>
    public const string Off = "off";

    public static IReadOnlyList<CommandAction> All { get; } =
    [
        new("show", phrases => phrases.SettingsActionShow, ForManagers: true, []),
        new("zone", phrases => phrases.SettingsActionZone, ForManagers: true,
        [
            new(Zone, ParameterKind.Zone, true, true, phrases => phrases.ParameterZone) { Suggests = SuggestionSource.Zones },
        ]),
        new("language", phrases => phrases.SettingsActionLanguage, ForManagers: true,
        [
            new(Language, ParameterKind.Text, true, true, phrases => phrases.ParameterLanguage) { Choices = [.. Phrases.Languages, Off] },
        ]),
        new("manager-role", phrases => phrases.SettingsActionRole, ForManagers: true,
        [
            CommandParameter.Optional(Role, ParameterKind.Role, phrases => phrases.ParameterManagerRole),
        ]),
        new("forget", phrases => phrases.SettingsActionForget, ForManagers: true,
        [
            new(Code, ParameterKind.Text, false, true, phrases => phrases.ParameterForgetCode) { MaxLength = ForgetCode.Length },
        ]),
    ];
}

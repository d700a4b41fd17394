using DigestBot.Chat;
using DigestBot.Commands.Settings;

namespace DigestBot.Commands.People;

/// <summary>What <c>/me</c> does, for platforms that offer subcommands or forms instead of text.</summary>
internal static class MeActions
{
    public const string Show = "show";
    public const string Zone = "timezone";
    public const string Language = "language";
    public const string Quiet = "quiet-hours";
    public const string Export = "export";
    public const string Forget = "forget";
    public const string Code = "code";

    /// <summary>Takes a setting back.</summary>
    public const string Off = SettingsActions.Off;

    public static IReadOnlyList<CommandAction> All { get; } =
    [
        new(Show, phrases => phrases.MeActionShow, ForManagers: false, []),
        new(Zone, phrases => phrases.MeActionZone, ForManagers: false,
        [
            new(Zone, ParameterKind.Zone, true, true, phrases => phrases.ParameterMyZone) { Suggests = SuggestionSource.Zones },
        ]),
        new(Language, phrases => phrases.MeActionLanguage, ForManagers: false,
        [
            new(Language, ParameterKind.Text, true, true, phrases => phrases.ParameterMyLanguage) { Choices = [.. Phrases.Languages, Off] },
        ]),
        new(Quiet, phrases => phrases.MeActionQuiet, ForManagers: false,
        [
            new(Quiet, ParameterKind.Text, true, true, phrases => phrases.ParameterMyQuiet) { Suggests = SuggestionSource.QuietHours },
        ]),
        new(Export, phrases => phrases.MeActionExport, ForManagers: false, []),
        new(Forget, phrases => phrases.MeActionForget, ForManagers: false,
        [
            new(Code, ParameterKind.Text, false, true, phrases => phrases.ParameterForgetCode) { MaxLength = ForgetCode.Length },
        ]),
    ];
}

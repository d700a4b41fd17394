namespace DigestBot.Chat;

// What holds for a space, and forgetting it.
internal sealed partial class Phrases
{
    /// <summary>A language that can be spoken here, by its name in this one.</summary>
    public string LanguageName(string language) => language switch
    {
        "fr" => LanguageFrench,
        "ar" => LanguageArabic,
        _ => LanguageEnglish,
    };

    public string CommandSettings => Say();

    public string ParameterSettingsAction => Say();

    public string ParameterSettingsValue => Say();

    public string ParameterZone => Say();

    public string ParameterLanguage => Say();

    public string ParameterManagerRole => Say();

    public string ParameterForgetCode => Say();

    public string SettingsActionShow => Say();

    public string SettingsActionZone => Say();

    public string SettingsActionLanguage => Say();

    public string SettingsActionRole => Say();

    public string SettingsActionForget => Say();

    public string SettingsManagersOnly => Say();

    public string SettingsHeading => Say();

    public string SettingsZone(string zone) => Say([zone]);

    public string SettingsLanguage(string language) => Say([language]);

    public string SettingsLanguageUnset(string language) => Say([language]);

    public string SettingsManagerRole(string role) => Say([role]);

    public string SettingsManagerRoleUnset => Say();

    public string SettingsZoneSet(string zone) => Say([zone]);

    public string SettingsLanguageSet(string language) => Say([language]);

    public string SettingsManagerRoleSet(string role) => Say([role]);

    public string SettingsManagerRoleTaken => Say();

    public string SettingsForgetOperator => Say();

    public string SettingsForgetAsk(string code) => Say([code]);

    public string SettingsForgetWrong(string code) => Say([code]);

    public string SettingsForgotten => Say();

    public string SettingsForgetting => Say();

    public string TrySettings(string command) => Say([command]);

    public string LanguageEnglish => Say();

    public string LanguageFrench => Say();

    public string LanguageArabic => Say();
}

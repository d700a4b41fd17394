using DigestBot.Chat;

namespace DigestBot.Adapters.Discord.Menu;

/// <summary>The bot's languages that Discord's client speaks as well. Arabic is none of them.</summary>
internal static class MenuLocales
{
    private static readonly (string Locale, string Language)[] Known = [("fr", "fr")];

    /// <returns>By Discord's name of the locale; null where there are none.</returns>
    public static IReadOnlyDictionary<string, string>? Of(Func<Phrases, string> say)
    {
        Dictionary<string, string> texts = (
            from known in Known
            let phrases = Phrases.Find(known.Language)
            where phrases is not null
            select (known.Locale, Text: say(phrases))).ToDictionary(each => each.Locale, each => each.Text);
        return texts.Count > 0 ? texts : null;
    }
}

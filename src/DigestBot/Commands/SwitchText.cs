namespace DigestBot.Commands;

/// <summary>Yes and no as people and platforms write them.</summary>
internal static class SwitchText
{
    private static readonly string[] Yes = ["yes", "true", "on", "y", "1", "oui", "vrai", "نعم"];
    private static readonly string[] No = ["no", "false", "off", "n", "0", "non", "faux", "لا"];

    public static bool TryParse(string text, out bool value)
    {
        string word = text.Trim();
        value = Yes.Contains(word, StringComparer.OrdinalIgnoreCase);
        return value || No.Contains(word, StringComparer.OrdinalIgnoreCase);
    }
}

namespace DigestBot.Discord;

/// <summary>What Discord documents as limits. Texts are counted in UTF-16 units, which is never fewer than Discord counts.</summary>
public static class DiscordLimits
{
    public const int Content = 2000;
    public const int Nonce = 25;
    public const int Embeds = 10;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFields = 25;
    public const int EmbedFieldName = 256;
    public const int EmbedFieldValue = 1024;
    public const int EmbedFooter = 2048;
    public const int EmbedAuthor = 256;

    /// <summary>Over all embeds of a message.</summary>
    public const int EmbedTotal = 6000;

    public const int MentionIds = 100;

    public const int ActionRows = 5;
    public const int ButtonsInRow = 5;
    public const int CustomId = 100;
    public const int ButtonLabel = 80;
    public const int ButtonUrl = 512;
    public const int SelectOptions = 25;
    public const int SelectText = 100;
    public const int SelectPlaceholder = 150;
    public const int ModalTitle = 45;
    public const int ModalComponents = 5;
    public const int Label = 45;
    public const int LabelDescription = 100;
    public const int TextInput = 4000;
    public const int TextInputPlaceholder = 100;

    public const int SlashCommands = 100;
    public const int MenuCommands = 15;
    public const int CommandName = 32;
    public const int CommandDescription = 100;
    public const int CommandOptions = 25;
    public const int Choices = 25;
    public const int ChoiceName = 100;
    public const int ChoiceValue = 100;
    public const int OptionString = 6000;

    /// <summary>Names, descriptions and values of one command together, the longest localization counting.</summary>
    public const int CommandTotal = 8000;

    public const int ThreadName = 100;
    public const int AppliedTags = 5;

    /// <summary>Messages that are read in one request.</summary>
    public const int HistoryPage = 100;

    internal static void Check(string? text, int shortest, int longest, string what)
    {
        int length = text?.Length ?? 0;
        if (length < shortest || length > longest)
        {
            throw new ArgumentException($"The {what} has {length} characters; Discord allows {shortest} to {longest}.");
        }
    }

    internal static void CheckCount(int count, int most, string what, int least = 0)
    {
        if (count < least || count > most)
        {
            throw new ArgumentException($"There are {count} {what}; Discord allows {least} to {most}.");
        }
    }

    internal static void CheckUrl(string? url, string what, bool alsoDiscord = false)
    {
        if (url is null)
        {
            return;
        }

        bool sound = Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
            && (address.Scheme is "https" or "http" || (alsoDiscord && address.Scheme is "discord"));
        if (!sound)
        {
            throw new ArgumentException($"The address of the {what} is not one of the web.");
        }
    }
}

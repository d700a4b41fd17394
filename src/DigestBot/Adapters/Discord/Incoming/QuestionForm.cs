using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>The form for a question about any message, which stands in it: nothing is kept while somebody types.</summary>
internal static class QuestionForm
{
    /// <summary>The input that holds the message's text.</summary>
    public const string QuotedField = "quoted";

    public static Modal About(string text, Phrases phrases)
    {
        TextInputBuilder question = new TextInputBuilder()
            .WithCustomId(DiscordButtons.QuestionField)
            .WithMinLength(1)
            .WithMaxLength(CommandLimits.Question);
        TextInputBuilder quoted = new TextInputBuilder()
            .WithCustomId(QuotedField)
            .WithStyle(TextInputStyle.Paragraph)
            .WithMaxLength(CommandLimits.Quoted)
            .WithRequired(false)
            .WithValue(text);
        return new ModalBuilder()
            .WithTitle(phrases.AskFormTitle)
            .WithCustomId(new DiscordCustomId(DiscordCustomId.Question, null).ToString())
            .AddTextInput(phrases.AskFormQuestion, question)
            .AddTextInput(phrases.AskFormQuoted, quoted)
            .Build();
    }
}

using System.Globalization;
using DigestBot.Chat;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord;

/// <summary>The buttons below digests and answers, and the form behind one of them.</summary>
internal static class DiscordButtons
{
    private const string Back = "◀";
    private const string On = "▶";
    private const int LongestQuestion = 300;

    /// <summary>Below a part of a digest that a schedule posts.</summary>
    public static MessageComponent Posted(string? digestId, DiscordPage page, int number, Phrases phrases) =>
        Row([.. Sources(digestId, page, number, phrases), Ask(digestId, Mark(page, number), phrases)]);

    /// <summary>Below a digest that somebody asked for: its pages are leafed through in the same message.</summary>
    public static MessageComponent Paged(string? digestId, DiscordPage page, int number, int count, Phrases phrases) => Row(
    [
        .. count > 1 ? Leaf(digestId, number, count) : [],
        .. Sources(digestId, page, number, phrases),
        Ask(digestId, Mark(page, number), phrases),
    ]);

    /// <summary>Below an answer; without a digest, the next question is about all news.</summary>
    public static MessageComponent Answered(string? digestId, Phrases phrases) => Row([Ask(digestId, null, phrases)]);

    /// <summary>The form for a question about a digest.</summary>
    public static Modal QuestionForm(string? digestId, Phrases phrases) => new ModalBuilder()
        .WithTitle(phrases.AskFormTitle)
        .WithCustomId(new DiscordCustomId(DiscordCustomId.Question, digestId).ToString())
        .AddTextInput(phrases.AskFormQuestion, QuestionField, TextInputStyle.Paragraph, minLength: 1, maxLength: LongestQuestion)
        .Build();

    /// <summary>Names the answer in a form that was sent in.</summary>
    public const string QuestionField = "question";

    private static IEnumerable<MessageComponent> Leaf(string? digestId, int number, int count) =>
    [
        Button(Back, new(DiscordCustomId.Page, digestId, Number(number - 1)), number == 1),
        Button($"{Number(number)}/{Number(count)}", new(DiscordCustomId.Shown, digestId), true),
        Button(On, new(DiscordCustomId.Page, digestId, Number(number + 1)), number == count),
    ];

    private static IEnumerable<MessageComponent> Sources(string? digestId, DiscordPage page, int number, Phrases phrases) =>
        page.Count == 0 ? [] : [Button(phrases.ButtonSources, new(DiscordCustomId.Sources, digestId, Mark(page, number)))];

    private static MessageComponent Ask(string? digestId, string? mark, Phrases phrases) =>
        Button(phrases.ButtonAsk, new(DiscordCustomId.Ask, digestId, mark));

    private static string Mark(DiscordPage page, int number) => new DiscordPartMark(number, page.First, page.Count).ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

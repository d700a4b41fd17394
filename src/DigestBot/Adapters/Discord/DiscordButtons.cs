using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters.Discord;

/// <summary>The buttons below digests and answers, and the form behind one of them.</summary>
internal static class DiscordButtons
{
    /// <summary>Names the one input of <see cref="QuestionForm"/> when it is sent in.</summary>
    public const string QuestionField = "question";

    private const int LongestQuestion = 300;

    /// <summary>Below a part of a digest that a schedule posts.</summary>
    public static IReadOnlyList<MessageComponent> Posted(Digest digest, DiscordPage page, int number, Phrases phrases) =>
        Read(new ComponentBuilder(), digest, page, number, phrases);

    /// <summary>Below a digest that somebody asked for: it is leafed through in the same message.</summary>
    public static IReadOnlyList<MessageComponent> Paged(Digest digest, DiscordPage page, int number, int count, Phrases phrases)
    {
        string? digestId = Id(digest);
        var buttons = new ComponentBuilder();
        if (count > 1)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{number}/{count}");
            buttons
                .WithButton("◀", Leaf(digestId, number - 1), disabled: number == 1)
                .WithButton(place, new DiscordCustomId(DiscordCustomId.Shown, digestId).ToString(), disabled: true)
                .WithButton("▶", Leaf(digestId, number + 1), disabled: number == count);
        }

        return Read(buttons, digest, page, number, phrases);
    }

    /// <summary>Below an answer; without a digest, the next question is about all news.</summary>
    public static IReadOnlyList<MessageComponent> Answered(string? digestId, Phrases phrases) =>
        new ComponentBuilder().WithButton(phrases.ButtonAsk, new DiscordCustomId(DiscordCustomId.Ask, digestId).ToString()).Build();

    /// <summary>Has one story of a digest chosen, to be followed; nothing where there is none.</summary>
    public static IReadOnlyList<MessageComponent> Stories(Digest digest, Phrases phrases)
    {
        if (digest.Stories.Count == 0)
        {
            return [];
        }

        SelectMenuBuilder menu = new SelectMenuBuilder()
            .WithCustomId(new DiscordCustomId(DiscordCustomId.FollowStory, digest.Id).ToString())
            .WithPlaceholder(phrases.FollowOneStory);
        foreach ((int place, DigestStory story) in digest.Stories.Take(DiscordLimits.SelectOptions).Index())
        {
            string label = string.Create(CultureInfo.InvariantCulture, $"{place + 1} · {phrases.Insert(story.Title)}");
            menu.AddOption(ShortText.Of(label, DiscordLimits.SelectText), story.Id);
        }

        return new ComponentBuilder().WithSelectMenu(menu).Build();
    }

    /// <summary>Below what somebody follows: ends one of it, or the only one.</summary>
    public static IReadOnlyList<MessageComponent> OfFollows(Reply.OfFollows shown, Phrases phrases)
    {
        switch (shown.Follows)
        {
            case []:
                return [];
            case [var only]:
                return new ComponentBuilder().WithButton(
                    phrases.ButtonUnfollow, new DiscordCustomId(DiscordCustomId.Unfollow, null, only.Id.ToString(CultureInfo.InvariantCulture)).ToString()).Build();
            default:
                SelectMenuBuilder menu = new SelectMenuBuilder()
                    .WithCustomId(new DiscordCustomId(DiscordCustomId.Unfollow, null).ToString())
                    .WithPlaceholder(phrases.FollowEndOne);
                foreach ((int place, Schedule schedule) in shown.Follows.Take(DiscordLimits.SelectOptions).Index())
                {
                    string label = string.Create(CultureInfo.InvariantCulture, $"{place + 1} · {FollowLines.Subject(schedule, shown, phrases)}");
                    menu.AddOption(ShortText.Of(label, DiscordLimits.SelectText), schedule.Id.ToString(CultureInfo.InvariantCulture));
                }

                return new ComponentBuilder().WithSelectMenu(menu).Build();
        }
    }

    /// <summary>Below a story in full.</summary>
    public static IReadOnlyList<MessageComponent> OfStory(Reply.OfStory reply, Phrases phrases)
    {
        string story = reply.Story.Story.Id;
        ComponentBuilder buttons = new ComponentBuilder()
            .WithButton(phrases.ButtonFollow, new DiscordCustomId(DiscordCustomId.FollowStory, reply.DigestId, story).ToString());
        return (reply.DigestId is { } digest ? Rate(buttons, digest, story, phrases) : buttons).Build();
    }

    /// <summary>Below why a story stands in a digest.</summary>
    public static IReadOnlyList<MessageComponent> OfWhy(StoryExplanation explained, Phrases phrases) =>
        Rate(new ComponentBuilder(), explained.DigestId, explained.Story.Id, phrases).Build();

    /// <summary>The form for a question about a digest, or about all news.</summary>
    public static Modal QuestionForm(string? digestId, Phrases phrases)
    {
        TextInputBuilder question = new TextInputBuilder()
            .WithCustomId(QuestionField)
            .WithMinLength(1)
            .WithMaxLength(LongestQuestion);
        return new ModalBuilder()
            .WithTitle(phrases.AskFormTitle)
            .WithCustomId(new DiscordCustomId(DiscordCustomId.Question, digestId).ToString())
            .AddTextInput(phrases.AskFormQuestion, question)
            .Build();
    }

    private static IReadOnlyList<MessageComponent> Read(
        ComponentBuilder buttons, Digest digest, DiscordPage page, int number, Phrases phrases)
    {
        string? digestId = Id(digest);
        string mark = new PartMark(number, page.First, page.Count).ToString();
        if (page.Count > 0)
        {
            buttons.WithButton(phrases.ButtonSources, new DiscordCustomId(DiscordCustomId.Sources, digestId, mark).ToString());
        }

        buttons.WithButton(phrases.ButtonAsk, new DiscordCustomId(DiscordCustomId.Ask, digestId, mark).ToString());
        if (digestId is not null)
        {
            (string label, string action) = digest.Story is null
                ? (phrases.ButtonFollow, DiscordCustomId.Follow)
                : (phrases.ButtonUnfollow, DiscordCustomId.Unfollow);
            buttons.WithButton(label, new DiscordCustomId(action, digestId, mark).ToString());
        }

        return buttons.Build();
    }

    private static ComponentBuilder Rate(ComponentBuilder buttons, string digestId, string story, Phrases phrases) => buttons
        .WithButton(phrases.ButtonRateGood, new DiscordCustomId(DiscordCustomId.Rate, digestId, $"{RateCommand.Good}-{story}").ToString())
        .WithButton(phrases.ButtonRateBad, new DiscordCustomId(DiscordCustomId.Rate, digestId, $"{RateCommand.Bad}-{story}").ToString())
        .WithButton(phrases.ButtonRateOff, new DiscordCustomId(DiscordCustomId.Rate, digestId, $"{RateCommand.Off}-{story}").ToString());

    private static string? Id(Digest digest) => digest.Id.Length > 0 ? digest.Id : null;

    private static string Leaf(string? digestId, int page) =>
        new DiscordCustomId(DiscordCustomId.Page, digestId, page.ToString(CultureInfo.InvariantCulture)).ToString();
}

using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>The buttons below digests and lists.</summary>
internal static class CardButtons
{
    /// <summary>Id of the input that holds a question.</summary>
    public const string QuestionField = "question";

    /// <summary>Id of the input that holds a story.</summary>
    public const string StoryField = "story";

    private const int LongestChoice = 120;

    // With what they say, half a kilobyte each; whatever else is followed is ended by its number.
    private const int MostUnfollow = 10;
    private const int LongestSubject = 40;

    /// <summary>Below a part of a digest that a schedule posts.</summary>
    public static IEnumerable<JsonNode> Posted(Digest digest, CardPage page, int number, Phrases phrases)
    {
        string? digestId = Id(digest);
        var part = new PartMark(number, page.First, page.Count);
        if (page.Count > 0 && digestId is not null)
        {
            yield return Execute(phrases.ButtonSources, new(TeamsAction.Sources) { DigestId = digestId, Part = part });
        }

        yield return Ask(digestId, phrases);
        if (digestId is not null)
        {
            yield return digest.Story is null
                ? Execute(phrases.ButtonFollow, new(TeamsAction.Follow) { DigestId = digestId })
                : Execute(phrases.ButtonUnfollow, new(TeamsAction.Unfollow) { DigestId = digestId });
        }
    }

    /// <summary>Below a digest that somebody asked for: it is leafed through in the same message.</summary>
    public static IEnumerable<JsonNode> Paged(Digest digest, CardPage page, int number, int count, Phrases phrases) =>
    [
        .. number > 1 ? [Leaf("◀", Id(digest), number - 1)] : (JsonNode[])[],
        .. number < count ? [Leaf("▶", Id(digest), number + 1)] : (JsonNode[])[],
        .. Posted(digest, page, number, phrases),
    ];

    /// <summary>Has one story of a digest chosen, to be followed, in the place of the digest.</summary>
    public static JsonObject Stories(Digest digest, Phrases phrases) => CardDocument.Of(
        [
            CardLine.Of(phrases.FollowNoTopic).Element(),
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = StoryField,
                ["label"] = phrases.FollowOneStory,
                ["isRequired"] = true,
                ["errorMessage"] = phrases.FollowOneStory,
                ["choices"] = new JsonArray([.. digest.Stories.Select((story, i) => new JsonObject
                {
                    ["title"] = ShortText.Of(string.Create(CultureInfo.InvariantCulture, $"{i + 1} · {phrases.Insert(story.Title)}"), LongestChoice),
                    ["value"] = story.Id,
                })]),
            },
        ],
        [
            Execute(phrases.ButtonFollow, new(TeamsAction.FollowStory) { DigestId = digest.Id }),
            Execute(phrases.ButtonBack, new(TeamsAction.Page) { DigestId = digest.Id }),
        ],
        phrases.FollowNoTopic,
        phrases);

    /// <summary>Below what a command answers, where whoever reads it may want more of it.</summary>
    public static IReadOnlyList<JsonNode> Below(Reply reply, Phrases phrases) => reply switch
    {
        Reply.OfStory { DigestId: var digest, Story.Story.Id: var story } =>
        [
            Execute(phrases.ButtonFollow, new(TeamsAction.FollowStory) { DigestId = digest, Which = story }),
            .. digest is null ? [] : Rate(digest, story, phrases),
        ],
        Reply.OfFollows shown =>
        [
            .. shown.Follows.Take(MostUnfollow).Select(schedule => Execute(
                phrases.ButtonUnfollowOne(ShortText.Of(FollowLines.Subject(schedule, shown, phrases), LongestSubject)),
                new(TeamsAction.Unfollow) { Which = schedule.Id.ToString(CultureInfo.InvariantCulture) })),
        ],
        Reply.OfWhy { Explained: { DigestId: var digest, Story.Id: var story } } => Rate(digest, story, phrases),
        _ => [],
    };

    /// <summary>Below a list of a digest's sources: leads back to the digest.</summary>
    public static IEnumerable<JsonNode> Listed(string digestId, PartMark? part, int number, int count, Phrases phrases)
    {
        var shown = new TeamsAction(TeamsAction.Sources) { DigestId = digestId, Part = part };
        return
        [
            Execute(phrases.ButtonBack, new(TeamsAction.Page) { DigestId = digestId, Part = part }),
            .. number > 1 ? [Execute("◀", shown with { Number = number - 1 })] : (JsonNode[])[],
            .. number < count ? [Execute("▶", shown with { Number = number + 1 })] : (JsonNode[])[],
        ];
    }

    /// <summary>Opens a form in the same place.</summary>
    public static JsonNode Form(string title, string command, string action) =>
        Execute(title, new(TeamsAction.Form) { Command = command, Action = action });

    /// <summary>A button; clients that do not know its kind send the same as a message.</summary>
    public static JsonObject Execute(string title, TeamsAction action) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = action.Verb,
        ["data"] = action.Data(),
        ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = action.Data() },
    };

    private static JsonNode[] Rate(string digestId, string story, Phrases phrases)
    {
        var action = new TeamsAction(TeamsAction.Rate) { DigestId = digestId, Which = story };
        return
        [
            Execute(phrases.ButtonRateGood, action with { Action = RateCommand.Good }),
            Execute(phrases.ButtonRateBad, action with { Action = RateCommand.Bad }),
            Execute(phrases.ButtonRateOff, action with { Action = RateCommand.Off }),
        ];
    }

    private static string? Id(Digest digest) => digest.Id.Length > 0 ? digest.Id : null;

    private static JsonObject Leaf(string title, string? digestId, int page) =>
        Execute(title, new(TeamsAction.Page) { DigestId = digestId, Number = page });

    private static JsonObject Ask(string? digestId, Phrases phrases) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = phrases.ButtonAsk,
        ["card"] = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray(new JsonObject
            {
                ["type"] = "Input.Text",
                ["id"] = QuestionField,
                ["label"] = phrases.AskFormQuestion,
                ["maxLength"] = CommandLimits.Question,
                ["isRequired"] = true,
                ["errorMessage"] = phrases.AskFormQuestion,
            }),
            ["actions"] = new JsonArray(Execute(phrases.ButtonAsk, new(TeamsAction.Ask) { DigestId = digestId })),
        },
    };
}

namespace DigestBot.Chat;

// What single people follow, and when nothing is sent to them.
internal sealed partial class Phrases
{
    public string CommandFollow => Say();

    public string CommandUnfollow => Say();

    public string ParameterFollowTopic => Say();

    public string ParameterFollowAt => Say();

    public string ParameterFollowStory => Say();

    public string ParameterUnfollowTopic => Say();

    public string ParameterUnfollowStory => Say();

    public string ButtonFollow => Say();

    public string ButtonUnfollow => Say();

    public string ButtonUnfollowOne(string subject) => Say([subject]);

    public string ButtonRateGood => Say();

    public string ButtonRateBad => Say();

    public string ButtonRateOff => Say();

    public string FollowNotOnSamples => Say();

    public string FollowSet(string topic) => Say([topic]);

    public string FollowStorySet(string headline, string quiet) => Say([headline, quiet]);

    public string FollowStoryOver(string headline, string quiet) => Say([headline, quiet]);

    public string FollowStoryOverUnseen(string quiet) => Say([quiet]);

    public string FollowStoryUnknown => Say();

    public string StoryFollowed => Say();

    public string StoryFollowedNamed(string headline) => Say([headline]);

    public string StoryFollowedNothingNew => Say();

    public string FollowEnded(string topic) => Say([topic]);

    public string FollowUnknown(string topic) => Say([topic]);

    public string FollowsNone => Say();

    public string FollowsFound(long follows) => Say([follows]);

    public string FollowsTooMany(long limit) => Say([limit]);

    public string FollowNext => Say();

    public string FollowEndOne => Say();

    public string FollowEndedBefore => Say();

    public string FollowNoTopic => Say();

    public string FollowOneStory => Say();

    public string FollowChangedMeanwhile => Say();

    public string FollowsClosed => Say();

    public string FollowsReopened => Say();

    public string DirectChatClosed => Say();

    public string DirectChatUnknown => Say();

    public string MeActionQuiet => Say();

    public string ParameterMyQuiet => Say();

    public string MeQuiet(string hours) => Say([hours]);

    public string MeQuietSet(string hours) => Say([hours]);

    public string MeQuietOff => Say();

    public string MeQuietUnreadable(string text) => Say([text]);

    public string MeFollows(string topics) => Say([topics]);

    public string MeFollowsNone => Say();
}

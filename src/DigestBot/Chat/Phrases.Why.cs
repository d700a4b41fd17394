namespace DigestBot.Chat;

// Why a story stands where it does, and why its sentences were chosen.
internal sealed partial class Phrases
{
    public string CommandWhy => Say();

    public string ParameterWhy => Say();

    public string ArgumentWhyStory => Say();

    public string WhyUnknown(string which, long stories) => Say([which, stories]);

    public string WhyHeading(long place, long stories) => Say([place, stories]);

    public string WhyStoryGone => Say();

    public string WhyStoryChanged => Say();

    public string WhySources(long sources, string points) => Say([sources, points]);

    public string WhyTiers(long first, long minor, string weight) => Say([first, minor, weight]);

    public string WhyReprints(long count) => Say([count]);

    public string WhyTopicInTitle(string points) => Say([points]);

    public string WhyTopicRepeated(string points) => Say([points]);

    public string WhyTopicMentioned(string points) => Say([points]);

    public string WhyRecency(string date, string points) => Say([date, points]);

    public string WhyOpinion(string points, string share) => Say([points, share]);

    public string CommandRate => Say();

    public string ParameterOpinion => Say();

    public string RateKept(long story) => Say([story]);

    public string RateTakenBack(long story) => Say([story]);

    public string WhyCrowded(long stories) => Say([stories]);

    public string RateNone(long story) => Say([story]);

    public string WhyRank(string points, long rank, long found, string least) => Say([points, rank, found, least]);

    public string WhyAboutOnly => Say();

    public string WhyRead(long read, long articles) => Say([read, articles]);

    public string WhyQuoteFor(string parts) => Say([parts]);

    public string WhyQuoteAgainst(string parts) => Say([parts]);

    public string WhyQuoteUsual => Say();

    public string WhyQuoteRank(long rank, long sentences) => Say([rank, sentences]);

    public string WhyQuotePassed => Say();

    public string WhyQuoteDiffers => Say();

    public string WhyQuoteNotWeighed => Say();

    public string WhyQuoteEdited => Say();

    public string WhyQuoteMoved => Say();

    public string WhyQuoteGone(long number) => Say([number]);

    public string WhyPartPosition => Say();

    public string WhyPartCentrality => Say();

    public string WhyPartCorroboration => Say();

    public string WhyPartTitle => Say();

    public string WhyPartNamesAndFigures => Say();

    public string WhyPartLength => Say();

    public string WhyPartForm => Say();

    public string WhyPartNewWords => Say();

    public string WhyPartQuery => Say();

    public string WhyPartAlreadyTold => Say();
}

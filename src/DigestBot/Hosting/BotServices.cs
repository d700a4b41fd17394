using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Commands.People;
using DigestBot.Commands.Schedules;
using DigestBot.Commands.Settings;
using DigestBot.Commands.Sources;
using DigestBot.Commands.Status;
using DigestBot.Commands.Suggestions;
using DigestBot.Commands.Topics;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;
using DigestBot.Ingest.Sitemaps;
using DigestBot.Ingest.WebSub;
using DigestBot.Schedules;
using DigestBot.Schedules.Engine;
using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Store.WebSub;
using DigestBot.Stories;
using DigestBot.Web;

namespace DigestBot.Hosting;

/// <summary>The composition root: reads top to bottom in the order in which news flows.</summary>
internal static class BotServices
{
    public static IServiceCollection AddDigestBot(this IServiceCollection services, TimeProvider clock)
    {
        services.AddSingleton(clock);
        AddOptions(services);
        AddStore(services);
        AddIngest(services);
        AddStories(services);
        AddDigests(services);
        AddAnswers(services);
        services.AddDelivery();
        AddSchedules(services);
        AddCommands(services);
        return services;
    }

    private static void AddOptions(IServiceCollection services)
    {
        services.AddValidated<ChatOptions, ChatOptionsValidator>(ChatOptions.Section);
        services.AddValidated<StoreOptions, StoreOptionsValidator>(StoreOptions.Section);
        services.AddValidated<FetchOptions, FetchOptionsValidator>(FetchOptions.Section);
        services.AddValidated<IngestOptions, IngestOptionsValidator>(IngestOptions.Section);
        services.AddValidated<WebSubOptions, WebSubOptionsValidator>(WebSubOptions.Section);
        services.AddValidated<DigestOptions, DigestOptionsValidator>(DigestOptions.Section);
        services.AddValidated<AnswerOptions, AnswerOptionsValidator>(AnswerOptions.Section);
        services.AddValidated<DeliveryOptions, DeliveryOptionsValidator>(DeliveryOptions.Section);
        services.AddValidated<ScheduleOptions, ScheduleOptionsValidator>(ScheduleOptions.Section);
        services.AddValidated<LimitOptions, LimitOptionsValidator>(LimitOptions.Section);
        services.AddValidated<DiscordOptions, DiscordOptionsValidator>(DiscordOptions.Section);
        services.AddValidated<TeamsOptions, TeamsOptionsValidator>(TeamsOptions.Section);
        services.AddValidated<WebOptions, WebOptionsValidator>(WebOptions.Section);
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<Database>();
        services.AddSingleton<SpaceStore>();
        services.AddSingleton<SpaceLifecycleStore>();
        services.AddSingleton<SpaceEraser>();
        services.AddSingleton<SourceEraser>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<HiddenSourceStore>();
        services.AddSingleton<SourceSettingStore>();
        services.AddSingleton<DeadSourceStore>();
        services.AddSingleton<SourceCheckStore>();
        services.AddSingleton<PollQueue>();
        services.AddSingleton<HostRestStore>();
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<ArticleWriter>();
        services.AddSingleton<ArticleEraser>();
        services.AddSingleton<ArticleIndex>();
        services.AddSingleton<TermFrequencyStore>();
        services.AddSingleton<CandidateFinder>();
        services.AddSingleton<StoryStore>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<FactStore>();
        services.AddSingleton<Reindexer>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<ScheduleStore>();
        services.AddSingleton<FollowStore>();
        services.AddSingleton<DirectChatStore>();
        services.AddSingleton<OccurrenceStore>();
        services.AddSingleton<PostStore>();
        services.AddSingleton<ShownStore>();
        services.AddSingleton<OpinionStore>();
        services.AddSingleton<PersonStore>();
        services.AddSingleton<HoldingsStore>();
        services.AddSingleton<IPageMemory, PageStore>();
        services.AddSingleton<PageReader>();
        services.AddSingleton<LinkedPages>();
        services.AddSingleton<TopicStore>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<LedgerRetention>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<PingStore>();
    }

    private static void AddIngest(IServiceCollection services)
    {
        services.AddFetching();
        services.AddSingleton<RobotsGate>();
        services.AddSingleton<SitemapSource>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<PollTiming>();
        services.AddSingleton<HubWatch>();
        services.AddSingleton<SubscriptionKeeper>();
        services.AddSingleton<HubCallback>();
        services.AddSingleton<ISourcePoller, SourcePoller>();
        services.AddSingleton<HostRestKeeper>();
        services.AddSingleton<PollRound>();
        services.AddSingleton<IngestMetrics>();
        services.AddSingleton<Importer>();
        services.AddSingleton<SourceManager>();
        services.AddSingleton<SourceTester>();
        services.AddSingleton<SourceHistory>();
        services.AddSingleton<AddressedOpml>();
    }

    private static void AddStories(IServiceCollection services) => services.AddSingleton<StoryGrouper>();

    private static void AddDigests(IServiceCollection services)
    {
        services.AddSingleton<TopicFilter>();
        services.AddSingleton<WideningCache>();
        services.AddSingleton<TopicWidener>();
        services.AddSingleton<CandidateStoryFinder>();
        services.AddSingleton<TopicBook>();
        services.AddSingleton<TasteReader>();
        services.AddSingleton<TopicCatalog>();
        services.AddSingleton<VoiceReader>();
        services.AddSingleton<StoryQuoter>();
        services.AddSingleton<StoryPastReader>();
        services.AddSingleton<CoverageReader>();
        services.AddSingleton<DigestArchive>();
        services.AddSingleton<FollowedStoryFinder>();
        services.AddSingleton<FollowedStoryComposer>();
        services.AddSingleton<DigestComposer>();
        services.AddSingleton<CatchUpComposer>();
        services.AddSingleton<DigestVerifier>();
        services.AddSingleton<CorrectionFinder>();
        services.AddSingleton<StoryExplainer>();
        services.AddSingleton<ArticleForgetter>();
        services.AddSingleton<StoryTimeline>();
        services.AddSingleton<StoryCatalog>();
    }

    private static void AddAnswers(IServiceCollection services)
    {
        services.AddSingleton<ArticleFinder>();
        services.AddSingleton<ArticleCounter>();
        services.AddSingleton<OutletFinder>();
        services.AddSingleton<AskedScopeReader>();
        services.AddSingleton<ArticleSearch>();
        services.AddSingleton<TalkReader>();
        services.AddSingleton<EventFinder>();
        services.AddSingleton<AnswerFinder>();
        services.AddSingleton<FurtherFinder>();
        services.AddSingleton<QuoteTracer>();
    }

    private static void AddSchedules(IServiceCollection services)
    {
        services.AddScheduling();
        services.AddSlots();
        services.AddSingleton<ScheduleManager>();
        services.AddSingleton<SpaceLifecycle>();
    }

    // In the order of a menu.
    private static void AddCommands(IServiceCollection services)
    {
        services.AddSingleton<CatchUpDesk>();
        services.AddSingleton<IChatCommand, DigestCommand>();
        services.AddSingleton<IChatCommand, MoreCommand>();
        services.AddSingleton<IChatCommand, CatchUpCommand>();
        services.AddSingleton<IChatCommand, FollowCommand>();
        services.AddSingleton<IChatCommand, UnfollowCommand>();
        services.AddSingleton<IChatCommand, AskCommand>();
        services.AddSingleton<IChatCommand, StoryCommand>();
        services.AddSingleton<IChatCommand, WhyCommand>();
        services.AddSingleton<IChatCommand, RateCommand>();
        services.AddSingleton<IChatCommand, SearchCommand>();
        services.AddSingleton<IChatCommand, SourcesCommand>();
        services.AddSingleton<IChatCommand, TopicsCommand>();
        services.AddSingleton<IChatCommand, ScheduleCommand>();
        services.AddSingleton<IChatCommand, SettingsCommand>();
        services.AddSingleton<IChatCommand, MeCommand>();
        services.AddSingleton<IChatCommand, StatusCommand>();
        services.AddSingleton<SubjectFinder>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<DigestNarrower>();
        services.AddSingleton<TopicTalker>();
        services.AddSingleton<DirectChats>();
        services.AddSingleton<WantedStories>();
        services.AddSingleton<FollowTitles>();
        services.AddSingleton<FollowDesk>();
        services.AddSingleton<SourceChanges>();
        services.AddSingleton<CommandPace>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<SpaceMenus>();
        services.AddSingleton<Suggester>();
        services.AddSingleton<ScheduleFinder>();
        services.AddSingleton<ScheduleDesk>();
        services.AddSingleton<ScheduleGate>();
        services.AddSingleton<ScheduleEditor>();
        services.AddSingleton<RunNow>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<IDoctorCheck, HubDoctor>();
    }
}

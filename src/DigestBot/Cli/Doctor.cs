using System.Globalization;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>Judges what was seen; every problem comes with its remedy.</summary>
internal static class Doctor
{
    /// <summary>Less than this, and an index or a backup may not fit.</summary>
    public const long LeastFreeMegabytes = 500;

    /// <summary>Clocks of build machines differ by less.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(2);

    public static IReadOnlyList<Finding> Examine(DoctorFacts facts, Phrases phrases) =>
    [
        .. Configuration(facts, phrases),
        Store(facts, phrases),
        .. Folder(facts, phrases),
        .. Disk(facts, phrases),
        Clock(facts, phrases),
        Zones(facts, phrases),
        .. Index(facts, phrases),
        .. Sources(facts, phrases),
        .. DoctorOfDelivery.Examine(facts, phrases),
        .. facts.OfPlatforms,
        facts.SamplesPresent
            ? Finding.Fine("samples", phrases.DoctorSamplesOk)
            : Finding.Wrong("samples", phrases.DoctorSamplesBad, phrases.DoctorSamplesRemedy),
    ];

    private static IEnumerable<Finding> Configuration(DoctorFacts facts, Phrases phrases) =>
        facts.ConfigurationProblems.Count == 0
            ? [Finding.Fine("configuration", phrases.DoctorConfigurationOk)]
            : facts.ConfigurationProblems.Select(problem =>
                Finding.Wrong("configuration", phrases.Insert(problem), phrases.DoctorConfigurationRemedy));

    private static Finding Store(DoctorFacts facts, Phrases phrases) => facts.Store is { } store
        ? Finding.Fine("store", phrases.DoctorStoreOk(store.Provider, store.Location))
        : Finding.Wrong("store", phrases.Insert(facts.StoreProblem ?? ""), phrases.DoctorStoreRemedy);

    private static IEnumerable<Finding> Folder(DoctorFacts facts, Phrases phrases) => facts.StoreFolder switch
    {
        null => [],
        _ when facts.FolderIsWritable => [Finding.Fine("writable", phrases.DoctorWritableOk)],
        var folder => [Finding.Wrong("writable", phrases.DoctorWritableBad(folder), phrases.DoctorWritableRemedy)],
    };

    private static IEnumerable<Finding> Disk(DoctorFacts facts, Phrases phrases) => facts switch
    {
        { Store: not null, StoreFolder: null } => [Finding.Fine("disk", phrases.DoctorDiskUnknown)],
        { FreeMegabytes: null } => [],
        { FreeMegabytes: { } free } when free >= LeastFreeMegabytes =>
            [Finding.Fine("disk", phrases.DoctorDisk(free))],
        { FreeMegabytes: { } free } =>
            [Finding.Wrong("disk", phrases.DoctorDisk(free), phrases.DoctorDiskRemedy(LeastFreeMegabytes))],
    };

    private static Finding Clock(DoctorFacts facts, Phrases phrases)
    {
        string now = facts.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return facts.Now >= facts.Built - ClockTolerance
            ? Finding.Fine("clock", phrases.DoctorClock(now))
            : Finding.Wrong("clock", phrases.DoctorClock(now), phrases.DoctorClockRemedy);
    }

    private static Finding Zones(DoctorFacts facts, Phrases phrases) => facts.MissingZone is { } zone
        ? Finding.Wrong("timezones", phrases.DoctorZonesBad(zone), phrases.DoctorZonesRemedy)
        : Finding.Fine("timezones", phrases.DoctorZonesOk);

    private static IEnumerable<Finding> Index(DoctorFacts facts, Phrases phrases) => facts.Store switch
    {
        null => [],
        { OldIndexRows: 0 } => [Finding.Fine("index", phrases.DoctorIndexOk)],
        var store => [Finding.Wrong("index", phrases.DoctorIndexBad(store.OldIndexRows), phrases.DoctorIndexRemedy)],
    };

    private static IEnumerable<Finding> Sources(DoctorFacts facts, Phrases phrases)
    {
        if (facts.Sources is not { } sources)
        {
            return [];
        }

        Source[] failing = [.. sources.Where(source => source is { Failures: > 0, Paused: false })];
        return failing.Length == 0
            ? [Finding.Fine("sources", phrases.DoctorSourcesOk(sources.Count))]
            : failing.Select(source => Finding.Wrong(
                "sources",
                phrases.DoctorSourcesBad(FeedAddress.In(source.Name), FeedAddress.In(source.LastError ?? "")),
                phrases.DoctorSourcesRemedy(FeedAddress.Shown(source.Location ?? source.Name))));
    }
}

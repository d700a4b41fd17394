using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>Looks at the machine and the store, and judges nothing.</summary>
internal sealed class DoctorProbe(ITerminalHost host, TimeProvider clock)
{
    /// <summary>A zone that every copy of the time zone data has.</summary>
    private const string ProofZone = "Europe/Paris";

    /// <summary>The soonest are looked at; a problem of more than these is found there too.</summary>
    private const int MostSchedules = 1_000;

    private const long Megabyte = 1024 * 1024;

    public async Task<DoctorFacts> LookAsync(TerminalRequest request, Phrases phrases, CancellationToken cancellationToken)
    {
        var facts = new DoctorFacts
        {
            ConfigurationProblems = host.CheckConfiguration(request),
            Now = clock.GetUtcNow(),
            Built = BuiltAt(),
            MissingZone = MissingZone(ProofZone),
            SamplesPresent = SamplesPresent(),
        };

        // The store's failure is what the doctor was asked about, so it is a finding here and ends nothing.
        try
        {
            await using ITerminalSession session = await host.OpenAsync(request, cancellationToken);
            StoreState store = await session.Get<StoreHealth>().CheckAsync(cancellationToken);
            return LookBeside(facts, store) with
            {
                Store = store,
                Sources = await session.Get<SourceManager>().ListAsync(session.Space, cancellationToken),
                Schedules = await session.Get<ScheduleStore>().UpcomingAsync(null, MostSchedules, cancellationToken),
                Outbox = await session.Get<PostStore>().StateAsync(null, cancellationToken),
                OfPlatforms = await LookAtPlatformsAsync(session.Get<IEnumerable<IDoctorCheck>>(), phrases, cancellationToken),
                MissingZone = facts.MissingZone ?? MissingZone(session.Space.TimeZone),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return facts with { StoreProblem = exception.Message };
        }
    }

    // One platform's look that fails is a finding of its own, and keeps none of the others from looking.
    private static async Task<IReadOnlyList<Finding>> LookAtPlatformsAsync(
        IEnumerable<IDoctorCheck> checks, Phrases phrases, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (IDoctorCheck check in checks)
        {
            try
            {
                findings.AddRange(await check.LookAsync(phrases, cancellationToken));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                findings.Add(Finding.Wrong(check.Name, phrases.DoctorCheckFailed(exception.GetType().Name), phrases.DoctorCheckRemedy));
            }
        }

        return findings;
    }

    private static DoctorFacts LookBeside(DoctorFacts facts, StoreState store)
    {
        string? folder = File.Exists(store.Location)
            ? Path.GetDirectoryName(Path.GetFullPath(store.Location))
            : null;
        return folder is null
            ? facts
            : facts with { StoreFolder = folder, FolderIsWritable = IsWritable(folder), FreeMegabytes = Free(folder) };
    }

    private static bool IsWritable(string folder)
    {
        try
        {
            string probe = Path.Combine(folder, $".digestbot-{Guid.NewGuid():N}");
            using FileStream file = new(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? Free(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace / Megabyte;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? MissingZone(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? null : zone;

    private static DateTimeOffset BuiltAt() => Environment.ProcessPath is { } program && File.Exists(program)
        ? File.GetLastWriteTimeUtc(program)
        : DateTimeOffset.UnixEpoch;

    private static bool SamplesPresent()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "samples");
        return Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Any();
    }
}

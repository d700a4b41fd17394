using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.WebSub;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Web;

namespace DigestBot.Hosting;

/// <summary>Where settings come from: appsettings.json beside the program, then the environment, then the command line.</summary>
internal static class BotConfiguration
{
    private const string FileName = "appsettings.json";

    private static readonly string[] Sections =
    [
        "Logging",
        ChatOptions.Section,
        StoreOptions.Section,
        FetchOptions.Section,
        IngestOptions.Section,
        WebSubOptions.Section,
        DigestOptions.Section,
        AnswerOptions.Section,
        DeliveryOptions.Section,
        ScheduleOptions.Section,
        LimitOptions.Section,
        DiscordOptions.Section,
        TeamsOptions.Section,
        WebOptions.Section,
    ];

    /// <exception cref="InvalidDataException">The file cannot be read, or has a section that nothing reads.</exception>
    public static IConfigurationRoot Read(TerminalRequest request)
    {
        IConfigurationRoot file = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile(FileName, optional: true)
            .Build();
        if (file.GetChildren().FirstOrDefault(section => !Sections.Contains(section.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new InvalidDataException(
                $"{FileName} has a section '{unknown.Key}' that nothing reads; the sections are {string.Join(", ", Sections)}.");
        }

        return new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Overrides(request))
            .Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(TerminalRequest request) => request.DataDirectory is { } folder
        ? StoreAt(StoreLocation.FileIn(folder))
        : [];

    /// <summary>Settings for an SQLite store in this very file.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> StoreAt(string file) =>
    [
        new($"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}", nameof(StoreProvider.Sqlite)),
        new($"{StoreOptions.Section}:{nameof(StoreOptions.ConnectionString)}", StoreLocation.ConnectionTo(file)),
    ];
}

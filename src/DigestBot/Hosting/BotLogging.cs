namespace DigestBot.Hosting;

/// <summary>Logs go to standard error, so that standard output holds nothing but what was asked for.</summary>
internal static class BotLogging
{
    public static IServiceCollection AddBotLogging(this IServiceCollection services, IConfiguration configuration, bool verbose) =>
        services.AddLogging(logging => logging.Configure(configuration, verbose));

    public static void Configure(this ILoggingBuilder logging, IConfiguration configuration, bool verbose)
    {
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (verbose)
        {
            // A rule without a category loses to the configured ones, so this one names what it is for.
            logging.AddFilter("DigestBot", LogLevel.Debug);
        }
    }
}

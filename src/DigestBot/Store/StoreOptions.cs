using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>The two databases that the store speaks.</summary>
internal enum StoreProvider
{
    Sqlite,
    Postgresql,
}

/// <summary>Where the news is kept. Bound from the "Store" section.</summary>
internal sealed record StoreOptions
{
    public const string Section = "Store";

    /// <summary>sqlite (one file, one machine) or postgresql (many machines).</summary>
    public StoreProvider Provider { get; init; } = StoreProvider.Sqlite;

    /// <summary>ADO.NET connection string; empty means the SQLite file in the user's data folder.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>How long to wait for a store that another process is writing to.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long composed digests are kept, so that they can be verified and asked about.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan DigestRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long the text and the story of a delivered post are kept, and what a channel was shown; that it was delivered is kept for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan DeliveryRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a conversation is remembered after its last message.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan ConversationRetention { get; init; } = TimeSpan.FromDays(1);
}

[OptionsValidator]
internal sealed partial class StoreOptionsValidator : IValidateOptions<StoreOptions>;

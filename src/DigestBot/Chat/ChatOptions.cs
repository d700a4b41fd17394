using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Chat;

/// <summary>How the bot speaks where neither the reader nor the space says otherwise. Bound from the "Chat" section.</summary>
public sealed record ChatOptions
{
    public const string Section = "Chat";

    /// <summary>Language of the bot's own sentences: en, fr or ar. The news keeps its own.</summary>
    [CustomValidation(typeof(ChatOptions), nameof(CheckLanguage))]
    public string Language { get; init; } = "en";

    /// <summary>IANA time zone in which the terminal shows times; empty for this machine's own.</summary>
    [CustomValidation(typeof(ChatOptions), nameof(CheckTimeZone))]
    public string TimeZone { get; init; } = "";

    public static ValidationResult? CheckLanguage(string language) => Phrases.Find(language) is not null
        ? ValidationResult.Success
        : new ValidationResult($"Chat:Language '{language}' is not known; use one of {string.Join(", ", Phrases.Languages)}.");

    public static ValidationResult? CheckTimeZone(string id) => id.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)
        ? ValidationResult.Success
        : new ValidationResult($"Chat:TimeZone '{id}' is not a known time zone; use an IANA name such as Europe/London.");
}

[OptionsValidator]
internal sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Cli;

/// <summary>Makes options whose bad values are refused with one sentence that names what is allowed.</summary>
internal static class CliOption
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static Option<string?> Text(string name, string placeholder, string description, Phrases phrases) =>
        Create<string?>(name, placeholder, description, phrases, text =>
            string.IsNullOrWhiteSpace(text) ? (null, phrases.UsageEmpty(name)) : (text, null));

    public static Option<string?> Limited(
        string name,
        string placeholder,
        string description,
        int longest,
        Func<long, long, string> tooLong,
        Phrases phrases) =>
        Create<string?>(name, placeholder, description, phrases, text =>
            string.IsNullOrWhiteSpace(text) ? (null, phrases.UsageEmpty(name))
            : text.Trim().Length > longest ? (null, tooLong(longest, text.Trim().Length))
            : (text.Trim(), null));

    public static Option<string?> Channel(string name, string description, Phrases phrases) =>
        Create<string?>(name, "PLATFORM:ID", description, phrases, text =>
            ChannelRef.TryParse(text, out ChannelRef? channel)
                ? (channel.ToString(), null)
                : (null, phrases.UsageChannel(name, text)));

    public static Option<string?> Language(string name, Phrases phrases)
    {
        string languages = string.Join('|', Phrases.Languages);
        return Create<string?>(name, languages, phrases.OptionLang(languages), phrases, text =>
            text.Length > 0 && Phrases.Find(text) is not null
                ? (text, null)
                : (null, phrases.UsageLanguage(text, phrases.List(Phrases.Languages))));
    }

    public static Option<Since?> Since(Phrases phrases) =>
        Create<Since?>("--since", "24h|7d|all", phrases.OptionSince, phrases, text =>
            WindowText.TryParse(text, out TimeSpan? span)
                ? (new Since(span), null)
                : (null, phrases.UsageSince("--since", text)));

    public static Option<DateTimeOffset?> Instant(string name, string description, Phrases phrases) =>
        Create<DateTimeOffset?>(name, "DATE", description, phrases, text =>
            DateTimeOffset.TryParseExact(
                text,
                InstantFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset instant)
                ? (instant.ToUniversalTime(), null)
                : (null, phrases.UsageInstant(name, text)));

    public static Option<int?> Number(
        string name, int least, int most, Func<long, long, string> describe, Phrases phrases) =>
        Create<int?>(name, "N", describe(least, most), phrases, text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
                ? (number, null)
                : (null, phrases.UsageRange(name, least, most, text)));

    public static Option<string?> Choice(
        string name, IReadOnlyList<string> choices, Func<string, string> describe, Phrases phrases)
    {
        string all = string.Join('|', choices);
        return Create<string?>(name, all, describe(all), phrases, text =>
            choices.Contains(text, StringComparer.OrdinalIgnoreCase)
                ? (text.ToLowerInvariant(), null)
                : (null, phrases.UsageChoice(name, phrases.List(choices), text)));
    }

    private static Option<T> Create<T>(
        string name,
        string placeholder,
        string description,
        Phrases phrases,
        Func<string, (T Value, string? Wrong)> parse) =>
        new(name)
        {
            Description = description,
            HelpName = placeholder,
            Arity = ArgumentArity.ZeroOrMore, // counted below, so that what is wrong is said in the reader's language
            AllowMultipleArgumentsPerToken = false,
            CustomParser = result => Parse(name, result, phrases, parse),
        };

    private static T Parse<T>(
        string name, ArgumentResult result, Phrases phrases, Func<string, (T Value, string? Wrong)> parse)
    {
        if (result.Tokens.Count != 1)
        {
            result.AddError(phrases.UsageOnce(name));
            return default!;
        }

        (T value, string? wrong) = parse(result.Tokens[0].Value);
        if (wrong is not null)
        {
            result.AddError(wrong);
        }

        return value;
    }
}

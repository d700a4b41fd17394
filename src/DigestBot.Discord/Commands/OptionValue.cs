using System.Globalization;
using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>The value of an option: a string, an integer, a number or a boolean.</summary>
[JsonConverter(typeof(OptionValueConverter))]
public sealed record OptionValue
{
    private OptionValue(object raw) => Raw = raw;

    /// <summary>A <see cref="string"/>, <see cref="long"/>, <see cref="double"/> or <see cref="bool"/>.</summary>
    public object Raw { get; }

    /// <summary>The number, if it is an integer, or a string that is one: ids of users, roles and channels come as strings.</summary>
    public long? AsInteger => Raw switch
    {
        long number => number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    };

    /// <summary>The id of a user, role or channel; null if it is none.</summary>
    public ulong? AsSnowflake =>
        Raw is string text && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : null;

    /// <summary>The answer to yes or no; null if it is none.</summary>
    public bool? AsBoolean => Raw as bool?;

    // Cast, or the compiler takes the record's copy constructor by way of these very conversions.
    public static implicit operator OptionValue(string value) => new((object)value ?? throw new ArgumentNullException(nameof(value)));

    public static implicit operator OptionValue(long value) => new((object)value);

    public static implicit operator OptionValue(double value) => new((object)value);

    public static implicit operator OptionValue(bool value) => new((object)value);

    /// <summary>As text, the same in every culture: "iraq", "-5", "2.5", "true".</summary>
    public override string ToString() => Raw switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)Raw,
    };
}

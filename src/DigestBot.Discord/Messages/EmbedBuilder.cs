namespace DigestBot.Discord;

/// <summary>Makes an <see cref="Embed"/> within Discord's limits.</summary>
public sealed class EmbedBuilder
{
    private readonly List<EmbedField> _fields = [];
    private Embed _embed = new();

    /// <summary>Characters so far, of the 6000 that a message may have.</summary>
    public int Length => Current.Length;

    private Embed Current => _embed with { Fields = _fields.Count == 0 ? null : [.. _fields] };

    public EmbedBuilder WithTitle(string? title)
    {
        _embed = _embed with { Title = title };
        return this;
    }

    public EmbedBuilder WithDescription(string? description)
    {
        _embed = _embed with { Description = description };
        return this;
    }

    public EmbedBuilder WithUrl(string? url)
    {
        _embed = _embed with { Url = url };
        return this;
    }

    /// <param name="color">As 0xRRGGBB.</param>
    public EmbedBuilder WithColor(uint? color)
    {
        _embed = _embed with { Color = color };
        return this;
    }

    public EmbedBuilder WithTimestamp(DateTimeOffset? timestamp)
    {
        _embed = _embed with { Timestamp = timestamp };
        return this;
    }

    public EmbedBuilder WithAuthor(string name, string? url = null)
    {
        _embed = _embed with { Author = new EmbedAuthor(name, url) };
        return this;
    }

    public EmbedBuilder WithFooter(string text)
    {
        _embed = _embed with { Footer = new EmbedFooter(text) };
        return this;
    }

    public EmbedBuilder AddField(string name, string value, bool inline = false)
    {
        _fields.Add(new EmbedField(name, value, inline));
        return this;
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public Embed Build()
    {
        Embed embed = Current;
        EmbedRules.Validate(embed);
        return embed;
    }
}

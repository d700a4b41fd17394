namespace DigestBot.Discord;

/// <summary>Makes the rows of buttons and menus below a message.</summary>
public sealed class ComponentBuilder
{
    private readonly List<List<MessageComponent>> _rows = [];

    /// <summary>Adds a button to the last row, or to a new one where that is full or holds a menu.</summary>
    public ComponentBuilder WithButton(
        string label, string customId, ButtonStyle style = ButtonStyle.Secondary, bool disabled = false) =>
        WithButton(new ButtonBuilder().WithLabel(label).WithCustomId(customId).WithStyle(style).WithDisabled(disabled));

    /// <summary>Adds a button to the last row, or to a new one where that is full or holds a menu.</summary>
    public ComponentBuilder WithButton(ButtonBuilder button)
    {
        ArgumentNullException.ThrowIfNull(button);
        bool fits = _rows is [.., { Count: < DiscordLimits.ButtonsInRow } last]
            && last.TrueForAll(found => found.Type == ComponentType.Button);
        if (!fits)
        {
            _rows.Add([]);
        }

        _rows[^1].Add(button.Build());
        return this;
    }

    /// <summary>Adds a button that opens an address.</summary>
    public ComponentBuilder WithLink(string label, string url) =>
        WithButton(new ButtonBuilder().WithLabel(label).WithStyle(ButtonStyle.Link).WithUrl(url));

    /// <summary>Adds a menu, in a row of its own.</summary>
    public ComponentBuilder WithSelectMenu(SelectMenuBuilder menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        _rows.Add([menu.Build()]);
        return this;
    }

    /// <summary>What follows stands in a new row. Empty rows are left out.</summary>
    public ComponentBuilder NewRow()
    {
        _rows.Add([]);
        return this;
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public IReadOnlyList<MessageComponent> Build()
    {
        MessageComponent[] rows =
        [
            .. from row in _rows
               where row.Count > 0
               select new MessageComponent { Type = ComponentType.ActionRow, Components = [.. row] },
        ];
        ComponentRules.ValidateRows(rows);
        return rows;
    }
}

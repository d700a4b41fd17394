namespace DigestBot.Discord;

/// <summary>Holds components against the documented limits before Discord does.</summary>
internal static class ComponentRules
{
    /// <summary>The rows of a message: five buttons or one menu each, and no custom id twice.</summary>
    public static void ValidateRows(IReadOnlyList<MessageComponent> rows)
    {
        DiscordLimits.CheckCount(rows.Count, DiscordLimits.ActionRows, "rows of components");
        foreach (MessageComponent row in rows)
        {
            ValidateRow(row);
        }

        ValidateIds(rows);
    }

    /// <summary>The components of a form: labels with an input each, texts, or rows with a text input each.</summary>
    public static void ValidateModal(Modal modal)
    {
        DiscordLimits.Check(modal.Title, 1, DiscordLimits.ModalTitle, "title of the form");
        DiscordLimits.Check(modal.CustomId, 1, DiscordLimits.CustomId, "custom id of the form");
        DiscordLimits.CheckCount(modal.Components.Count, DiscordLimits.ModalComponents, "components in the form", least: 1);
        foreach (MessageComponent component in modal.Components)
        {
            ValidateInModal(component);
        }

        ValidateIds(modal.Components);
    }

    private static void ValidateRow(MessageComponent row)
    {
        if (row.Type != ComponentType.ActionRow || row.Components is not { Count: > 0 } inside)
        {
            throw new ArgumentException("The components of a message stand in rows, and no row is empty.");
        }

        if (inside.All(component => component.Type == ComponentType.Button))
        {
            DiscordLimits.CheckCount(inside.Count, DiscordLimits.ButtonsInRow, "buttons in a row");
            foreach (MessageComponent button in inside)
            {
                ValidateButton(button);
            }
        }
        else if (inside is [{ } menu] && IsMenu(menu.Type))
        {
            ValidateMenu(menu);
        }
        else
        {
            throw new ArgumentException("A row holds up to five buttons, or one menu and nothing else.");
        }
    }

    public static void ValidateButton(MessageComponent button)
    {
        DiscordLimits.Check(button.Label, 1, DiscordLimits.ButtonLabel, "label of a button");
        if (button.Style is not (>= (int)ButtonStyle.Primary and <= (int)ButtonStyle.Link))
        {
            throw new ArgumentException("A button has a style.");
        }

        if (button.Style == (int)ButtonStyle.Link)
        {
            DiscordLimits.Check(button.Url, 1, DiscordLimits.ButtonUrl, "address of a button");
            DiscordLimits.CheckUrl(button.Url, "button", alsoDiscord: true);
        }
        else
        {
            DiscordLimits.Check(button.CustomId, 1, DiscordLimits.CustomId, "custom id of a button");
        }

        if ((button.CustomId is null) == (button.Url is null))
        {
            throw new ArgumentException("A button has either a custom id or, with the style of a link, an address.");
        }
    }

    public static void ValidateMenu(MessageComponent menu)
    {
        DiscordLimits.Check(menu.CustomId, 1, DiscordLimits.CustomId, "custom id of a menu");
        DiscordLimits.Check(menu.Placeholder, 0, DiscordLimits.SelectPlaceholder, "placeholder of a menu");
        int most = menu.MaxValues ?? 1;
        int least = menu.MinValues ?? 1;
        if (least is < 0 or > DiscordLimits.SelectOptions || most is < 1 or > DiscordLimits.SelectOptions || least > most)
        {
            throw new ArgumentException($"A menu cannot ask for {least} to {most} choices.");
        }

        if (menu.Type == ComponentType.SelectMenu)
        {
            ValidateOptions(menu.Options ?? []);
        }
    }

    private static void ValidateOptions(IReadOnlyList<SelectOption> options)
    {
        DiscordLimits.CheckCount(options.Count, DiscordLimits.SelectOptions, "options in a menu", least: 1);
        foreach (SelectOption option in options)
        {
            DiscordLimits.Check(option.Label, 1, DiscordLimits.SelectText, "label of an option");
            DiscordLimits.Check(option.Value, 1, DiscordLimits.SelectText, "value of an option");
            DiscordLimits.Check(option.Description, 0, DiscordLimits.SelectText, "description of an option");
        }

        if (options.DistinctBy(option => option.Value).Count() != options.Count)
        {
            throw new ArgumentException("Two options of a menu have the same value.");
        }
    }

    private static void ValidateInModal(MessageComponent component)
    {
        switch (component)
        {
            case { Type: ComponentType.Label, Component: { } labelled }:
                DiscordLimits.Check(component.Label, 1, DiscordLimits.Label, "label of an input");
                DiscordLimits.Check(component.Description, 0, DiscordLimits.LabelDescription, "description of an input");
                ValidateLabelled(labelled);
                break;
            case { Type: ComponentType.ActionRow, Components: [{ Type: ComponentType.TextInput } input] }:
                DiscordLimits.Check(input.Label, 1, DiscordLimits.Label, "label of an input");
                ValidateInput(input);
                break;
            case { Type: ComponentType.TextDisplay }:
                DiscordLimits.Check(component.Content, 1, DiscordLimits.TextInput, "text of a form");
                break;
            default:
                throw new ArgumentException("A form holds labels with an input each, and texts.");
        }
    }

    private static void ValidateLabelled(MessageComponent component)
    {
        if (component.Type == ComponentType.TextInput)
        {
            ValidateInput(component);
        }
        else if (IsMenu(component.Type))
        {
            ValidateMenu(component);
        }
        else
        {
            throw new ArgumentException("A label labels a text input or a menu.");
        }
    }

    public static void ValidateInput(MessageComponent input)
    {
        DiscordLimits.Check(input.CustomId, 1, DiscordLimits.CustomId, "custom id of an input");
        DiscordLimits.Check(input.Placeholder, 0, DiscordLimits.TextInputPlaceholder, "placeholder of an input");
        DiscordLimits.Check(input.Value, 0, DiscordLimits.TextInput, "value of an input");
        int least = input.MinLength ?? 0;
        int most = input.MaxLength ?? DiscordLimits.TextInput;
        if (least is < 0 or > DiscordLimits.TextInput || most is < 1 or > DiscordLimits.TextInput || least > most)
        {
            throw new ArgumentException($"An input cannot ask for {least} to {most} characters.");
        }

        if (input.Style is not ((int)TextInputStyle.Short or (int)TextInputStyle.Paragraph))
        {
            throw new ArgumentException("A text input has a style.");
        }
    }

    private static void ValidateIds(IEnumerable<MessageComponent> roots)
    {
        string[] ids =
        [
            .. from root in roots
               from component in root.SelfAndDescendants()
               where component.CustomId is not null
               select component.CustomId,
        ];
        if (ids.Distinct().Count() != ids.Length)
        {
            throw new ArgumentException("Two components have the same custom id.");
        }
    }

    private static bool IsMenu(ComponentType type) => type is ComponentType.SelectMenu or ComponentType.UserSelect
        or ComponentType.RoleSelect or ComponentType.MentionableSelect or ComponentType.ChannelSelect;
}

namespace DigestBot.Discord.Tests.Components;

/// <summary>Every documented limit of buttons, menus and forms.</summary>
public sealed class ComponentLimitsTests
{
    public static TheoryData<string, int, int, Action<int>> Limits => new()
    {
        { "button label", 1, 80, n => Button().WithLabel(Text(n)).Build() },
        { "button id", 1, 100, n => Button().WithCustomId(Text(n)).Build() },
        { "link", 20, 512, n => Link("https://example.org/" + Text(n - 20)).Build() },
        { "menu id", 1, 100, n => Menu().WithCustomId(Text(n)).Build() },
        { "placeholder", 0, 150, n => Menu().WithPlaceholder(Text(n)).Build() },
        { "options", 1, 25, n => Repeat(n, new SelectMenuBuilder().WithCustomId("m"), (menu, i) => menu.AddOption("o", i)).Build() },
        { "option label", 1, 100, n => Menu().AddOption(Text(n), "v").Build() },
        { "option value", 1, 100, n => Menu().AddOption("l", Text(n)).Build() },
        { "option description", 0, 100, n => Menu().AddOption("l", "v", Text(n)).Build() },
        { "choices at least", 0, 25, n => Menu().WithMinValues(n).WithMaxValues(25).Build() },
        { "choices at most", 1, 25, n => Menu().WithMinValues(0).WithMaxValues(n).Build() },
        { "rows", 0, 5, n => Repeat(n, new ComponentBuilder(), (rows, i) => rows.NewRow().WithButton("b", i)).Build() },
        { "buttons", 0, 25, n => Repeat(n, new ComponentBuilder(), (rows, i) => rows.WithButton("b", i)).Build() },
        { "form title", 1, 45, n => Form().WithTitle(Text(n)).AddTextInput("l", Input()).Build() },
        { "form id", 1, 100, n => Form().WithCustomId(Text(n)).AddTextInput("l", Input()).Build() },
        { "label", 1, 45, n => Form().AddTextInput(Text(n), Input()).Build() },
        { "label description", 0, 100, n => Form().AddTextInput("l", Input(), Text(n)).Build() },
        { "inputs", 1, 5, n => Repeat(n, Form(), (form, i) => form.AddTextInput("l", Input(i))).Build() },
        { "input id", 1, 100, n => Input(Text(n)).Build() },
        { "input value", 0, 4000, n => Input().WithValue(Text(n)).Build() },
        { "input placeholder", 0, 100, n => Input().WithPlaceholder(Text(n)).Build() },
        { "input length at least", 0, 4000, n => Input().WithMinLength(n).Build() },
        { "input length at most", 1, 4000, n => Input().WithMaxLength(n).Build() },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void What_fits_passes_and_one_more_is_refused(string what, int least, int most, Action<int> build)
    {
        build(least);
        build(most);

        Assert.True(Record.Exception(() => build(most + 1)) is ArgumentException, $"{what}: {most + 1}");
        Assert.True(least != 1 || Record.Exception(() => build(0)) is ArgumentException, $"{what}: 0");
    }

    [Fact]
    public void Buttons_fill_rows_of_five_and_a_menu_has_its_own()
    {
        IReadOnlyList<MessageComponent> rows = new ComponentBuilder()
            .WithButton("1", "1").WithButton("2", "2").WithButton("3", "3").WithButton("4", "4").WithButton("5", "5").WithButton("6", "6")
            .WithSelectMenu(Menu()).WithButton("7", "7").Build();

        Assert.Equal([5, 1, 1, 1], rows.Select(row => row.Components!.Count));
        Assert.Equal(ComponentType.SelectMenu, rows[2].Components![0].Type);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ComponentBuilder().WithButton("a", "same").WithButton("b", "same").Build());
        Assert.Throws<ArgumentException>(() => Button().WithUrl("https://example.org/").Build());
        Assert.Throws<ArgumentException>(() => Link("https://example.org/").WithCustomId("x").Build());
        Assert.Throws<ArgumentException>(() => Link("ftp://example.org/").Build());
        Assert.Throws<ArgumentException>(() => Menu().WithMinValues(3).WithMaxValues(2).Build());
        Assert.Throws<ArgumentException>(() => Menu().AddOption("again", "o").Build());
        Assert.Throws<ArgumentException>(() => Input().WithMinLength(10).WithMaxLength(9).Build());
        Assert.Throws<ArgumentException>(() => new MessageProperties { Components = [Button().Build()] }.Validate());
        Assert.Throws<ArgumentException>(
            () => new MessageProperties { Components = [new() { Type = ComponentType.ActionRow, Components = [] }] }.Validate());
    }

    [Fact]
    public void Menus_of_channels_and_roles_need_no_options()
    {
        MessageComponent menu = new SelectMenuBuilder()
            .WithType(ComponentType.ChannelSelect).WithCustomId("c").WithChannelTypes(ChannelType.Text, ChannelType.News).Build();

        Assert.Equal([ChannelType.Text, ChannelType.News], menu.ChannelTypes!);
    }

    [Fact]
    public void A_form_can_ask_with_a_menu()
    {
        Modal form = Form().AddSelectMenu("Which?", Menu(), "One of these").Build();

        Assert.Equal((ComponentType.Label, ComponentType.SelectMenu), (form.Components[0].Type, form.Components[0].Component!.Type));
    }

    private static ButtonBuilder Button() => new ButtonBuilder().WithLabel("More").WithCustomId("more:1");

    private static ButtonBuilder Link(string url) => new ButtonBuilder().WithLabel("Open").WithStyle(ButtonStyle.Link).WithUrl(url);

    private static SelectMenuBuilder Menu() => new SelectMenuBuilder().WithCustomId("m").AddOption("Option", "o");

    private static TextInputBuilder Input(string id = "q") => new TextInputBuilder().WithCustomId(id);

    private static ModalBuilder Form() => new ModalBuilder().WithTitle("t").WithCustomId("f");

    private static T Repeat<T>(int count, T builder, Func<T, string, T> add) =>
        Enumerable.Range(0, count).Aggregate(builder, (built, i) => add(built, $"{i}"));

    private static string Text(int length) => new('x', length);
}

namespace DigestBot.Chat;

// Headings of lists.
internal sealed partial class Phrases
{
    public string ColumnId => Say();

    public string ColumnName => Say();

    public string ColumnFolder => Say();

    public string ColumnSetting => Say();

    public string ColumnKind => Say();

    public string ColumnState => Say();

    public string ColumnArticles => Say();

    public string ColumnLastRead => Say();

    public string ColumnAddress => Say();

    public string ColumnTitle => Say();

    public string ColumnPublishers => Say();

    public string ColumnNewest => Say();

    public string ColumnPublished => Say();

    public string ColumnSource => Say();

    public string ColumnQuote => Say();

    public string ColumnCheck => Say();

    public string ColumnFinding => Say();

    public string ColumnRemedy => Say();

    public string ColumnTopic => Say();

    public string ColumnWhen => Say();

    public string ColumnWhere => Say();

    public string ColumnNextRun => Say();
}

namespace DigestBot.Chat;

// What stands around digests and answers where they come in messages with buttons.
internal sealed partial class Phrases
{
    public string DigestPart(long part, long parts) => Say([part, parts]);

    public string StoryContinued => Say();

    public string QuoteTooLong(long characters) => Say([characters]);

    public string ButtonSources => Say();

    public string ButtonAsk => Say();

    public string AskFormTitle => Say();

    public string AskFormQuestion => Say();

    public string SourcesOfDigest(string id) => Say([id]);

    public string QuotePlace(string place) => Say([place]);

    public string ListCut => Say();
}

namespace DigestBot.Chat;

// What a chat platform says where buttons, forms and messages of people meet.
internal sealed partial class Phrases
{
    public string ChatFailed => Say();

    public string DigestNotKept => Say();

    public string ButtonUnknown => Say();

    public string MessageNotDigest => Say();

    public string MessageWithoutText => Say();

    public string AskFormQuoted => Say();

    public string FormTooSlow => Say();

    public string AnsweredDirectly => Say();

    public string DirectMessagesClosed => Say();

    public string NothingFurther => Say();

    public string NothingToTrace => Say();
}

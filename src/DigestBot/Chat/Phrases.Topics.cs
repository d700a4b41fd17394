namespace DigestBot.Chat;

/// <summary>Sentences about topics.</summary>
internal sealed partial class Phrases
{
    public string CommandTopics => Say();

    public string VerbTopics => Say();

    public string VerbTopicsList => Say();

    public string VerbTopicsTest => Say();

    public string VerbTopicsAdd => Say();

    public string VerbTopicsRemove => Say();

    public string ParameterTopicName => Say();

    public string ParameterTopicInclude => Say();

    public string ParameterTopicExclude => Say();

    public string TopicWordsTooLong(long most, long length) => Say([most, length]);

    public string TopicsManagersOnly => Say();

    public string TopicsNone => Say();

    public string TopicsFound(long topics) => Say([topics]);

    public string TopicsFull(long limit) => Say([limit]);

    public string TopicSaved(string name) => Say([name]);

    public string TopicRemoved(string name) => Say([name]);

    public string TopicUnknown(string name) => Say([name]);

    public string TopicNoWords => Say();

    public string TopicTooManyEntries(long most) => Say([most]);

    public string TopicFinds(string list) => Say([list]);

    public string TopicLeavesOut(string list) => Say([list]);

    public string TopicFoundBy(string list) => Say([list]);

    public string TopicTestFound(string name, long articles) => Say([name, articles]);

    public string TopicTestLeftOut(long articles) => Say([articles]);

    public string TopicTestNames(string names) => Say([names]);

    public string TopicTestAlso(string names) => Say([names]);

    public string TopicTestUndefined(string name) => Say([name]);
}

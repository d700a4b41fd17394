namespace DigestBot.Summaries;

/// <summary>What kind of answer a question asks for; one bit each, so that a passage can offer several.</summary>
[Flags]
internal enum AnswerType
{
    /// <summary>Nothing in particular.</summary>
    Any = 0,

    /// <summary>A person, a body or a thing by name.</summary>
    Name = 1,

    /// <summary>A place by name.</summary>
    Place = 2,

    /// <summary>A date, a year, a day.</summary>
    Time = 4,

    /// <summary>A count, a sum, a measure.</summary>
    Number = 8,

    /// <summary>A cause.</summary>
    Reason = 16,
}

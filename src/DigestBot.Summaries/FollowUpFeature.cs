namespace DigestBot.Summaries;

/// <summary>What the trained model looks at, to tell whether a question means a word of the conversation without saying it.</summary>
/// <remarks>The numbers stand in the file of weights: never renumber, only append.</remarks>
internal enum FollowUpFeature
{
    /// <summary>1 where the title has the word, 0.5 if only in brackets.</summary>
    InTitle,

    /// <summary>Words of the title.</summary>
    TitleTerms,

    /// <summary>Place of the word in the title, 9 if it has it not.</summary>
    TitlePlace,

    /// <summary>1 where the section has the word.</summary>
    InSection,

    /// <summary>Words of the section.</summary>
    SectionTerms,

    /// <summary>Turns since a question had it: 0 for the last, 13 for none.</summary>
    SinceAsked,

    /// <summary>Turns since an answer had it: 0 for the last, 13 for none.</summary>
    SinceAnswered,

    /// <summary>Questions that had it.</summary>
    TimesAsked,

    /// <summary>Answers that had it.</summary>
    TimesAnswered,

    /// <summary>1 where it was written with a capital behind the first word, 0.5 at the first word only.</summary>
    Capital,

    /// <summary>1 where it holds a digit.</summary>
    Digit,

    /// <summary>Place among the words of the last answer, 99 if that has it not.</summary>
    AnswerPlace,

    /// <summary>Words of the last answer.</summary>
    AnswerTerms,

    /// <summary>Most words in capitals that it stood among.</summary>
    NameLength,

    /// <summary>Share of the articles of English news that have it.</summary>
    Common,

    /// <summary>Words of the question that say something.</summary>
    OwnTerms,

    /// <summary>All words of the question.</summary>
    OwnWords,

    /// <summary>1 for he, 2 for she, 3 for they, 4 for it, 0 for none of them.</summary>
    Pronoun,

    /// <summary>Whether its first pronoun is possessive: his, her, their, its.</summary>
    Possessive,

    /// <summary>1 for this or that, 2 for these or those, 3 for there, 4 for then.</summary>
    Pointer,

    /// <summary>1 where the question asks for others: other, else, more, besides.</summary>
    AsksOthers,

    /// <summary>Share of the title's words that the question has.</summary>
    TitleSaid,

    /// <summary>Turns so far.</summary>
    Turns,

    /// <summary>What the question begins with: a number for each question word, 0 for others.</summary>
    QuestionWord,

    /// <summary>Words between it and a word of the question, in what was said last; 30 if they never stood together.</summary>
    Distance,

    /// <summary>Share of the question's words that the same utterance had, highest.</summary>
    SaidWithQuestion,

    /// <summary>Earlier questions that said he or she, share.</summary>
    PersonsSoFar,

    /// <summary>Earlier questions that said they, share.</summary>
    GroupsSoFar,

    /// <summary>1 where the question speaks of the article or the page.</summary>
    AsksOfArticle,

    /// <summary>1 where a word of the question follows the: "the album".</summary>
    Definite,

    /// <summary>Highest share of the words of a name beside it that the question has already.</summary>
    NameSaid,

    /// <summary>Place of the name in the last answer: 1 for the first name there, 0 for none.</summary>
    AnswerName,

    /// <summary>Words behind the last pronoun of the question.</summary>
    BehindPronoun,

    /// <summary>Names in the question.</summary>
    OwnNames,

    /// <summary>Share of the section's words that the question has.</summary>
    SectionSaid,

    /// <summary>Share of the question's words that were said before.</summary>
    Known,

    /// <summary>Words of the question that were said before as names.</summary>
    KnownNames,

    /// <summary>Pronoun of the question before it.</summary>
    PronounBefore,

    /// <summary>How common the rarest word of the question is.</summary>
    RarestOwn,

    /// <summary>1 for -ed, 2 for -ing, 3 for -s, 4 for -ly, 0 for others.</summary>
    Ending,

    /// <summary>What stands before it where it was said last: 1 the, 2 a, 3 a possessive, 4 a preposition, 5 and, 0 other words.</summary>
    Behind,

    /// <summary>As <see cref="Distance"/>, to a word that the question has behind the.</summary>
    DistanceToDefinite,

    /// <summary>Words of the conversation that the question does not say.</summary>
    Candidates,
}

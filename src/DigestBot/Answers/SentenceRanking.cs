using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Ranks the sentences of some articles by how well they answer a question.</summary>
internal static class SentenceRanking
{
    // Sentences whose confidence is worked out; the others do not come near.
    private const int MaxJudged = 25;
    private const int MaxSentenceLength = 1000;

    // What the sentence lacks, its headline may have: the country, the name.
    private const double HeadlineShare = 0.6;
    private const double OrderShare = 0.15;

    // One rare word in common, such as a place, is no answer to a question of several.
    private const double LeastShared = 0.5;

    // How sure an answer to a follow-up can be in an article that has nothing of what the conversation is about.
    private const double OffSubject = 0.4;

    // Sentences of several articles stand in the list, so places mean nothing.
    private static readonly RankOptions BySentence = new() { UsePlace = false };

    // The trained model judges a whole text at once; one sentence is judged by what it has of the question.
    private static readonly RankOptions Untrained = new() { UseTrainedModel = false };

    /// <summary>The best sentences first.</summary>
    /// <param name="question">As it was asked: what it added to the conversation is what a sentence must have.</param>
    /// <param name="query">The self-contained question; equal to the question if that stands by itself.</param>
    /// <param name="found">The articles.</param>
    public static IReadOnlyList<ScoredSentence> Rank(string question, string query, FoundArticles found)
    {
        HashSet<string> own = [.. TextAnalyzer.Terms(question)];
        QueryTerm[] subject = own.Count == 0 ? [] : [.. TextAnalyzer.QueryTerms(query).Where(term => !own.Contains(term.Stem))];
        Dictionary<long, double> onSubject = found.Articles.ToDictionary(article => article.Id, article => OnSubject(article, subject));
        return [.. Rank(own.Count == 0 ? query : question, found)
            .Select(sentence => sentence with { Confidence = sentence.Confidence * onSubject[sentence.Article.Id], Score = sentence.Score * onSubject[sentence.Article.Id] })
            .OrderByDescending(sentence => sentence.Score)];
    }

    private static double OnSubject(Article article, QueryTerm[] subject)
    {
        if (subject.Length == 0)
        {
            return 1;
        }

        TermVector terms = ArticleLanguage.Terms(article);
        double share = subject.Count(term => term.CountIn(terms) > 0) / (double)subject.Length;
        return OffSubject + ((1 - OffSubject) * share);
    }

    private static IReadOnlyList<ScoredSentence> Rank(string query, FoundArticles found)
    {
        (Article Article, TextSpan Span)[] sentences = [.. found.Articles.SelectMany(Sentences)];
        if (sentences.Length == 0)
        {
            return [];
        }

        double Idf(string term) => found.Frequencies.Idf(term);
        string[] passages = [.. sentences.Select(sentence => sentence.Span.Of(sentence.Article.Text).ToString())];
        Dictionary<long, int> places = found.Articles.Select((article, place) => (article.Id, place)).ToDictionary();
        Dictionary<long, TextLanguage> languages = found.Articles.ToDictionary(article => article.Id, ArticleLanguage.Of);
        RankOptions options = BySentence with { Languages = [.. sentences.Select(sentence => languages[sentence.Article.Id])] };
        return [.. PassageRanker.Rank(query, passages, Idf, options)
            .Take(MaxJudged)
            .Where(passage => passage.Coverage > 0)
            .Select(passage => Judge(query, passage, sentences[passage.Index], languages[sentences[passage.Index].Article.Id], Idf, places))
            .OrderByDescending(sentence => sentence.Score)
            .ThenByDescending(sentence => sentence.Article.Id)
            .ThenBy(sentence => sentence.Span.Start)];
    }

    private static ScoredSentence Judge(
        string query,
        RankedPassage passage,
        (Article Article, TextSpan Span) sentence,
        TextLanguage language,
        Func<string, double> idf,
        Dictionary<long, int> places)
    {
        string text = sentence.Span.Of(sentence.Article.Text).ToString();
        RankOptions options = Untrained with { Languages = [language] };
        double own = PassageRanker.Answerable(query, [text], idf, options);
        double withHeadline = PassageRanker.Answerable(query, [$"{sentence.Article.Title}. {text}"], idf, options);
        double confidence = Math.Clamp(own + (HeadlineShare * Math.Max(0, withHeadline - own)), 0, 1);
        confidence *= Math.Min(1, SharedWords(query, $"{sentence.Article.Title} {text}", language) / LeastShared);
        double order = OrderShare / (1 + places[sentence.Article.Id]);
        return new ScoredSentence(sentence.Article, sentence.Span, passage.Score + confidence + order, confidence);
    }

    private static double SharedWords(string query, string text, TextLanguage language)
    {
        IReadOnlyList<QueryTerm> asked = TextAnalyzer.QueryTerms(query);
        HashSet<string> stems = [.. TextAnalyzer.Terms(text, language)];
        return asked.Count == 0 ? 0 : asked.Count(term => term.Forms.Any(stems.Contains)) / (double)asked.Count;
    }

    private static IEnumerable<(Article Article, TextSpan Span)> Sentences(Article article) =>
        SentenceSplitter.Split(article.Text)
            .Where(span => span.Length <= MaxSentenceLength)
            .Select(span => (article, span));
}

namespace DigestBot.News;

/// <summary>A sentence lifted unchanged from a stored article.</summary>
/// <remarks>Invariant: <c>Text == article.Text.Substring(Start, Length)</c> when it was quoted.</remarks>
/// <param name="Text">The sentence, character for character.</param>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Start">Offset in UTF-16 code units of the article's stored text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
public sealed record Citation(string Text, ArticleRef Article, int Start, int Length);

namespace DigestBot.Store;

/// <summary>By how much the number of articles that hold a term changes in one scope.</summary>
internal readonly record struct TermFrequencyChange(long AnalyzerVersion, long Scope, string Term, long Articles);

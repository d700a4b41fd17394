namespace DigestBot.Evaluation;

/// <summary>A mistake of the caller, told in one sentence.</summary>
internal sealed class EvaluationException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

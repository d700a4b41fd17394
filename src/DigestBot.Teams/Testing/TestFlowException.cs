namespace DigestBot.Teams.Testing;

/// <summary>A bot did not say what a <see cref="TestFlow"/> expected.</summary>
public sealed class TestFlowException : Exception
{
    public TestFlowException()
    {
    }

    public TestFlowException(string message)
        : base(message)
    {
    }

    public TestFlowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

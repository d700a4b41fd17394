namespace DigestBot.Tests.Architecture.Samples.Second;

/// <summary>Stands for a type of a later slice, which an earlier one must not use.</summary>
internal class Later : Exception
{
    public static int Count() => 0;
}

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Dice that always show the same.</summary>
internal sealed class ConstantRandom(double value) : Random
{
    public override double NextDouble() => value;
}

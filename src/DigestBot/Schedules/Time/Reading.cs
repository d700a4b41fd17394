using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Schedules.Time;

/// <summary>What was made of a person's words.</summary>
/// <param name="Value">All of it, or what was understood before the misreading; default for nothing.</param>
/// <param name="Misreading">What could not be read; null when all was understood.</param>
internal sealed record Reading<T>(T? Value, Misreading? Misreading = null)
{
    [MemberNotNullWhen(false, nameof(Misreading))]
    public bool IsUnderstood => Misreading is null;
}

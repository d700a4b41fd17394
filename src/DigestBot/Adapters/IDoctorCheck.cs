using DigestBot.Chat;

namespace DigestBot.Adapters;

/// <summary>Something of a platform that <c>doctor</c> looks at, beside configuration and store.</summary>
internal interface IDoctorCheck
{
    /// <summary>Its name, for scripts; the same in every language.</summary>
    string Name { get; }

    /// <summary>Looks, and changes nothing; every problem comes with its remedy.</summary>
    Task<IReadOnlyList<Finding>> LookAsync(Phrases phrases, CancellationToken cancellationToken);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>What to do with a part that may have arrived, where the platform cannot tell.</summary>
internal enum WhenUnsure
{
    /// <summary>Do not send it again: it may be missing.</summary>
    AtMostOnce,

    /// <summary>Send it again: it may be there twice.</summary>
    AtLeastOnce,
}

/// <summary>How posts are sent. Bound from the "Delivery" section.</summary>
internal sealed record DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>The longest that one request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a worker holds a post; when it dies, another takes over after that. At least two and a half times SendTimeout.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests of one platform under way at the same time, on one node.</summary>
    [Range(1, 1_000)]
    public int MaxInFlight { get; init; } = 64;

    /// <summary>Attempts after which a post is given up; with the longest waits, about as many as GiveUpAfter leaves room for.</summary>
    [Range(1, 200)]
    public int MaxAttempts { get; init; } = 60;

    /// <summary>The wait after the first failure is drawn from zero to this; it doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait of our own choice; the platform may ask for longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after it was queued a post is given up, whatever happened.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "2.00:00:00")]
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Refusals in a row after which a channel is parked: nothing is sent there until somebody opens it again.</summary>
    [Range(1, 20)]
    public int ParkAfter { get; init; } = 3;

    /// <summary>What to do with a part that may have arrived, where the platform cannot tell.</summary>
    public WhenUnsure WhenUnsure { get; init; } = WhenUnsure.AtMostOnce;

    // An attempt is a look into the channel and a request, each as long as SendTimeout, and neither may outlive the lease.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lease < SendTimeout * 2.5)
        {
            yield return new($"Delivery:Lease {Lease} is too short for Delivery:SendTimeout {SendTimeout}; make it at least {SendTimeout * 2.5}.");
        }
    }
}

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;

using DigestBot.Delivery;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() =>
        Assert.True(new DeliveryOptionsValidator().Validate(null, new DeliveryOptions()).Succeeded);

    [Fact]
    public void A_lease_that_a_look_and_a_request_could_outlive_is_refused_with_the_remedy()
    {
        ValidateOptionsResult result = new DeliveryOptionsValidator().Validate(
            null, new DeliveryOptions { SendTimeout = TimeSpan.FromSeconds(30) });

        Assert.Contains("Delivery:Lease 00:01:00 is too short", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }
}

using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.Store.WebSub;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters;

/// <summary>Looks whether the hubs do what they were asked; says nothing where none is asked.</summary>
internal sealed class HubDoctor(SubscriptionStore subscriptions, IOptions<WebSubOptions> options) : IDoctorCheck
{
    public string Name => "websub";

    public async Task<IReadOnlyList<Finding>> LookAsync(Phrases phrases, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return [];
        }

        SubscriptionTotals totals = await subscriptions.TotalAsync(cancellationToken);
        return totals.Failing == 0
            ? [Finding.Fine(Name, phrases.DoctorHubsOk(totals.Active, totals.Wanted))]
            :
            [
                Finding.Wrong(
                    Name,
                    phrases.DoctorHubsBad(totals.Failing, FeedAddress.In(totals.Problem ?? "")),
                    phrases.DoctorHubsRemedy($"{HubCallback.Base(options.Value)}{HubCallback.Path}")),
            ];
    }
}

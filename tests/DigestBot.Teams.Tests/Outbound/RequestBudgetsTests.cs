using System.Net;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>Requests leave as fast as the service allows.</summary>
public sealed class RequestBudgetsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_into_one_conversation_is_spread()
    {
        using var client = new ClientHarness();
        await client.Get<IBotTokenProvider>().GetTokenAsync(Cancel); // whoever is let go has nothing else to wait for

        await client.DriveAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(client, "one"))));

        AssertKept(client.Service.Requests, RateWindow.Sends);
    }

    [Fact]
    public async Task A_burst_into_many_conversations_of_one_organization_is_spread()
    {
        using var client = new ClientHarness();
        await client.Get<IBotTokenProvider>().GetTokenAsync(Cancel); // whoever is let go has nothing else to wait for

        await client.DriveAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(number => SendAsync(client, $"conversation-{number}"))));

        AssertKept(client.Service.Requests, RateWindow.Tenant);
    }

    [Fact]
    public async Task Organizations_do_not_wait_for_each_other()
    {
        using var client = new ClientHarness();
        IConnectorClientFactory connectors = client.Get<IConnectorClientFactory>();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => connectors.Create(Samples.ServiceUrl, $"tenant-{number % 4}")
            .Conversations.SendToConversationAsync($"conversation-{number}", MessageFactory.Text("a"), Cancel)));

        Assert.Single(client.Service.Requests.Select(request => request.At).Distinct());
    }

    [Fact]
    public async Task Questions_have_a_budget_of_their_own()
    {
        using var client = new ClientHarness();
        Task sends = Task.WhenAll(Enumerable.Range(0, 7).Select(_ => SendAsync(client, "one")));

        Task reads = Task.WhenAll(Enumerable.Range(0, 14).Select(
            _ => client.Conversations().GetConversationPagedMembersAsync("one", cancellationToken: Cancel)));
        await Task.WhenAll(sends, reads);

        Assert.Equal(21, client.Service.Requests.Count);
    }

    [Theory]
    [InlineData(RetryMode.Retry)]
    [InlineData(RetryMode.None)]
    public async Task A_request_that_would_wait_too_long_is_not_sent_and_says_how_long(RetryMode retryMode)
    {
        using var client = new ClientHarness(GivenOptions.Default with { MaxBudgetWait = TimeSpan.FromMilliseconds(500) });
        await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => SendAsync(client, "one")));

        ErrorResponseException error = await Assert.ThrowsAsync<ErrorResponseException>(() => SendAsync(client, "one", retryMode));

        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        Assert.Equal((ErrorCodes.OwnBudget, TimeSpan.FromSeconds(1), false), (error.Code, error.RetryAfter, error.MayHaveArrived));
        Assert.Equal(7, client.Service.Requests.Count);
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_used_is_kept()
    {
        using var client = new ClientHarness(GivenOptions.Default with { MaxBudgetWait = TimeSpan.Zero });
        RequestBudgets budgets = client.Get<RequestBudgets>();

        for (int number = 0; number < RequestBudgets.MostRemembered + 1_000; number++)
        {
            client.Clock.Advance(TimeSpan.FromMilliseconds(50)); // as fast as one organization may
            await budgets.EnterAsync(RequestKind.Send, $"conversation-{number}", "tenant", Cancel);
            if (number % 60 == 0)
            {
                await budgets.EnterAsync(RequestKind.Send, "busy", "another tenant", Cancel);
            }
        }

        Assert.InRange(budgets.Remembered, RequestBudgets.MostRemembered - 2, RequestBudgets.MostRemembered);
        await Assert.ThrowsAsync<ErrorResponseException>(async () =>
        {
            for (int number = 0; number < 8; number++)
            {
                await budgets.EnterAsync(RequestKind.Send, "busy", "another tenant", Cancel);
            }
        });
    }

    [Fact]
    public async Task What_was_quiet_for_an_hour_is_forgotten()
    {
        using var client = new ClientHarness();
        RequestBudgets budgets = client.Get<RequestBudgets>();
        for (int number = 0; number < 20; number++)
        {
            await budgets.EnterAsync(RequestKind.Send, $"conversation-{number}", $"tenant-{number}", Cancel);
        }

        client.Clock.Advance(TimeSpan.FromHours(1));
        for (int number = 0; number < 20; number++)
        {
            await budgets.EnterAsync(RequestKind.Send, "one", "tenant", Cancel);
            client.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(budgets.Remembered, 2, 36); // a few at a time, and only when something new comes
    }

    private static Task<ResourceResponse> SendAsync(ClientHarness client, string conversation, RetryMode? retryMode = null) =>
        client.Conversations(retryMode).SendToConversationAsync(conversation, MessageFactory.Text("a"), Cancel);

    // The clock of the harness may take a step or two between a departure and its arrival.
    private static void AssertKept(IReadOnlyList<ServiceRequest> requests, RateWindow[] windows)
    {
        foreach (RateWindow window in windows)
        {
            for (int index = window.Limit; index < requests.Count; index++)
            {
                Assert.InRange(
                    requests[index].At - requests[index - window.Limit].At, window.Length - (2 * ClientHarness.Step), TimeSpan.MaxValue);
            }
        }
    }
}

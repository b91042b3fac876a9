using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>Waits for what goes on in the background of a site.</summary>
internal static class Reading
{
    /// <summary>Waits until nothing of a case is read or about to be.</summary>
    public static async Task Settled(IServiceProvider services, string reference)
    {
        var store = services.GetRequiredService<OnusStore>();
        for (var tries = 0; tries < 600; tries++)
        {
            if (!await IsBusy(store, reference))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Files are read for a minute.");
    }
    private static async Task<bool> IsBusy(OnusStore store, string reference)
    {
        foreach (var account in await store.Accounts(TestContext.Current.CancellationToken))
        {
            var actor = (await store.ActorOf(account.Id, null, TestContext.Current.CancellationToken))!;
            if (await new ListFiles(store).Handle(reference, actor, TestContext.Current.CancellationToken) is { IsOk: true } list)
            {
                return list.Value.IsBusy;
            }
        }

        throw new InvalidOperationException($"Nobody sees {reference}.");
    }
}

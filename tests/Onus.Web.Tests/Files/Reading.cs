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
        var someone = (await store.Accounts(TestContext.Current.CancellationToken))[0];
        for (var tries = 0; tries < 600; tries++)
        {
            var actor = (await store.ActorOf(someone.Id, null, TestContext.Current.CancellationToken))!;
            if (!(await new ListFiles(store).Handle(reference, actor, TestContext.Current.CancellationToken)).Value.IsBusy)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Files are read for a minute.");
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Shared;
using Onus.Web.Errors;

namespace Onus.Web.Tests.Errors;

/// <summary>Addresses that go wrong in each way, behind everything that the site itself has.</summary>
internal sealed class Accidents : IStartupFilter
{
    /// <summary>Stands for what somebody wrote; no answer and no log may hold it.</summary>
    public const string Secret = "canary-7391";

    public static void Add(IServiceCollection services) => services.AddSingleton<IStartupFilter, Accidents>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map("/accident/bug", bug => bug.Run(_ => throw new InvalidOperationException(Secret)));
        app.Map("/accident/conflict", conflict => conflict.Run(context =>
            ErrorAnswer.Of(Error.Conflict("problem.conflict.title")).ExecuteAsync(context)));
        app.Map("/accident/not-theirs", hidden => hidden.Run(context =>
            ErrorAnswer.Of(Error.NotFound("problem.conflict.title")).ExecuteAsync(context)));
        app.Map("/accident/invalid", invalid => invalid.Run(context =>
            ErrorAnswer.Of(Error.Invalid("errors.title", ("count", 3))).ExecuteAsync(context)));
        app.Map("/accident/body", body => body.Run(context => context.Request.Body.CopyToAsync(Stream.Null)));
    };
}

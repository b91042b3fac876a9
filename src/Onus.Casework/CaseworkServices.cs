using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Jobs;
using Onus.Casework.Papers;
using Onus.Content;
using Onus.Store;

namespace Onus.Casework;

/// <summary>Registers the use cases.</summary>
public static class CaseworkServices
{
    /// <summary>
    /// Registers every use case of this assembly: a public sealed class under an activity folder whose constructor takes what it needs
    /// and whose public methods take an <see cref="Actor"/>; and what they need, the open data folder and the content.
    /// </summary>
    /// <exception cref="ContentFaultException">Law or guidance has a fault; the message names file and line.</exception>
    public static IServiceCollection AddCasework(this IServiceCollection services, OnusStore store, UnitContent content)
    {
        services.AddSingleton(store);
        services.AddSingleton(content.Texts);
        services.AddSingleton(content.Law);
        services.AddSingleton(content.Retention);
        services.AddSingleton<Originals.PageCache>();
        foreach (var type in typeof(CaseworkServices).Assembly.GetExportedTypes().Where(IsUseCase))
        {
            services.AddTransient(type);
            if (type.IsAssignableTo(typeof(IJobWork)))
            {
                services.AddTransient(typeof(IJobWork), type);
            }
        }

        return services.AddPapers(typeof(CaseworkServices).Assembly);
    }

    /// <summary>Registers every paper of an assembly.</summary>
    public static IServiceCollection AddPapers(this IServiceCollection services, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var type in assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Paper)) && !type.IsAbstract))
        {
            services.AddTransient(typeof(Paper), type);
        }

        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsSealed: true, IsAbstract: false }
        && type.GetMethods().Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor)));
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Onus.Casework;
using Onus.Domain.Cases;
using Onus.Domain.Charges;

namespace Onus.Web.Tests;

/// <summary>An argument that may be left out is one that somebody forgets: what an answer depends on has to be said.</summary>
public sealed class LeftOutTests
{
    // How far is searched and how much is listed, which the answer says; and how something looks.
    private static readonly HashSet<string> Allowed = ["nodeBudget", "maxOrder", "first", "options", "places", "shown", "rightToLeft", "list", "detail"];

    [Fact]
    public void A_use_case_has_all_that_it_works_with()
    {
        var left = typeof(CaseworkServices).Assembly.GetTypes().Where(type => !IsRecord(type))
            .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(made => made.GetParameters().Where(argument => argument.HasDefaultValue).Select(argument => $"{made.DeclaringType!.Name}: {argument.Name}"));
        Assert.Empty(left);
    }

    [Fact]
    public void What_an_answer_depends_on_is_not_left_out()
    {
        var left = new[] { typeof(CaseSnapshot).Assembly, typeof(CaseworkServices).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsPrivate && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(method => method.GetParameters()
                .Where(argument => argument.HasDefaultValue && argument.ParameterType != typeof(CancellationToken) && !Allowed.Contains(argument.Name!))
                .Select(argument => $"{method.DeclaringType!.Name}.{method.Name}: {argument.Name}"));
        Assert.Empty(left);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}

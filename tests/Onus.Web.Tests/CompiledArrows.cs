using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Onus.Web.Tests;

/// <summary>Which folder of a room uses which, read from the compiled assembly: however the source spells a name, it is seen.</summary>
internal static class CompiledArrows
{
    /// <summary>One use.</summary>
    /// <param name="From">The namespace that uses.</param>
    /// <param name="To">The namespace that is used.</param>
    /// <param name="By">The type that uses.</param>
    /// <param name="Used">The type that is used.</param>
    public sealed record Arrow(string From, string To, string By, string Used);

    private static readonly string[] Parsers = ["UglyToad.", "MetadataExtractor", "DocumentFormat.OpenXml", "System.IO.Packaging", "Onus.Ingest.Chats", "Onus.Ingest.Containers"];

    /// <summary>Every use of one namespace by another among those that begin with "Onus.", each pair of types once.</summary>
    public static IReadOnlyList<Arrow> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.GetAllTypes()
            .SelectMany(type => Uses(type).SelectMany(Parts).Select(used => (By: Outer(type), Used: Outer(used))))
            .Where(use => use.By.Namespace != use.Used.Namespace && IsOurs(use.By) && IsOurs(use.Used))
            .Select(use => new Arrow(use.By.Namespace, use.Used.Namespace, use.By.Name, use.Used.Name)).Distinct()];
    }

    /// <summary>Uses of what parses files: the readers of the room Ingest, and the libraries and classes beneath them.</summary>
    public static IReadOnlyList<Arrow> Opening(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.GetAllTypes()
            .SelectMany(type => Uses(type).SelectMany(Parts).Select(used => (By: Outer(type), Used: Outer(used)))).Where(use => Parses(use.Used))
            .Select(use => new Arrow(use.By.Namespace, use.Used.Namespace, use.By.Name, use.Used.Name)).Distinct()];
    }

    /// <summary>Sets of nodes that all lead to each other, of two or more: Tarjan's components by plain reachability, as the graphs are small.</summary>
    public static IReadOnlyList<string> Circles(IEnumerable<(string From, string To)> arrows)
    {
        var to = arrows.Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var reached = to.ToDictionary(from => from.Key, from => Reach(from.Key), StringComparer.Ordinal);
        return [.. reached.Keys.Where(node => reached[node].Contains(node))
            .Select(node => string.Join(", ", reached[node].Where(other => reached.TryGetValue(other, out var back) && back.Contains(node)).Order(StringComparer.Ordinal))).Distinct()];

        HashSet<string> Reach(string start)
        {
            HashSet<string> seen = [];
            Stack<string> open = new(to[start]);
            while (open.TryPop(out var next))
            {
                if (seen.Add(next))
                {
                    foreach (var further in to[next])
                    {
                        open.Push(further);
                    }
                }
            }

            return seen;
        }
    }

    private static bool Parses(TypeReference type) =>
        type.Name is "ZipArchive" or "ZipArchiveEntry" or "ZipFile" or "ZipContainer" or "Readers" || type.Name.EndsWith("Reader", StringComparison.Ordinal) && type.Name != "FileReader" && type.Namespace.StartsWith("Onus.Ingest.", StringComparison.Ordinal)
        || Parsers.Any(parser => type.Namespace.StartsWith(parser, StringComparison.Ordinal));

    private static bool IsOurs(TypeReference type) => type.Namespace.StartsWith("Onus.", StringComparison.Ordinal);

    private static TypeReference Outer(TypeReference type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Parts),
        GenericParameter => [],
        TypeSpecification whole => Parts(whole.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        IEnumerable<TypeReference?> uses =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.CustomAttributes.Concat(type.Methods.SelectMany(method => method.CustomAttributes)).SelectMany(Uses),
            .. type.GenericParameters.Concat(type.Methods.SelectMany(method => method.GenericParameters)).SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
            .. type.Methods.SelectMany(Uses),
        ];
        return uses.OfType<TypeReference>();
    }

    private static IEnumerable<TypeReference> Uses(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType);

    private static IEnumerable<TypeReference> Uses(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>() : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Uses) : [],
    ];

    private static IEnumerable<TypeReference> Uses(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [.. method.GenericArguments, method.DeclaringType, method.ReturnType],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };
}

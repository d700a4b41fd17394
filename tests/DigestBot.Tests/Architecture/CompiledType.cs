using System.Reflection;
using System.Reflection.Emit;

namespace DigestBot.Tests.Architecture;

/// <summary>What a type's compiled code refers to. Reads what the compiler understood, so no way of writing a name escapes it.</summary>
/// <remarks>Only constants cannot be seen: the compiler copies their values.</remarks>
internal sealed class CompiledType(Type type)
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The type itself.</summary>
    public Type Type => type;

    /// <summary>The type as it was written: for a nested or generated type (lambda, iterator) the one around it.</summary>
    public Type Written { get; } = Outermost(type);

    /// <summary>Every type of an assembly, nested and generated ones too.</summary>
    public static IEnumerable<CompiledType> AllOf(Assembly assembly) =>
        assembly.GetTypes().Select(type => new CompiledType(type));

    /// <summary>Types that are named in declarations or reached by code, taken apart to what they are made of.</summary>
    public IEnumerable<Type> ReferencedTypes() =>
        DeclaredTypes()
            .Concat(CalledMembers().SelectMany(used => used.Member is Type self ? [self] : TypesOf(used.Member)))
            .SelectMany(TakenApart)
            .Distinct();

    /// <summary>Methods, fields and types that code reaches, each with the method that does.</summary>
    public IEnumerable<(MethodBase By, MemberInfo Member)> CalledMembers() =>
        from method in Methods()
        from token in Tokens(method)
        where token.Kind != OperandType.InlineString
        select (method, Resolve(method, token.Token));

    /// <summary>Every string that stands in its code, constants of its own among them.</summary>
    public IEnumerable<string> Literals() =>
        (from method in Methods()
         from token in Tokens(method)
         where token.Kind == OperandType.InlineString
         select method.Module.ResolveString(token.Token))
        .Concat(from field in type.GetFields(Own)
                where field.IsLiteral && field.FieldType == typeof(string)
                select (string?)field.GetRawConstantValue() ?? "");

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<(OperandType Kind, int Token)> Tokens(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is { } il ? Instructions.Tokens(il) : [];

    private static MemberInfo Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    // Of a method: where it lives and what it takes and gives. A call passes through those types, named or not.
    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType, .. Owner(field)],
        MethodInfo method =>
            [method.ReturnType, .. Parameters(method), .. method.IsGenericMethod ? method.GetGenericArguments() : [], .. Owner(method)],
        MethodBase constructor => [.. Parameters(constructor), .. Owner(constructor)],
        _ => [],
    };

    private static IEnumerable<Type> Owner(MemberInfo member) => member.DeclaringType is { } owner ? [owner] : [];

    private static IEnumerable<Type> Parameters(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> TakenApart(Type type) => type switch
    {
        { HasElementType: true } => TakenApart(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(TakenApart)],
        _ => [type],
    };

    private IEnumerable<MethodBase> Methods() => [.. type.GetMethods(Own), .. type.GetConstructors(Own)];

    private IEnumerable<Type> DeclaredTypes()
    {
        IEnumerable<Type> bases = type.BaseType is { } parent ? [parent, .. type.GetInterfaces()] : type.GetInterfaces();
        IEnumerable<Type> constraints = type.GetGenericArguments()
            .Concat(type.GetMethods(Own).SelectMany(method => method.GetGenericArguments()))
            .Where(argument => argument.IsGenericParameter)
            .SelectMany(argument => argument.GetGenericParameterConstraints());
        return bases
            .Concat(constraints)
            .Concat(type.GetFields(Own).Select(field => field.FieldType))
            .Concat(Methods().SelectMany(TypesOf))
            .Concat(Methods().SelectMany(BodyTypes))
            .Concat(AttributeTypes());
    }

    private static IEnumerable<Type> BodyTypes(MethodBase method) => method.GetMethodBody() is { } body
        ? body.LocalVariables.Select(local => local.LocalType).Concat(
            from clause in body.ExceptionHandlingClauses
            where clause.Flags == ExceptionHandlingClauseOptions.Clause && clause.CatchType is not null
            select clause.CatchType)
        : [];

    private IEnumerable<Type> AttributeTypes() =>
        from member in new MemberInfo[] { type }.Concat(type.GetMembers(Own))
        from attribute in member.GetCustomAttributesData()
        from used in attribute.ConstructorArguments
            .Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .Select(argument => argument.Value as Type)
            .Append(attribute.AttributeType)
        where used is not null
        select used;
}

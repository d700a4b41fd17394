using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace DigestBot.Tests.Architecture;

/// <summary>Reads the metadata tokens in a method's compiled instructions.</summary>
internal static class Instructions
{
    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>Every token with the kind of thing that it names, in the order of the instructions.</summary>
    public static IEnumerable<(OperandType Kind, int Token)> Tokens(byte[] il)
    {
        int at = 0;
        while (at < il.Length)
        {
            ushort value = il[at++];
            if (value == 0xFE)
            {
                value = (ushort)(0xFE00 | il[at++]);
            }

            OperandType kind = OpCodesByValue[value].OperandType;
            if (kind is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                or OperandType.InlineType or OperandType.InlineString)
            {
                yield return (kind, Int32(il, at));
            }

            at += OperandSize(kind, il, at);
        }
    }

    private static int OperandSize(OperandType kind, byte[] il, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Int32(il, at)),
        _ => 4,
    };

    private static int Int32(byte[] il, int at) => BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
}

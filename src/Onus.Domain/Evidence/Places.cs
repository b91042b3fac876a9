namespace Onus.Domain.Evidence;

/// <summary>What is asked of a place, whatever kind it is.</summary>
public static class Places
{
    /// <summary>See <see cref="PositionCodec.NumberOf"/>.</summary>
    public static int? Number(this Position at) => PositionCodec.Of(at).NumberOf(at);

    /// <summary>See <see cref="PositionCodec.BytesOf"/>.</summary>
    public static (long Start, long Length)? Bytes(this Position at) => PositionCodec.Of(at).BytesOf(at);

    /// <summary>See <see cref="PositionCodec.PageOf"/>.</summary>
    public static int? DrawnPage(this Position at) => PositionCodec.Of(at).PageOf(at);

    /// <summary>See <see cref="PositionCodec.BoxesOf"/>.</summary>
    public static IReadOnlyList<Box> Parts(this Position at) => PositionCodec.Of(at).BoxesOf(at);

    /// <summary>See <see cref="PositionCodec.WithBoxes"/>.</summary>
    public static Position? With(this Position at, IReadOnlyList<Box> boxes) => PositionCodec.Of(at).WithBoxes(at, boxes);

    /// <summary>See <see cref="PositionCodec.IsWholeFile"/>.</summary>
    public static bool IsWholeFile(this Position at) => PositionCodec.Of(at).IsWholeFile;

    /// <summary>See <see cref="PositionCodec.IsBeside"/>.</summary>
    public static bool IsBeside(this Position at, out int? paragraph) => PositionCodec.Of(at).IsBeside(at, out paragraph);
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>What a cache wants to know, with no effect on results: what will be read soon, and where its lines begin.</summary>
internal static class Cache
{
    /// <summary>The bytes of a line.</summary>
    public const int Line = 64;

    /// <summary>Tells the processor what will be read soon; without effect where it cannot be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Expect<T>(ref T item)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref item)); // a hint: nothing is read, so it need not be pinned
        }
    }

    /// <summary>How many items after this one a line begins; only of use for what does not move.</summary>
    public static unsafe int StepsToLine<T>(ref T item)
        where T : unmanaged => (int)(-(nint)Unsafe.AsPointer(ref item) & (Line - 1)) / sizeof(T);
}

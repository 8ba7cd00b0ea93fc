using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Asks the processor for memory that will be needed soon, where it can; changes nothing else.</summary>
internal static class Ahead
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(Span<T> from, int index)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref from[index]));
        }
    }
}

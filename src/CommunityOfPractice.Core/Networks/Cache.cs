using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CommunityOfPractice.Core.Networks;

/// <summary>The processor's fast memory.</summary>
internal static class Cache
{
    /// <summary>Asks the processor to load an item that will be read soon, where it can; changes nothing else.</summary>
    public static unsafe void Load<T>(ref readonly T item)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));
        }
    }
}

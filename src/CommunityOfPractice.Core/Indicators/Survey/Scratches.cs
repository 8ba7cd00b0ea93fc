namespace CommunityOfPractice.Core.Indicators;

/// <summary>Arrays that serve one community after another.</summary>
internal static class Scratches
{
    /// <summary>Makes an array long enough; what was in it may be lost.</summary>
    public static void Reserve<T>(ref T[] array, int length)
        where T : unmanaged
    {
        if (array.Length < length)
        {
            array = GC.AllocateUninitializedArray<T>((int)Math.Min(Array.MaxLength, Math.Max(length, array.Length * 2L)));
        }
    }
}

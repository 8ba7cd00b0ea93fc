using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>When each person of a log was active, in whichever community: which periods, first and last moment.</summary>
internal sealed class SurveyedPeople
{
    private readonly Moments[] all;

    public SurveyedPeople(int people)
    {
        all = GC.AllocateUninitializedArray<Moments>(people);
        all.AsSpan().Fill(new(0, long.MaxValue, long.MinValue));
    }

    public ReadOnlySpan<Moments> All => all;

    /// <summary>Asks for what is known of a person, which will be needed soon.</summary>
    public void Prefetch(int person) => Cache.Load(in all[person]);

    /// <summary>Adds what a person did in one community.</summary>
    public void Add(int person, ulong periods, long first, long last)
    {
        ref Moments known = ref all[person];
        known = new(known.Periods | periods, Math.Min(known.First, first), Math.Max(known.Last, last));
    }

    /// <summary>Adds what others saw of the same people.</summary>
    public void Add(SurveyedPeople others)
    {
        for (int person = 0; person < all.Length; person++)
        {
            Moments other = others.all[person];
            Add(person, other.Periods, other.First, other.Last);
        }
    }

    /// <summary>The periods of a person as bits, and the first and last moment in ticks; no bit for somebody who did nothing.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Moments(ulong Periods, long First, long Last);
}

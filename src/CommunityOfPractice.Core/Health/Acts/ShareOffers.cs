using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Three ways in which acts move a reading that is a share: more of the whole in it, fewer, or newly come ones that count in both.</summary>
internal static class ShareOffers
{
    /// <summary>Brings more of those who did not into a share.</summary>
    public static ActOffer? MoreOf(Reading reading, double target, int most, Func<int, int, string> text)
    {
        (double share, long of) = reading.Measurement is Measurement.Value value ? (value.Number, value.Count) : (1, 0);
        int there = (int)Math.Round(share * of), left = (int)of - there;
        if (left == 0 || WholeActs.For((target * of) - there) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(Math.Min(left, wanted), most);
        return new(acts, (there + acts) / (double)of, text(acts, left)) { Available = left, Wanted = WholeActs.Beyond(acts, wanted, left) };
    }

    /// <summary>Takes some of those who are in a share out of it.</summary>
    public static ActOffer? FewerOf(Reading reading, double target, int most, Func<int, int, string> text)
    {
        if (reading.Measurement is not Measurement.Value value)
        {
            return null;
        }

        int there = (int)Math.Round(value.Number * value.Count);
        if (there == 0 || WholeActs.For(there - (target * value.Count)) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(Math.Min(there, wanted), most);
        return new(acts, (there - acts) / (double)value.Count, text(acts, there)) { Available = there, Wanted = WholeActs.Beyond(acts, wanted, there) };
    }

    /// <summary>Adds to a share some that count in it, and so to its whole.</summary>
    public static ActOffer? Joining(Reading reading, double target, int most, Func<int, string> text)
    {
        if (reading.Measurement is not Measurement.Value value || target >= 1)
        {
            return null;
        }

        double there = Math.Round(value.Number * value.Count);
        if (WholeActs.For(((target * value.Count) - there) / (1 - target)) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(wanted, most);
        return new(acts, (there + acts) / (value.Count + acts), text(acts)) { Wanted = WholeActs.Beyond(acts, wanted) };
    }
}

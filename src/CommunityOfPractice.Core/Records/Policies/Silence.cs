using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Unknown is not silence.</summary>
internal static class Silence
{
    /// <summary>Why rules that rest on silence do nothing; null when activities are known.</summary>
    public static Reason? Unknown(PolicyView view) =>
        view.Evidence.ActivityKnown ? null : new("policy.activity-unknown", "Activities are not known here, and what is not known is no silence.");

    /// <summary>When to look again at a notice: on its day, or when a sign of life comes before; null when what happens by then is not known.</summary>
    public static PolicyStep? Look(PolicyView view, DateTimeOffset effectiveOn, DateTimeOffset? sign, TimeWindow known)
    {
        DateTimeOffset? day = effectiveOn > view.At && effectiveOn <= known.Until ? effectiveOn : null;
        return (sign < day || day is null ? sign : day) is { } next ? PolicyStep.Later(next) : null;
    }
}

namespace CommunityOfPractice.Core.Practices;

/// <summary>What becomes of a value of one occurrence when its series changes.</summary>
internal static class Merge
{
    /// <summary>The value of the series after it, when the occurrence had that of the series; its own, when somebody gave it one.</summary>
    public static T Of<T>(T own, T before, T after) => EqualityComparer<T>.Default.Equals(own, before) ? after : own;
}

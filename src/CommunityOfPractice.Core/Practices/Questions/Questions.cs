namespace CommunityOfPractice.Core.Practices;

/// <summary>What the members of a community want to know.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Questions
{
    private Questions()
    {
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Questions Empty { get; } = new();
}

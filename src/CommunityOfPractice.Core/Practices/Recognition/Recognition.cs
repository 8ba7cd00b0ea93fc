namespace CommunityOfPractice.Core.Practices;

/// <summary>What the members of a community have celebrated.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Recognition
{
    private Recognition()
    {
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Recognition Empty { get; } = new();
}

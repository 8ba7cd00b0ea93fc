namespace CommunityOfPractice.Core.Practices;

/// <summary>What the members of a community have made: artifacts and value stories.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Repertoire
{
    private Repertoire()
    {
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Repertoire Empty { get; } = new();
}

namespace CommunityOfPractice.Core.Practices;

/// <summary>When and how the members of a community gather.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Calendar
{
    private Calendar()
    {
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Calendar Empty { get; } = new();
}

namespace CommunityOfPractice.Core.Practices;

/// <content>What a community has to settle before it closes.</content>
public sealed partial class Repertoire
{
    /// <summary>The published artifacts; what was superseded is kept without being asked for.</summary>
    internal IEnumerable<string> OpenItems() => artifacts.Values.Where(a => a.Status == ArtifactStatus.Published).Select(a => a.Id.Text);
}

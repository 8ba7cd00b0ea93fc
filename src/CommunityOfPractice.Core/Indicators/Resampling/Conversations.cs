using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Which activities of a history hang together: each one, what it replies to, and what began it all.</summary>
internal sealed class Conversations
{
    private Conversations(int[] parent, int[] root, int[] author)
    {
        Parent = parent;
        Root = root;
        Author = author;
    }

    /// <summary>For each activity the index of what it replies to; -1 for none in the history.</summary>
    public int[] Parent { get; }

    /// <summary>For each activity the index of what began its conversation, itself when it did.</summary>
    public int[] Root { get; }

    /// <summary>For each activity who did it, also in reply to oneself; -1 for a bot.</summary>
    public int[] Author { get; }

    public static Conversations Of(HealthEvidence evidence)
    {
        ActivityWindow history = evidence.History;
        ReadOnlySpan<int> replies = history.Replies;
        int[] parent = new int[history.Count], root = new int[history.Count], author = new int[history.Count];
        for (int i = 0; i < parent.Length; i++)
        {
            int to = replies.IsEmpty || replies[i] < 0 ? -1 : replies[i] - history.Start;
            parent[i] = to >= 0 && to < parent.Length ? to : -1;
            author[i] = evidence.Actors.AuthorOf(i);
            root[i] = -1;
        }

        List<int> path = [];
        for (int i = 0; i < root.Length; i++)
        {
            // Within one instant a reply may stand before what it replies to, so roots are followed and not looked up behind.
            int at = i;
            while (root[at] < 0 && parent[at] >= 0)
            {
                path.Add(at);
                at = parent[at];
            }

            int found = root[at] < 0 ? at : root[at];
            root[at] = found;
            path.ForEach(step => root[step] = found);
            path.Clear();
        }

        return new(parent, root, author);
    }
}

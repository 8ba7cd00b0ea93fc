namespace CommunityOfPractice.Core.Assignment;

/// <summary>The children of one blossom in the order of its cycle, and the edges that join them; see <see cref="Blossoms"/>.</summary>
internal sealed class Cycle(int[] children, int[] outs, int[] ins, int[] members)
{
    public int[] Children { get; private set; } = children;

    public int[] Out { get; private set; } = outs;

    public int[] In { get; private set; } = ins;

    public int[] Members => members;

    public int Wrap(int place) => (place + Children.Length) % Children.Length;

    /// <summary>The ends of the link between two neighbouring places, in the first and in the second.</summary>
    public (int Here, int There) Link(int here, int there, int step) => step > 0 ? (Out[here], In[here]) : (In[there], Out[there]);

    /// <summary>Makes the child at a place the first.</summary>
    public void Rotate(int place)
    {
        Children = [.. Children[place..], .. Children[..place]];
        Out = [.. Out[place..], .. Out[..place]];
        In = [.. In[place..], .. In[..place]];
    }
}

using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The rows of a drawn log: those of the history in the same order, each as often as it is needed.</summary>
internal sealed class DrawnRows
{
    private readonly ActivityWindow history;
    private readonly ActivityTexts texts;
    private readonly ActivityColumns from;
    private readonly ActivityColumns into;

    public DrawnRows(ActivityWindow history, ActivityTexts texts, int count)
    {
        (this.history, this.texts, from) = (history, texts, history.Log.Columns);
        into = ActivityColumns.Of(new long[count], new int[count], new Act[count], new byte[count]);
        into.Id = Like(from.Id);
        into.Reply = Like(from.Reply);
        into.Thread = Like(from.Thread);
        into.Topics = Like(from.Topics);
        into.Accepted = Like(from.Accepted);
        into.To = Like(from.To);

        int[]? Like(int[]? column)
        {
            int[]? copy = column is null ? null : new int[count];
            copy.AsSpan().Fill(ActivityColumns.None);
            return copy;
        }
    }

    /// <summary>Whom each row is addressed to; null when no row of the history is addressed.</summary>
    public int[]? To => into.To;

    /// <summary>Puts a copy of an activity into a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">Which activity of the history.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="parent">The row that it replies to; -1 where what it replied to is not there, or where it never did.</param>
    public void Put(int row, int index, int person, int parent)
    {
        int i = history.Start + index;
        into.At[row] = from.At[i];
        into.Person[row] = person;
        into.Acts[row] = from.Acts[i];
        into.Flags[row] = from.FlagsOf(i);
        Copy(from.Id, into.Id);
        Copy(from.Thread, into.Thread);
        Copy(from.Accepted, into.Accepted);
        if (into.Reply is { } reply)
        {
            int to = from.Reply![i];
            reply[row] = parent >= 0 ? parent : to >= 0 ? -2 - from.Id![to] : to;
        }

        if (into.Topics is { } topics && from.Topics![i] >= 0)
        {
            topics[row] = texts.Sets.Intern(MemoryMarshal.AsBytes(history.Log.Texts.Sets.Numbers(from.Topics[i])));
        }

        void Copy(int[]? source, int[]? target)
        {
            if (target is not null)
            {
                target[row] = source![i];
            }
        }
    }

    public ActivityLog ToLog() => new(into, texts, [0], [0, into.Count], []);
}

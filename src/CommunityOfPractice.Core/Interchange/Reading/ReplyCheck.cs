using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Replies that cannot be are errors; replies to what is in none of the files are counted, with one warning a file.</summary>
internal static class ReplyCheck
{
    private const string Column = "in_reply_to";

    public static void Report(ActivityLog log, Draft draft)
    {
        HashSet<int> broken = [];
        foreach (BrokenReply reply in log.BrokenReplies.OrderBy(reply => log.OriginAt(reply.Position)))
        {
            broken.Add(reply.Position);
            Place place = draft.PlaceOf(log.OriginAt(reply.Position));
            place.File.Error(place.Line, Column, reply.Code, Explain(reply.Code, log[reply.Position].InReplyTo!.Value.Text));
        }

        foreach (IGrouping<FileScope, int> unknown in Unknown(log, broken).GroupBy(position => draft.PlaceOf(log.OriginAt(position)).File))
        {
            int first = unknown.MinBy(log.OriginAt);
            string shown = Shown.Text(log[first].InReplyTo!.Value.Text);
            unknown.Key.Warn(
                draft.PlaceOf(log.OriginAt(first)).Line,
                Column,
                ProblemCode.ReplyUnknown,
                $"{unknown.Count()} replies are to activities that are in none of the files, the first to {shown}; they are kept");
        }
    }

    private static string Explain(string code, string parent) => code switch
    {
        "reply.itself" => $"{Shown.Text(parent)} replies to itself",
        "reply.before-parent" => $"the reply lies before {Shown.Text(parent)}, which it replies to",
        _ => $"activities of one instant reply to each other in a circle, here to {Shown.Text(parent)}",
    };

    private static List<int> Unknown(ActivityLog log, HashSet<int> broken)
    {
        List<int> unknown = [];
        ReadOnlySpan<int> replies = log.Columns.Reply;
        for (int position = 0; position < replies.Length; position++)
        {
            if (replies[position] < ActivityColumns.None && !broken.Contains(position))
            {
                unknown.Add(position);
            }
        }

        return unknown;
    }
}

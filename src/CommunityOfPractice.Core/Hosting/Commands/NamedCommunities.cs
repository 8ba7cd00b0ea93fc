using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Whether a community that a command only names is there: the rules cannot know, the directory does.</summary>
internal static class NamedCommunities
{
    /// <summary>Why the command cannot be put; null when it names nobody, or somebody whom the actor may see. A hidden one is as unknown as one that does not exist.</summary>
    public static async ValueTask<Reason?> ProblemAsync(Command command, Actor by, ICommunityDirectory directory, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (CommunityId? named, string code) = command switch
        {
            SetParent { Parent: { } parent } => ((CommunityId?)parent, "community.parent-unknown"),
            ApproveMerge { From: var from } => (from, "merge.from-unknown"),
            AgreeToTakeOver { From: var from } => (from, "takeover.from-unknown"),
            ForwardQuestion { To: var to } => (to, "question.to-unknown"),
            EscalateQuestion { OtherCommunity: { } told } => (told, "escalation.to-unknown"),
            _ => (null, string.Empty),
        };
        if (named is not { } id || id == command.Community)
        {
            return null;
        }

        if (await SeenAsync(id, by, directory, at, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Reason.Of(code, $"There is no community '{id}'.");
        }

        return command is ForwardQuestion && found.Status is < CommunityStatus.Proposed or >= CommunityStatus.Closing
            ? Reason.Of("question.to-not-living", $"'{id}' takes no questions; it is {found.Status}.")
            : null;
    }

    private static async ValueTask<CommunityListing?> SeenAsync(CommunityId id, Actor by, ICommunityDirectory directory, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } listing)
        {
            return null;
        }

        MemberListing? own = null;
        if (by.Person is { } person && listing.Visibility == Visibility.Private)
        {
            await foreach (MemberListing membership in directory.MembershipsOfAsync(person, cancellationToken).ConfigureAwait(false))
            {
                own = membership.Community == id ? membership : own;
            }
        }

        return Sight.Of(by, listing, own, at).Community ? listing : null;
    }
}

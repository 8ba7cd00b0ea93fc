using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
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
            _ => (null, string.Empty),
        };
        return named is { } id && id != command.Community && !await IsSeenAsync(id, by, directory, at, cancellationToken).ConfigureAwait(false)
            ? new Reason(code, $"There is no community '{id}'.") { Arguments = [id.Text] }
            : null;
    }

    private static async ValueTask<bool> IsSeenAsync(CommunityId id, Actor by, ICommunityDirectory directory, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } listing)
        {
            return false;
        }

        MemberListing? own = null;
        if (by.Person is { } person && listing.Visibility == Visibility.Private)
        {
            await foreach (MemberListing membership in directory.MembershipsOfAsync(person, cancellationToken).ConfigureAwait(false))
            {
                own = membership.Community == id ? membership : own;
            }
        }

        return Sight.Of(by, listing, own, at).Community;
    }
}

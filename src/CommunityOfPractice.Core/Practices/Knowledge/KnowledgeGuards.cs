using System.Diagnostics.CodeAnalysis;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The guards that commands about knowledge and stories share, each with one code and one sentence.</summary>
internal static class KnowledgeGuards
{
    /// <summary>An artifact of this community that has not moved on.</summary>
    public static bool RequireHere(this Guards guards, [NotNullWhen(true)] Artifact? artifact, ArtifactId id) =>
        guards.Require(artifact is not null, "artifact.unknown", $"There is no artifact '{id}' here.")
        && guards.Require(artifact!.Status != ArtifactStatus.Transferred, "artifact.moved", $"'{artifact.MovedTo}' answers for '{id}' now.");

    public static bool RequirePublished(this Guards guards, Artifact artifact) =>
        guards.Require(artifact.Status == ArtifactStatus.Published, "artifact.not-published", $"This is for published artifacts; '{artifact.Id}' is {artifact.Status}.");

    /// <summary>Its steward or an author, as active members; whoever tends the knowledge of the community or is in charge.</summary>
    public static void RequireCaretaker(this Guards guards, Artifact artifact, PracticeContext context)
    {
        bool cares = context.By.Person is { } person && context.IsActive(person) && (artifact.Steward == person || artifact.Authors.Contains(person) || context.IsKnowledgeSteward(person));
        guards.Require(cares || context.IsInCharge, "artifact.not-caretaker", "This is for its steward, its authors, the knowledge steward, a facilitator or the host.");
    }

    /// <summary>An active member, or the host.</summary>
    public static void RequireMemberOrHost(this Guards guards, PracticeContext context) =>
        guards.Require(context.IsByMember || context.By.HostName is not null, "actor.not-a-member", "This is for active members of the community.");

    /// <summary>Only the person.</summary>
    public static void RequireOwnAct(this Guards guards, PracticeContext context, PersonId person) =>
        guards.Require(context.By.Is(person), "consent.not-own-act", "Only the person can say so.");

    /// <summary>New things are made while a community goes on and does not close.</summary>
    public static void RequireOpen(this Guards guards, Community community) =>
        guards.Require(community.IsLiving && community.Status != CommunityStatus.Closing, "community.not-open", $"Nothing new begins while a community is {community.Status}.");

    /// <summary>Addresses that a page can show as links.</summary>
    public static void RequireLinks(this Guards guards, ValueList<string> links, string code)
    {
        foreach (string link in links)
        {
            bool sound = Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
            guards.Require(sound, code, $"'{link}' is no absolute address that begins with http or https.");
        }
    }
}

using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <content>Who belongs, and who follows whom.</content>
public sealed partial class CommunityQueries
{
    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<MemberListing>>> MembersAsync(
        CommunityId community,
        Actor viewer,
        MembershipStatus? status = null,
        PersonId? after = null,
        int take = 100,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        Sight sight = await SightAsync(community, viewer, cancellationToken).ConfigureAwait(false);
        if (!sight.Members)
        {
            return Decision<ValueList<MemberListing>>.Refuse(sight.Community ? Hidden("members.hidden", "Who belongs to this community is not shown to you.") : Unknown);
        }

        List<MemberListing> page = [];
        await foreach (MemberListing member in Paging.ReadAsync(
            (from, size) => directory.MembersAsync(community, status, from, size, cancellationToken), m => m.Person, after, take, cancellationToken).ConfigureAwait(false))
        {
            if (sight.All || Sight.Shows(member) || viewer.Is(member.Person))
            {
                page.Add(member);
                if (page.Count == take)
                {
                    break;
                }
            }
        }

        return Decision<ValueList<MemberListing>>.Accept(page.ToValueList());
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<Membership>> MembershipAsync(CommunityId community, PersonId person, Actor viewer, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Sight sight = Sight.Of(viewer, lease.Record, records.Now);
        Membership membership = lease.Record.Members[person];
        bool own = viewer.Is(person) && (sight.Community || lease.Record.Members.Knows(person));
        return own || sight.All ? Decision<Membership>.Accept(own ? membership : membership with { Participation = null })
            : Decision<Membership>.Refuse(sight.Community ? Hidden("members.hidden", "How somebody stands to a community is shown to them and to its facilitators.") : Unknown);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MemberListing> MembershipsOfAsync(PersonId person, Actor viewer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool everything = viewer.HostName is not null || viewer.Is(person);
        Insight insight = everything ? new(viewer, []) : await InsightAsync(viewer, cancellationToken).ConfigureAwait(false);
        await foreach (MemberListing membership in directory.MembershipsOfAsync(person, cancellationToken).ConfigureAwait(false))
        {
            if (everything || (Sight.Shows(membership)
                && await directory.FindAsync(membership.Community, cancellationToken).ConfigureAwait(false) is { } listing
                && (await SightAsync(insight, listing, cancellationToken).ConfigureAwait(false)).Members))
            {
                yield return membership;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<SuccessionView>> SuccessionWarningsAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Sight sight = Sight.Of(viewer, lease.Record, records.Now);
        bool carries = sight.All || (Standings.Of(viewer, lease.Record) & (Standing.CoreGroup | Standing.Sponsor)) != 0;
        return sight.Community && carries
            ? Decision<SuccessionView>.Accept(new(
                Succession.Warnings(lease.Record.Members, lease.Record.Community, records.Now, policies.Membership.Roles), Succession.Outlook(lease.Record.Members, lease.Record.Community, records.Now, policies.Membership.Roles)))
            : Decision<SuccessionView>.Refuse(sight.Community ? Hidden("succession.hidden", "The succession is for facilitators, the core group and the sponsor.") : Unknown);
    }
}

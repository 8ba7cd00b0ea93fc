using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The active members who agreed to <see cref="ProcessingPurpose.Matching"/>, and what is known about them; nobody else is even looked at.</summary>
internal static class AgreedParticipants
{
    public static bool Agreed(Membership member) =>
        member.Status == MembershipStatus.Active && member.Allows(ProcessingPurpose.Matching) && !member.ObjectsTo(ProcessingPurpose.Matching);

    public static async ValueTask<List<Participant>> LoadAsync(
        CommunityRecords records, IPeopleDirectory people, CommunityId community, IEnumerable<Participant> choices, DateTimeOffset at, CancellationToken cancellationToken)
    {
        List<PersonId> agreed;
        using (RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false))
        {
            agreed = [.. lease.Record.Members.All.Where(Agreed).Select(m => m.Person)];
        }

        Dictionary<PersonId, PersonAttributes?> known = [];
        await foreach (Person person in people.ReadAsync(agreed, cancellationToken).ConfigureAwait(false))
        {
            known[person.Id] = person.AsOf(at);
        }

        Dictionary<PersonId, Participant> chosen = choices.ToDictionary(c => c.Person);
        return [.. agreed.Select(person => (chosen.TryGetValue(person, out Participant? own) ? own : new(person)) with { OptedIn = true, Attributes = known.GetValueOrDefault(person) ?? new() })];
    }
}

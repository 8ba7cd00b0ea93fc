using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What another system knows of a community's past: who belonged when, who held which role.</summary>
/// <remarks>Immutable and compared by value. The order of the periods does not matter, and neither does it when they overlap.</remarks>
public sealed record CommunityHistory
{
    /// <summary>Creates a history.</summary>
    /// <param name="community">The community.</param>
    /// <param name="periods">Its membership and role periods, in any order; they may overlap. A role other than sponsor and alumnus is membership as well.</param>
    /// <exception cref="ArgumentException">The community is the default value, or a period is of another one.</exception>
    public CommunityHistory(CommunityId community, ValueList<MembershipPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (community == default || periods.Any(p => p.Community != community))
        {
            throw new ArgumentException($"A period is not of the community '{community}', or it has no name.", nameof(periods));
        }

        Community = community;
        Periods = periods;
    }

    /// <summary>Gets the community.</summary>
    /// <value>Never the default value.</value>
    public CommunityId Community { get; }

    /// <summary>Gets its membership and role periods.</summary>
    /// <value>In the order in which they were given.</value>
    [JsonConverter(typeof(ValueListJsonConverter<MembershipPeriod>))]
    public ValueList<MembershipPeriod> Periods { get; }

    /// <summary>Gets its name for people.</summary>
    /// <value>Null, the default: its id.</value>
    public string? Name { get; init; }

    /// <summary>Gets why it exists.</summary>
    /// <value>Null, the default: a sentence that says that the source does not tell.</value>
    public string? Purpose { get; init; }

    /// <summary>Gets what it cares about.</summary>
    /// <value>Empty, the default: one topic of its own name.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init; } = [];

    /// <summary>Gets when it got its charter.</summary>
    /// <value>Null, the default: as soon as somebody facilitates it.</value>
    public DateTimeOffset? Chartered { get; init; }

    /// <summary>Gets its status, in the source's own terms and without a date.</summary>
    /// <value>
    /// Null, the default, when it is not known. <c>closed</c>, <c>archived</c>, <c>retired</c> and <c>ended</c> (in any case) mean that it closed when
    /// its last member left; <c>active</c> and <c>open</c> say nothing new; every other word is answered by a note.
    /// </value>
    public string? Status { get; init; }

    /// <summary>Gets who left because they left the organisation.</summary>
    /// <value>Empty by default: whoever leaves chose to.</value>
    [JsonConverter(typeof(ValueListJsonConverter<OrganisationExit>))]
    public ValueList<OrganisationExit> Exits { get; init; } = [];
}

using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Others host a gathering, or one occurrence of a series; also corrected afterwards.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>gathering.unknown</c>, <c>gathering.not-host</c>, <c>gathering.cancelled</c>, <c>host.not-active</c>, <c>hosts.unchanged</c>. Who hosts can hand it
/// over, or step back.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering.</param>
/// <param name="Hosts">Everybody who hosts it from now on; empty for nobody yet.</param>
public sealed record SetHosts(CommunityId Community, GatheringId Gathering, ValueList<PersonId> Hosts) : GatheringCommand(Community, Gathering)
{
    /// <summary>Gets everybody who hosts it from now on.</summary>
    /// <value>Each once.</value>
    public ValueList<PersonId> Hosts { get; init => field = Once(value); } = Once(Hosts);

    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        guards.Runs(gathering.Info.Hosts, context);
        guards.NotCancelled(gathering);
        guards.RequireHosts(Hosts, context);
        guards.Require(!Hosts.Equals(gathering.Info.Hosts), "hosts.unchanged", "They host it already.");
        return [new GatheringHostsSet(gathering.Id, Hosts)];
    }
}

/// <summary>Others host a gathering.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Hosts">Everybody who hosts it from now on.</param>
public sealed record GatheringHostsSet(GatheringId Gathering, [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Hosts) : CalendarFact
{
    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.WithInfo(Gathering, info => info with { Hosts = Hosts });

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => GatheringActivities.OfHosts(before, Gathering, Hosts);
}

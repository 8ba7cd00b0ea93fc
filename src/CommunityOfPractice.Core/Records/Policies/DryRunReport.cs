using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What policies would have done in a stretch of a community's history; nobody was notified and nothing was written.</summary>
/// <remarks>Immutable and compared by value. Everything but <see cref="Changes"/> is counts, without anybody's id.</remarks>
/// <param name="Community">The community.</param>
/// <param name="From">The first instant of the stretch, in UTC.</param>
/// <param name="To">The last instant, in UTC.</param>
/// <param name="Rules">What each rule would have done, by id; rules that would have done nothing are left out.</param>
/// <param name="Skipped">The rules that could not work, or are switched off, by id.</param>
/// <param name="PeopleAffected">How many people any change would have been about.</param>
/// <param name="CameBack">How many lapses would have been followed by a sign of life of the person: the price of too short a silence.</param>
/// <param name="Replaced">How many automatic changes really happened in the stretch; these are taken out, because the policies on trial take their place.</param>
/// <param name="Changes">The changes themselves, in order, with people's ids: for developers, not for showing around.</param>
public sealed record DryRunReport(
    CommunityId Community,
    DateTimeOffset From,
    DateTimeOffset To,
    [property: JsonConverter(typeof(ValueListJsonConverter<DryRunRule>))] ValueList<DryRunRule> Rules,
    [property: JsonConverter(typeof(ValueListJsonConverter<SkippedRule>))] ValueList<SkippedRule> Skipped,
    int PeopleAffected,
    int CameBack,
    int Replaced,
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Changes);

/// <summary>What one rule would have done.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="Fact">The kind of fact.</param>
/// <param name="Count">How many.</param>
/// <param name="People">About how many people; 0 when they are about the community.</param>
/// <param name="First">When the first would have occurred, in UTC.</param>
/// <param name="Last">When the last would have occurred, in UTC.</param>
public sealed record DryRunRule(string RuleId, string Fact, int Count, int People, DateTimeOffset First, DateTimeOffset Last);

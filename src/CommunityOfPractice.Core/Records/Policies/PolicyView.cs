using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a rule sees: the record as the run has left it so far, the policies, the evidence and the instant.</summary>
/// <remarks>Lives within one run; only read by rules.</remarks>
public sealed class PolicyView
{
    private (Repertoire Read, Dictionary<PersonId, DateTimeOffset> Tellers)? stories;

    internal PolicyView(Community community, Members members, Practice practice, DateTimeOffset? latestAt, DateTimeOffset at, PolicySet policies, PolicyEvidence evidence)
    {
        Community = community;
        Members = members;
        Practice = practice;
        LatestAt = latestAt;
        At = at;
        Policies = policies;
        Evidence = evidence;
    }

    /// <summary>Gets the community.</summary>
    /// <value>As the run has left it so far.</value>
    public Community Community { get; internal set; }

    /// <summary>Gets everybody in it.</summary>
    /// <value>As the run has left them so far.</value>
    public Members Members { get; internal set; }

    /// <summary>Gets what the community does and makes.</summary>
    /// <value>As the run has left it so far.</value>
    public Practice Practice { get; internal set; }

    /// <summary>Gets the policies in force.</summary>
    /// <value>The same throughout a run.</value>
    public PolicySet Policies { get; }

    /// <summary>Gets the evidence.</summary>
    /// <value>To be asked as of <see cref="At"/>.</value>
    public PolicyEvidence Evidence { get; }

    /// <summary>Gets the instant at which the policies are applied.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; internal set; }

    internal DateTimeOffset? LatestAt { get; set; }

    /// <summary>Returns whether something is due.</summary>
    /// <param name="due">When it is due.</param>
    /// <returns><see langword="true"/> when the day has come.</returns>
    public bool IsDue(DateTimeOffset due) => due <= At;

    /// <summary>When something that was due takes effect: never before the latest fact.</summary>
    internal DateTimeOffset Moment(DateTimeOffset due) => due.Latest(LatestAt);

    /// <summary>For rules that hand roles over.</summary>
    internal MembershipContext Context(IPolicyRule rule, DateTimeOffset due) =>
        new(Moment(due), Actor.Policy(rule.Id), Policies.Membership, Community, Members) { CommunityPolicy = Policies.Community };

    /// <summary>When a person's first story was published here, of those that are published; null when none is. Read once for each state of the repertoire.</summary>
    internal DateTimeOffset? FirstStoryOf(PersonId person)
    {
        if (stories is not { } known || known.Read != Practice.Repertoire)
        {
            known = (Practice.Repertoire, []);
            foreach (ValueStory story in Practice.Repertoire.Stories.Where(s => s is { Status: StoryStatus.Published, PublishedOn: not null, Origin: null }))
            {
                DateTimeOffset on = story.PublishedOn!.Value;
                known.Tellers[story.Teller] = known.Tellers.TryGetValue(story.Teller, out DateTimeOffset before) && before < on ? before : on;
            }

            stories = known;
        }

        return known.Tellers.TryGetValue(person, out DateTimeOffset first) ? first : null;
    }

    internal static Field Date(string name, DateTimeOffset at) => new(name, at.Iso());

    internal static Field Days(string name, TimeSpan span) => new(name, span.TotalDays.ToString("0.######", CultureInfo.InvariantCulture));

    internal static Field Count(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The facts that hand somebody's roles over; a policy is never refused.</summary>
    internal ValueList<Fact> WithRoles(IPolicyRule rule, DateTimeOffset due, Func<MembershipContext, Guards, IEnumerable<Fact>> roles, params ReadOnlySpan<Fact> then)
    {
        Guards guards = new();
        Fact[] handed = [.. roles(Context(rule, due), guards)];
        return guards.Met ? [.. handed, .. then] : throw new InvalidOperationException($"The rule '{rule.Id}' cannot hand over.");
    }
}

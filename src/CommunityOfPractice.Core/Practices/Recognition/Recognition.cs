using System.Collections.Immutable;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What was celebrated in a community: milestones and kudos, as far as those concerned want to be recognised.</summary>
/// <remarks>
/// Immutable. There is no ranking here and nothing that counts people's kudos: recognition says that something happened, not who has more
/// of it. Finding something costs O(log n).
/// </remarks>
public sealed class Recognition
{
    private readonly ImmutableSortedDictionary<(string Person, MilestoneKind Kind, int Number), Milestone> milestones;
    private readonly ImmutableSortedDictionary<KudosId, Kudos> kudos;
    private readonly ImmutableDictionary<(PersonId From, DateOnly Day), int> given;
    private readonly ImmutableSortedSet<PersonId> optedOut;

    private Recognition()
    {
        milestones = ImmutableSortedDictionary<(string Person, MilestoneKind Kind, int Number), Milestone>.Empty.WithComparers(MilestoneOrder.Instance);
        kudos = ImmutableSortedDictionary<KudosId, Kudos>.Empty;
        given = ImmutableDictionary<(PersonId From, DateOnly Day), int>.Empty;
        optedOut = [];
    }

    private Recognition(Recognition other)
    {
        milestones = other.milestones;
        kudos = other.kudos;
        given = other.given;
        optedOut = other.optedOut;
        MostAnswered = other.MostAnswered;
    }

    /// <summary>Gets the one in which nothing stands yet.</summary>
    /// <value>Empty.</value>
    public static Recognition Empty { get; } = new();

    /// <summary>Gets the milestones that may be shown.</summary>
    /// <value>Those of the community and of people who did not opt out; by person, kind and number.</value>
    public IEnumerable<Milestone> Milestones => milestones.Values.Where(m => m.Person is not { } person || !optedOut.Contains(person));

    /// <summary>Gets the kudos that may be shown.</summary>
    /// <value>Those that were not withdrawn, to people who did not opt out; by id.</value>
    public IEnumerable<Kudos> Kudos => kudos.Values.Where(k => !k.IsWithdrawn && !optedOut.Contains(k.To));

    /// <summary>Returns whether a person does not want to be recognised.</summary>
    /// <param name="person">The person.</param>
    /// <returns><see langword="true"/> when they opted out.</returns>
    public bool IsOptedOut(PersonId person) => optedOut.Contains(person);

    /// <summary>Everything that is kept, also what is not shown; for snapshots.</summary>
    internal (IEnumerable<Milestone> Milestones, IEnumerable<Kudos> Kudos, IEnumerable<PersonId> OptedOut) Kept => (milestones.Values, kudos.Values, optedOut);

    /// <summary>Makes the recognition that a state was taken of.</summary>
    internal static Recognition Of(PracticeState state)
    {
        Recognition all = state.Milestones.Aggregate(Empty, (before, milestone) => before.With(milestone));
        all = state.Kudos.Aggregate(all, (before, kudos) => before.Given(kudos));
        return state.RecognitionOptOuts.Aggregate(all, (before, person) => before.With(person, optsOut: true));
    }

    internal Kudos? Find(KudosId id) => kudos.GetValueOrDefault(id);

    /// <summary>The highest number of answered questions that was celebrated; 0 when none was.</summary>
    internal int MostAnswered { get; private init; }

    /// <summary>Whether a milestone was reached before, shown or not.</summary>
    internal bool Has(MilestoneKind kind, PersonId? person, int number) => milestones.ContainsKey((person?.Text ?? string.Empty, kind, number));

    /// <summary>How many kudos a person gave on the day of an instant; those that were withdrawn count.</summary>
    internal int GivenOn(PersonId from, DateTimeOffset at) => given.GetValueOrDefault((from, DayOf(at)));

    /// <summary>With a milestone, unless it was reached before: the first date stands.</summary>
    internal Recognition With(Milestone milestone) => Has(milestone.Kind, milestone.Person, milestone.Number)
        ? this
        : new(this)
        {
            MilestonesAre = milestones.Add((milestone.Person?.Text ?? string.Empty, milestone.Kind, milestone.Number), milestone),
            MostAnswered = milestone.Kind == MilestoneKind.QuestionsAnswered ? Math.Max(MostAnswered, milestone.Number) : MostAnswered,
        };

    internal Recognition Given(Kudos one) => kudos.ContainsKey(one.Id)
        ? this
        : new(this) { KudosAre = kudos.Add(one.Id, one), GivenIs = given.SetItem((one.From, DayOf(one.At)), GivenOn(one.From, one.At) + 1) };

    internal Recognition Withdrawn(KudosId id) => Find(id) is { } one
        ? new(this) { KudosAre = kudos.SetItem(id, one with { IsWithdrawn = true, Reason = string.Empty, About = null }) }
        : this;

    internal Recognition With(PersonId person, bool optsOut) => new(this) { OptedOutAre = optsOut ? optedOut.Add(person) : optedOut.Remove(person) };

    private ImmutableSortedDictionary<(string Person, MilestoneKind Kind, int Number), Milestone> MilestonesAre { init => milestones = value; }

    private ImmutableSortedDictionary<KudosId, Kudos> KudosAre { init => kudos = value; }

    private ImmutableDictionary<(PersonId From, DateOnly Day), int> GivenIs { init => given = value; }

    private ImmutableSortedSet<PersonId> OptedOutAre { init => optedOut = value; }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>By person (ordinal), kind and number.</summary>
    private sealed class MilestoneOrder : IComparer<(string Person, MilestoneKind Kind, int Number)>
    {
        public static readonly MilestoneOrder Instance = new();

        public int Compare((string Person, MilestoneKind Kind, int Number) x, (string Person, MilestoneKind Kind, int Number) y)
        {
            int order = string.CompareOrdinal(x.Person, y.Person);
            order = order != 0 ? order : x.Kind.CompareTo(y.Kind);
            return order != 0 ? order : x.Number.CompareTo(y.Number);
        }
    }
}

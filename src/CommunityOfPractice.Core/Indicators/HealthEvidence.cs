using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Everything that indicators may look at: one community, one window, and only what was known before its end.</summary>
/// <remarks>
/// What bots did, replies to oneself, and what happened at or after the as-of instant is not evidence. Parts that several indicators need are worked
/// out once, on first use; an evidence is therefore for one thread at a time.
/// </remarks>
public sealed partial class HealthEvidence
{
    private readonly IReadOnlyDictionary<PersonId, Person> people;
    private bool? repliesKnown, responsesLinked;

    /// <summary>Gathers the evidence about one community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="log">The activities; those of other communities, and those at or after the window's end, are not looked at.</param>
    /// <param name="window">The window to assess; its end is the as-of instant.</param>
    /// <param name="roster">Who belonged to the community when; null when unknown.</param>
    /// <param name="people">What is known about people; null when nothing is.</param>
    /// <exception cref="ArgumentException"><paramref name="roster"/> is of another community.</exception>
    public HealthEvidence(CommunityId community, ActivityLog log, TimeWindow window, Roster? roster = null, IReadOnlyDictionary<PersonId, Person>? people = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (roster is not null && roster.Community != community)
        {
            throw new ArgumentException($"The roster is of '{roster.Community}' and not of '{community}'.", nameof(roster));
        }

        Community = community;
        Window = window;
        Roster = roster;
        this.people = people ?? new Dictionary<PersonId, Person>();
        History = log.Of(community).Before(window.Until);
        Activity = History.Between(window);
        Actors = new Actors(History);
    }

    /// <summary>Gets the community.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets the window that is assessed.</summary>
    /// <value>Half-open; its end is <see cref="AsOf"/>.</value>
    public TimeWindow Window { get; }

    /// <summary>Gets the instant as of which the community is assessed.</summary>
    /// <value>Only what happened before it counts.</value>
    public DateTimeOffset AsOf => Window.Until;

    /// <summary>The last instant that counts.</summary>
    internal DateTimeOffset LastMoment => AsOf > DateTimeOffset.MinValue ? AsOf.AddTicks(-1) : AsOf;

    /// <summary>Gets all activities of the community before the as-of instant, bots' included.</summary>
    /// <value>A view.</value>
    public ActivityWindow History { get; }

    /// <summary>Gets the activities of the community in the window, bots' included.</summary>
    /// <value>A view: the last part of <see cref="History"/>.</value>
    public ActivityWindow Activity { get; }

    /// <summary>Gets who belonged to the community when.</summary>
    /// <value>Null when unknown.</value>
    public Roster? Roster { get; }

    /// <summary>Gets a value indicating whether the roster lists members and not only holders of roles.</summary>
    /// <value>Only such a roster says who belongs and since when; memberships from the as-of instant on do not count.</value>
    public bool MembersKnown => Roster is not null && Roster.Periods.Any(p => p.Role is null && p.From < AsOf);

    /// <summary>Gets a value indicating whether the roster says who facilitates.</summary>
    /// <value><see langword="true"/> when a facilitator is listed from any time before the as-of instant on.</value>
    public bool FacilitatorsKnown => Roster is not null && Roster.Periods.Any(p => p.Role == Role.Facilitator && p.From < AsOf);

    /// <summary>Gets a value indicating whether anything is known about people of the <see cref="Population"/>.</summary>
    /// <value><see langword="false"/> when no department or place can be told, whatever is known about people elsewhere.</value>
    public bool PeopleKnown => people.Count > 0 && Population.Any(people.ContainsKey);

    /// <summary>Gets the community as its facts tell it at the as-of instant: status, charter, purpose reviews, rhythm.</summary>
    /// <value>Null, the default, when unknown. One without a status knows no more than what is set: when a charter was adopted, for instance.</value>
    /// <exception cref="ArgumentException">It is another community.</exception>
    public Communities.Community? State
    {
        get;
        init => field = value is null || value.Id == Community ? value : throw new ArgumentException($"The state is of '{value.Id}' and not of '{Community}'.", nameof(value));
    }

    /// <summary>Gets what the community does and makes, as of the as-of instant: gatherings, artifacts, stories, questions.</summary>
    /// <value>Null, the default, when unknown; without people who are not to be counted.</value>
    public Practice? Practice { get; init; }

    /// <summary>Gets whether somebody has agreed to follow a facilitator who goes.</summary>
    /// <value>As of the as-of instant; null, the default, when unknown.</value>
    public bool? SuccessorReady { get; init; }

    /// <summary>Gets the policy that says how long knowledge holds.</summary>
    /// <value>The default value is <see cref="PracticePolicy.Default"/>.</value>
    public PracticePolicy PracticePolicy { get; init => field = value ?? PracticePolicy.Default; } = PracticePolicy.Default;

    /// <summary>Gets when the community was on a break, or nothing was planned for another reason.</summary>
    /// <value>In any order; empty by default.</value>
    public ValueList<TimeWindow> Breaks { get; init => field = value ?? []; } = [];

    /// <summary>Gets how many people the organisation has in each department and place, for whom the community is.</summary>
    /// <value>As of the as-of instant; null, the default, when unknown.</value>
    public OrganisationCounts? Organisation { get; init; }

    /// <summary>Gets a value indicating whether the community's life is recorded here as it goes: then what is not there did not happen.</summary>
    /// <value><see langword="true"/> when <see cref="State"/> has a status.</value>
    public bool IsRecorded => State is { Status: not CommunityStatus.None };

    /// <summary>Gets a value indicating whether anything is known of the community's domain.</summary>
    /// <value><see langword="true"/> when its life is recorded, or when it is known to have a charter.</value>
    public bool DomainKnown => IsRecorded || State?.Charter is not null;

    /// <summary>Gets a value indicating whether the community's practice is known, and not only when it gathered.</summary>
    /// <value><see langword="true"/> when there is a <see cref="Practice"/> and the community's life is recorded, or artifacts are known.</value>
    public bool PracticeKnown => Practice is not null && (IsRecorded || Practice.Repertoire.Artifacts.Any());

    /// <summary>Gets how many contributions each contributor made in the window.</summary>
    /// <value>Rising counts of one or more; without names.</value>
    public ReadOnlySpan<int> Contributions => ContributionCounts;

    /// <summary>Gets who responded to whom, or addressed whom, in the window.</summary>
    /// <value>
    /// A directed graph without loops; an edge from u to v says that u turned to v. Its vertices are the members at the as-of instant, without those on leave or lapsed, when they
    /// are known, and otherwise everybody who took part in the window or was turned to; nothing public says who is who.
    /// </value>
    public DirectedGraph Ties => Interactions.Graph;

    /// <summary>The person behind each vertex of <see cref="Ties"/>.</summary>
    internal ValueList<PersonId> Population => Interactions.Population;

    internal Actors Actors { get; }

    internal int[] ContributionCounts => field ??= CountContributions();

    internal Interactions Interactions => field ??= Interactions.Of(this);

    internal WaitingTimes Questions => field ??= WaitingTimes.Of(this, FindQuestions(), Acts.IsAnswer);

    internal Newcomers Newcomers => field ??= Newcomers.Of(this);

    internal GatheringsHeld Gatherings => field ??= GatheringsHeld.Of(this);

    /// <summary>Only where facilitators are known.</summary>
    internal Facilitation Facilitation => field ??= new(this);

    /// <summary>Returns what was known about a person at an instant.</summary>
    /// <param name="person">The person.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The attributes as of then; null when nothing was known.</returns>
    public PersonAttributes? AttributesOf(PersonId person, DateTimeOffset at) => people.GetValueOrDefault(person)?.AsOf(at);

    /// <summary>What is known about people.</summary>
    internal IReadOnlyDictionary<PersonId, Person> People => people;

    /// <summary>The same community in another window, or as it might have been with other people.</summary>
    internal HealthEvidence With(ActivityLog log, TimeWindow window, Roster? roster, IReadOnlyDictionary<PersonId, Person> known) =>
        new(Community, log, window, roster, known)
        {
            // What the journal says is as of one instant: of another one it is unknown here.
            State = window.Until == AsOf ? State : null,
            Practice = window.Until == AsOf ? Practice : null,
            SuccessorReady = window.Until == AsOf ? SuccessorReady : null,
            PracticePolicy = PracticePolicy,
            Breaks = Breaks,
            Organisation = window.Until == AsOf ? Organisation : null,
        };

    /// <summary>The same evidence after a change of what is known beside the activities.</summary>
    internal HealthEvidence Knowing(Communities.Community? state, Practice? practice, Roster? roster) => new(Community, History.Log, Window, roster, people)
    {
        State = state,
        Practice = practice,
        SuccessorReady = SuccessorReady,
        PracticePolicy = PracticePolicy,
        Breaks = Breaks,
        Organisation = Organisation,
    };

    /// <summary>Where the window begins in the history.</summary>
    internal int WindowStart => History.Count - Activity.Count;

    /// <summary>When a person, and not a bot, first acted here, in UTC ticks; null when nobody did.</summary>
    internal long? FirstMomentOfPeople => Actors.OfHistory.IndexOfAnyInRange(0, int.MaxValue) is >= 0 and int first ? History.Times[first] : null;

    /// <summary>When a person, and not a bot, last acted here, in UTC ticks; null when nobody did.</summary>
    internal long? LastMomentOfPeople => Actors.OfHistory.LastIndexOfAnyInRange(0, int.MaxValue) is >= 0 and int last ? History.Times[last] : null;

    /// <summary>Whether anybody is known to have replied to anything but their own activities; what bots did says nothing.</summary>
    internal bool RepliesKnown => repliesKnown ??= FindReply(act => act != Act.Withdraw);

    /// <summary>Whether an answer or a reply, of a person and not of a bot, ever says what it responds to.</summary>
    internal bool ResponsesLinked => responsesLinked ??= FindReply(act => act is Act.Answer or Act.Reply);

    /// <summary>Whether a person, and not a bot, ever did one of these acts here.</summary>
    internal bool EverDone(params ReadOnlySpan<Act> acts)
    {
        ReadOnlySpan<int> actors = Actors.OfHistory;
        ReadOnlySpan<Act> done = History.Acts;
        for (int i = 0; i < done.Length; i++)
        {
            if (actors[i] >= 0 && acts.Contains(done[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The members at an instant without those on leave or lapsed, by id; only where members are known.</summary>
    internal ValueList<PersonId> ActiveAt(DateTimeOffset at) => Roster!.ActiveAt(at);

    /// <summary>When each person first belonged; empty where the roster is unknown.</summary>
    internal IEnumerable<DateTimeOffset> FirstJoined => Roster?.FirstJoined().Values ?? [];

    private bool FindReply(Func<Act, bool> of)
    {
        ReadOnlySpan<int> actors = Actors.OfHistory, replies = History.Replies;
        for (int i = 0; i < replies.Length; i++)
        {
            if (actors[i] >= 0 && replies[i] != -1 && of(History.Acts[i]))
            {
                return true;
            }
        }

        return false;
    }

    private List<int> FindQuestions()
    {
        ReadOnlySpan<int> actors = Actors.OfHistory;
        ReadOnlySpan<Act> acts = History.Acts;
        List<int> questions = [];
        for (int i = WindowStart; i < acts.Length; i++)
        {
            if (acts[i] == Act.Ask && actors[i] >= 0)
            {
                questions.Add(i);
            }
        }

        return questions;
    }

    private int[] CountContributions()
    {
        int[] counts = new int[Actors.Count];
        ReadOnlySpan<Act> acts = Activity.Acts;
        ReadOnlySpan<int> actors = Actors.OfHistory[WindowStart..];
        for (int i = 0; i < acts.Length; i++)
        {
            if (actors[i] >= 0 && acts[i].IsContribution())
            {
                counts[actors[i]]++;
            }
        }

        int[] positive = [.. counts.Where(c => c > 0)];
        Array.Sort(positive);
        return positive;
    }
}

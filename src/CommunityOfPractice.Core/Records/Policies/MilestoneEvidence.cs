using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>When people did something for the first time, as far as it is known, and when the community's questions were first answered.</summary>
/// <remarks>What bots do, and replies to oneself, do not count. A first may lie after the instant that is asked about: rules compare.</remarks>
internal sealed class MilestoneEvidence
{
    private readonly Dictionary<PersonId, long[]> firsts = [];
    private readonly List<long> answered = [];

    /// <summary>When the community was first launched; null when it never was.</summary>
    public DateTimeOffset? LaunchedOn { get; private set; }

    /// <summary>When a person first did something; null when that is not known.</summary>
    public DateTimeOffset? First(PersonId person, MilestoneKind kind) =>
        firsts.TryGetValue(person, out long[]? times) && times[(int)kind] != long.MaxValue ? new DateTimeOffset(times[(int)kind], TimeSpan.Zero) : null;

    /// <summary>When so many questions had been answered by somebody else; null when so many are not known.</summary>
    public DateTimeOffset? Answered(int number) => number <= answered.Count ? new DateTimeOffset(answered[number - 1], TimeSpan.Zero) : null;

    public void Read(Change change) => LaunchedOn ??= change.Fact is CommunityLaunched ? change.OccurredAt : null;

    public void Read(ActivityWindow activity)
    {
        ReadOnlySpan<Act> acts = activity.Acts;
        ReadOnlySpan<int> people = activity.People, replies = activity.Replies;
        ReadOnlySpan<long> times = activity.Times;
        long[]?[] known = new long[activity.Log.PersonCount][];
        bool[] isAnswered = new bool[acts.Length];
        for (int i = 0; i < acts.Length; i++)
        {
            int parent = replies.Length > 0 && replies[i] >= 0 ? replies[i] - activity.Start : -1;
            bool inView = parent >= 0 && parent < acts.Length;
            if (!acts[i].IsContribution() || activity.IsBot(i) || (inView && people[parent] == people[i]))
            {
                continue;
            }

            bool toQuestion = inView && acts[parent] == Act.Ask && acts[i].IsAnswer();
            Note(MilestoneKind.FirstContribution, i);
            if (toQuestion || acts[i] == Act.Answer)
            {
                Note(MilestoneKind.FirstAnswer, i);
            }

            if (acts[i] is Act.Host or Act.Publish)
            {
                Note(acts[i] == Act.Host ? MilestoneKind.FirstGatheringHosted : MilestoneKind.FirstPublication, i);
            }

            if (toQuestion && !isAnswered[parent])
            {
                isAnswered[parent] = true;
                answered.Add(times[i]);
            }
        }

        void Note(MilestoneKind kind, int i)
        {
            ReadOnlySpan<int> who = activity.People;
            long[] mine = known[who[i]] ??= firsts[activity.Log.Person(who[i])] = [long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue];
            mine[(int)kind] = Math.Min(mine[(int)kind], activity.Times[i]);
        }
    }
}

using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>52 weekly rounds of 101 people with churn, breaks and blocks, beside random shuffling of the same people: the figures of docs/matching-pairs.md.</summary>
internal static class PairingYear
{
    private const int Weeks = 52, People = 101, Departments = 6, Places = 3;

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static void Run(TextWriter output)
    {
        Tally planned = new(), shuffled = new();
        List<PastMeeting> history = [];
        List<Participant> people = [.. Enumerable.Range(0, People).Select(Born)];
        int born = People;
        SplitMix64 fate = new(2026);
        for (int week = 0; week < Weeks; week++)
        {
            DateTimeOffset at = Start.AddDays(7 * week);
            SplitMix64 draw = fate.Split(week);
            if (week > 0)
            {
                people.RemoveAt(draw.Below(0, people.Count)); // one leaves, one comes
                people.Add(Born(born++));
            }

            for (int i = 0; i < people.Count; i++)
            {
                people[i] = draw.Below(100 + i, 25) == 0 ? people[i] with { PausedUntil = at.AddDays(7 * (1 + draw.Below(300 + i, 4))) } : people[i];
            }

            PairingRound round = PairingPlanner.Plan(new(people, at, (ulong)week) { Rules = PairingRules.Default with { SharedLanguage = false, SharedMinutes = 0 }, History = history });
            history.AddRange(round.ToHistory());
            planned.Take(round.Groups.Select(g => g.People), round.Unmatched.Count(u => u.Reasons[0].Code == "person.no-partner"), people);

            PersonId[] free = [.. people.Where(p => !(p.PausedUntil > at)).Select(p => p.Person)];
            draw.Split(1).Shuffle(free.AsSpan());
            ValueList<PersonId>[] pairs = [.. free.Chunk(2).Select(two => two.ToValueList())];
            if (free.Length % 2 == 1)
            {
                pairs = [.. pairs[..^2], [.. pairs[^2], .. pairs[^1]]];
            }

            shuffled.Take(pairs, 0, people);
        }

        output.WriteLine("| 52 rounds, 101 people | pairs of people | met before | across departments | in a trio twice running | most trios of one person | broke a block | left out |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        planned.Print(output, "planned");
        shuffled.Print(output, "shuffled");
    }

    private static Participant Born(int number) => new(new($"p{number}"))
    {
        OptedIn = true,
        Blocks = number % 10 == 0 ? [new($"p{number + 3}")] : [],
        Attributes = new() { Department = $"d{number % Departments}", Location = $"l{number % Places}" },
    };

    private sealed class Tally
    {
        private readonly HashSet<(PersonId, PersonId)> met = [];
        private readonly Dictionary<PersonId, int> trios = [];
        private HashSet<PersonId> last = [];
        private int pairs, repeats, across, twice, blocked, left;

        public void Take(IEnumerable<ValueList<PersonId>> groups, int alone, List<Participant> people)
        {
            Dictionary<PersonId, Participant> known = people.ToDictionary(p => p.Person);
            HashSet<PersonId> odd = [];
            left += alone;
            foreach (ValueList<PersonId> group in groups)
            {
                PersonId[] sorted = [.. group.Order()];
                foreach ((PersonId one, PersonId other) in sorted.SelectMany((a, i) => sorted.Skip(i + 1).Select(b => (a, b))))
                {
                    pairs++;
                    repeats += met.Add((one, other)) ? 0 : 1;
                    across += known[one].Attributes.Department != known[other].Attributes.Department ? 1 : 0;
                    blocked += known[one].Blocks.Contains(other) || known[other].Blocks.Contains(one) ? 1 : 0;
                }

                if (sorted.Length == 3)
                {
                    odd.UnionWith(sorted);
                }
            }

            foreach (PersonId person in odd)
            {
                twice += last.Contains(person) ? 1 : 0;
                trios[person] = trios.GetValueOrDefault(person) + 1;
            }

            last = odd;
        }

        public void Print(TextWriter output, string name) => output.WriteLine(FormattableString.Invariant(
            $"| {name} | {pairs} | {repeats} | {(double)across / pairs:0.0 %} | {twice} | {trios.Values.DefaultIfEmpty(0).Max()} | {blocked} | {left} |"));
    }
}

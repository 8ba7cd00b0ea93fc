using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How well communities fit a person by what is counted once for all people: departments, languages, clocks.</summary>
internal sealed class CommunityFits
{
    /// <summary>From how many known members on something is said about them.</summary>
    private const int Least = 3;
    private const int Largest = 150; // in a larger community people do not know each other
    private const int Workday = 8 * 60, Day = 24 * 60;

    private readonly CommunityEvidence evidence;
    private readonly Dictionary<string, int> sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>[] departments;
    private readonly (Dictionary<string, int> Speakers, int Known)[] languages;
    private readonly Dictionary<int, int>[] clocks;

    public CommunityFits(CommunityEvidence evidence)
    {
        this.evidence = evidence;
        foreach (string department in evidence.Seekers.Select(s => s.Department).OfType<string>())
        {
            sizes[department] = sizes.GetValueOrDefault(department) + 1;
        }

        int count = evidence.Communities.Length;
        departments = new Dictionary<string, int>[count];
        languages = new (Dictionary<string, int>, int)[count];
        clocks = new Dictionary<int, int>[count];
        Members = new int[count];
        for (int community = 0; community < count; community++)
        {
            Count(community);
        }
    }

    /// <summary>How many belong, by community.</summary>
    public int[] Members { get; }

    /// <summary>The share of somebody's department that belongs, drawn towards the share of everybody.</summary>
    public double Prior(CommunitySeeker seeker, int community, double shrinkage)
    {
        double everybody = (double)Members[community] / Math.Max(1, evidence.Persons.Length);
        return seeker.Department is { } department && sizes.TryGetValue(department, out int size)
            ? (departments[community].GetValueOrDefault(department) + (shrinkage * everybody)) / (size + shrinkage)
            : everybody;
    }

    public double? Language(CommunitySeeker seeker, int community)
    {
        (Dictionary<string, int> speakers, int known) = languages[community];
        return seeker.Languages.Count == 0 || known < Least ? null : seeker.Languages.Max(l => (double)speakers.GetValueOrDefault(l) / known);
    }

    /// <summary>How much of a working day of eight hours is shared, in the mean over the members.</summary>
    public double? Time(CommunitySeeker seeker, int community)
    {
        int known = clocks[community].Values.Sum();
        if (seeker.UtcOffset is not { } offset || known < Least)
        {
            return null;
        }

        long shared = 0;
        foreach ((int minutes, int members) in clocks[community])
        {
            int apart = Math.Abs(Minutes(offset) - minutes) % Day;
            shared += (long)members * Math.Max(0, Workday - Math.Min(apart, Day - apart));
        }

        return (double)shared / ((long)known * Workday);
    }

    public static double? Goals(CommunitySeeker seeker, CommunityCandidate candidate) =>
        seeker.Goals.Count == 0 || candidate.Goals.Count == 0 ? null : (double)seeker.Goals.Distinct().Count(candidate.Goals.Contains) / seeker.Goals.Distinct().Count();

    /// <summary>For each community the people whom one knows there, counted by department other than one's own; null when one's own is not known.</summary>
    public Dictionary<(int Community, string Department), int>? Known(int person)
    {
        CommunitySeeker seeker = evidence.Seekers[person];
        if (seeker.Department is not { } own)
        {
            return null;
        }

        HashSet<int> known = [.. seeker.Knows.Select(evidence.NumberOf).OfType<int>()];
        foreach ((int community, bool current) in evidence.Of(person))
        {
            if (current && Members[community] <= Largest && evidence.Candidates[community] is not { ShowsMembers: false })
            {
                foreach ((int other, bool still) in evidence.In(community))
                {
                    if (still)
                    {
                        known.Add(other);
                    }
                }
            }
        }

        known.Remove(person);
        Dictionary<(int, string), int> counts = [];
        foreach (int other in known)
        {
            if (evidence.Seekers[other].Department is not { } department || department == own)
            {
                continue;
            }

            foreach ((int community, bool current) in evidence.Of(other))
            {
                if (current && evidence.Candidates[community] is { ShowsMembers: true })
                {
                    counts[(community, department)] = counts.GetValueOrDefault((community, department)) + 1;
                }
            }
        }

        return counts;
    }

    /// <summary>What people from some other departments prove: each further one of a department half as much as the one before.</summary>
    public static double Proof(IEnumerable<int> byDepartment)
    {
        double proof = byDepartment.Sum(n => 1 - Math.ScaleB(1, -Math.Min(n, 30)));
        return proof / (proof + 2);
    }

    private static int Minutes(TimeSpan offset) => (int)(offset.Ticks / TimeSpan.TicksPerMinute);

    private void Count(int community)
    {
        Dictionary<string, int> from = new(StringComparer.Ordinal), speakers = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<int, int> offsets = [];
        int speaking = 0;
        foreach ((int person, bool current) in evidence.In(community))
        {
            if (!current)
            {
                continue;
            }

            CommunitySeeker member = evidence.Seekers[person];
            Members[community]++;
            speaking += member.Languages.Count > 0 ? 1 : 0;
            foreach (string language in member.Languages.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                speakers[language] = speakers.GetValueOrDefault(language) + 1;
            }

            if (member.Department is { } department)
            {
                from[department] = from.GetValueOrDefault(department) + 1;
            }

            if (member.UtcOffset is { } offset)
            {
                offsets[Minutes(offset)] = offsets.GetValueOrDefault(Minutes(offset)) + 1;
            }
        }

        (departments[community], languages[community], clocks[community]) = (from, (speakers, speaking), offsets);
    }
}

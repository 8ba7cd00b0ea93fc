using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The people of an evidence, numbered in an order in which their names play no part, and the copies that are made of them.</summary>
/// <remarks>First those who acted, by their first act; then those who were only turned to; then those who only stand in the roster.</remarks>
internal sealed class ResampledPeople
{
    private readonly HealthEvidence evidence;
    private readonly Dictionary<int, int> others = [];
    private readonly List<PersonId> people = [];
    private readonly List<List<Copy>> copies = [];
    private readonly Dictionary<int, int> bots = [];

    public ResampledPeople(HealthEvidence evidence)
    {
        this.evidence = evidence;
        ActivityLog log = evidence.History.Log;
        for (int actor = 0; actor < evidence.Actors.Count; actor++)
        {
            people.Add(log.Person(evidence.Actors.PersonOf(actor)));
        }

        AddThoseTurnedTo();
        Dictionary<PersonId, int> known = new(people.Count);
        for (int number = 0; number < people.Count; number++)
        {
            known[people[number]] = number;
        }

        Periods = [.. (evidence.Roster?.Periods ?? []).Select(p => (Number(p.Person), p))];
        int[] facilitators = [.. Periods.Where(p => p.Period.Role == Role.Facilitator && p.Period.From < evidence.AsOf).Select(p => p.Person).Distinct()];
        Strata = [facilitators, [.. Enumerable.Range(0, people.Count).Except(facilitators)]];
        Department = DepartmentsOf();
        copies.AddRange(people.Select(_ => new List<Copy>()));

        int Number(PersonId person)
        {
            if (!known.TryGetValue(person, out int number))
            {
                number = people.Count;
                known.Add(person, number);
                people.Add(person);
            }

            return number;
        }
    }

    /// <summary>How many people there are.</summary>
    public int Count => people.Count;

    /// <summary>Facilitators, and everybody else: who holds the role is known and not a matter of chance, so their number stays.</summary>
    public int[][] Strata { get; }

    /// <summary>The department of each person at the as-of instant as a number; 0 where it is unknown.</summary>
    public int[] Department { get; }

    /// <summary>Who belonged when.</summary>
    public IReadOnlyList<(int Person, MembershipPeriod Period)> Periods { get; }

    /// <summary>The names of all copies made so far.</summary>
    public Utf8Pool Names { get; } = new();

    /// <summary>The number of somebody who is in the log; -1 for a bot.</summary>
    public int Find(int person) => evidence.Actors.Find(person) is >= 0 and int actor ? actor : others.GetValueOrDefault(person, -1);

    /// <summary>The k-th copy of a person.</summary>
    public Copy CopyOf(int person, int k)
    {
        List<Copy> made = copies[person];
        while (made.Count <= k)
        {
            string name = FormattableString.Invariant($"{person}.{made.Count}");
            PersonId id = new(name);
            made.Add(new(id, Names.Intern(name), evidence.People.TryGetValue(people[person], out Person? known) ? new Person(id, known.History) : null));
        }

        return made[k];
    }

    /// <summary>The number in the new log of a bot, of which there is one however often people are drawn.</summary>
    public int Bot(int person)
    {
        if (!bots.TryGetValue(person, out int number))
        {
            number = Names.Intern(FormattableString.Invariant($"bot {person}"));
            bots.Add(person, number);
        }

        return number;
    }

    private void AddThoseTurnedTo()
    {
        ActivityWindow history = evidence.History;
        HashSet<int> machines = [];
        for (int i = 0; i < history.Count; i++)
        {
            if (history.IsBot(i))
            {
                machines.Add(history.People[i]);
            }
        }

        for (int i = 0; i < history.Count; i++)
        {
            foreach (int person in history.Addressed(i))
            {
                if (evidence.Actors.Find(person) < 0 && !machines.Contains(person) && others.TryAdd(person, people.Count))
                {
                    people.Add(history.Log.Person(person));
                }
            }
        }
    }

    private int[] DepartmentsOf()
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] departments = new int[people.Count];
        for (int i = 0; i < departments.Length; i++)
        {
            departments[i] = evidence.AttributesOf(people[i], evidence.LastMoment)?.Department is not { } name ? 0
                : numbers.TryGetValue(name, out int number) ? number : numbers[name] = numbers.Count + 1;
        }

        return departments;
    }
}

/// <summary>One of the people that a drawn person becomes: drawn twice, they are two people.</summary>
/// <param name="Id">Whom the copy goes by.</param>
/// <param name="Number">Its number in the log.</param>
/// <param name="Known">What is known about it; null when nothing is.</param>
internal sealed record Copy(PersonId Id, int Number, Person? Known);

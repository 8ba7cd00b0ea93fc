namespace CommunityOfPractice.Core.Indicators;

/// <summary>Numbers people once for each group in which they had ties, so that a tie joins the groups in which its two ends stood when it was made.</summary>
/// <remarks>Whoever stayed in one group has one number, that of the person; the others come after all people, in the order in which they are asked for.</remarks>
internal sealed class Stints(int[] own)
{
    private readonly Dictionary<(int Person, int Group), int> others = [];
    private readonly List<int> people = [.. Enumerable.Range(0, own.Length)];
    private readonly List<int> groups = [.. own];

    /// <summary>The person behind each number.</summary>
    public int[] People => [.. people];

    /// <summary>The group of each number; -1 when it is unknown.</summary>
    public int[] Groups => [.. groups];

    /// <summary>The number of a person as one of a group.</summary>
    public int Of(int person, int group)
    {
        if (own[person] == group)
        {
            return person;
        }

        if (!others.TryGetValue((person, group), out int number))
        {
            number = others[(person, group)] = people.Count;
            people.Add(person);
            groups.Add(group);
        }

        return number;
    }
}

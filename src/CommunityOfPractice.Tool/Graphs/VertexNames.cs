namespace CommunityOfPractice.Tool.Graphs;

/// <summary>Numbers the ids of people in order of appearance.</summary>
internal sealed class VertexNames
{
    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];

    public VertexNames()
    {
        numbers = new(StringComparer.Ordinal);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => names.Count;

    public int NumberOf(ReadOnlySpan<char> name)
    {
        if (!lookup.TryGetValue(name, out int number))
        {
            number = names.Count;
            names.Add(name.ToString());
            numbers.Add(names[number], number);
        }

        return number;
    }

    /// <summary>For each number its place when the names are sorted: a numbering that does not depend on the order of the rows.</summary>
    public int[] Places()
    {
        int[] order = [.. Enumerable.Range(0, names.Count)];
        Array.Sort([.. names], order, StringComparer.Ordinal);
        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Two sides that want each other: proposers with a ranking of the receivers they accept, receivers with places and a score for each proposer that ranks them.</summary>
/// <remarks>
/// Mentees and mentors, residents and hospitals. A receiver prefers the higher score, and of equal scores the lower number; who is not to be paired is left out of
/// the ranking. Immutable; compared by reference. 12 bytes a choice.
/// </remarks>
public sealed class ChoiceMarket
{
    private readonly int[] starts;
    private readonly int[] choices;
    private readonly long[] scores;
    private readonly int[] places;

    private ChoiceMarket(int[] starts, int[] choices, long[] scores, int[] places, int[] rooms)
    {
        Rooms = rooms;
        if (scores.Length > 0)
        {
            LeastScore = scores.Min();
            HasNarrowScores = (UInt128)((Int128)scores.Max() - LeastScore) <= uint.MaxValue;
        }

        this.starts = starts;
        this.choices = choices;
        this.scores = scores;
        this.places = places;
    }

    /// <summary>Gets the number of proposers.</summary>
    /// <value>Zero or more.</value>
    public int ProposerCount => starts.Length - 1;

    /// <summary>Gets the number of receivers.</summary>
    /// <value>Zero or more.</value>
    public int ReceiverCount => places.Length;

    /// <summary>Gets how many proposers each receiver takes.</summary>
    /// <value>Zero or more each.</value>
    public ReadOnlySpan<int> Places => places;

    /// <summary>Gets where the choices of each proposer begin, and their number.</summary>
    internal int[] Starts => starts;

    /// <summary>Gets the choices of all proposers.</summary>
    internal int[] AllChoices => choices;

    /// <summary>Gets the scores of all choices.</summary>
    internal long[] AllScores => scores;

    /// <summary>Gets the places of each receiver, no more than there are proposers who want one.</summary>
    internal int[] Rooms { get; }

    /// <summary>Gets the least score; zero without choices.</summary>
    internal long LeastScore { get; }

    /// <summary>Gets whether the scores differ by less than 2^32.</summary>
    internal bool HasNarrowScores { get; }

    /// <summary>Makes a market.</summary>
    /// <param name="starts">Where the choices of each proposer begin, and after the last proposer how many choices there are; 0 first, ascending.</param>
    /// <param name="choices">The receivers of each proposer in falling order, one proposer after the other; none twice.</param>
    /// <param name="scores">What the receiver of each choice thinks of the proposer; higher is better.</param>
    /// <param name="places">How many proposers each receiver takes; zero or more.</param>
    /// <returns>The market.</returns>
    /// <remarks>Time and space O(choices + receivers).</remarks>
    /// <exception cref="ArgumentException">The lists do not fit together, or a receiver is chosen twice by one proposer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A receiver does not exist, or a number of places is negative.</exception>
    public static ChoiceMarket Of(ReadOnlySpan<int> starts, ReadOnlySpan<int> choices, ReadOnlySpan<long> scores, ReadOnlySpan<int> places)
    {
        if (starts.IsEmpty || starts[0] != 0 || starts[^1] != choices.Length || choices.Length != scores.Length)
        {
            throw new ArgumentException($"{choices.Length} choices and {scores.Length} scores do not fit the starts.", nameof(starts));
        }

        foreach (int count in places)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(places));
        }

        int[] chosenBy = new int[places.Length];
        int[] rooms = new int[places.Length];
        for (int proposer = 0; proposer + 1 < starts.Length; proposer++)
        {
            if (starts[proposer + 1] < starts[proposer])
            {
                throw new ArgumentException($"The choices of proposer {proposer} end before they begin.", nameof(starts));
            }

            foreach (int receiver in choices[starts[proposer]..starts[proposer + 1]])
            {
                if ((uint)receiver >= (uint)places.Length)
                {
                    throw new ArgumentOutOfRangeException(nameof(choices), $"Proposer {proposer} chooses {receiver}; receivers go from 0 to {places.Length - 1}.");
                }

                if (chosenBy[receiver] == proposer + 1)
                {
                    throw new ArgumentException($"Proposer {proposer} chooses {receiver} twice.", nameof(choices));
                }

                chosenBy[receiver] = proposer + 1;
                rooms[receiver] += rooms[receiver] < places[receiver] ? 1 : 0;
            }
        }

        return new(starts.ToArray(), choices.ToArray(), scores.ToArray(), places.ToArray(), rooms);
    }

    /// <summary>Returns the receivers a proposer accepts, in falling order.</summary>
    /// <param name="proposer">The proposer.</param>
    /// <returns>A view of the market, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such proposer.</exception>
    public ReadOnlySpan<int> Choices(int proposer) => choices.AsSpan(starts[proposer], starts[proposer + 1] - starts[proposer]);

    /// <summary>Returns what the receivers think of a proposer, in the order of <see cref="Choices"/>.</summary>
    /// <param name="proposer">The proposer.</param>
    /// <returns>A view of the market, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such proposer.</exception>
    public ReadOnlySpan<long> Scores(int proposer) => scores.AsSpan(starts[proposer], starts[proposer + 1] - starts[proposer]);
}

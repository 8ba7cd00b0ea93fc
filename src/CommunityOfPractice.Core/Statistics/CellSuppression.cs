namespace CommunityOfPractice.Core.Statistics;

/// <summary>Withholds cells of a table that stand for few people, and as many others as it takes so that nobody can work them out.</summary>
/// <remarks>
/// <para>Primary suppression hides every cell that stands for at least one and fewer than <c>k</c> people. Complementary suppression hides more until no
/// hidden cell follows from the published ones by adding and subtracting, which is decided exactly, by elimination in whole numbers: a cell follows when its
/// unit vector is a combination of the known sums. Where the total of a sum is published, its hidden parts also stand for <c>k</c> people or more together.
/// What that hid needlessly is then shown again, the largest first. The result is safe and cannot be made larger by showing any one further cell; it need not be
/// the smallest possible number of hidden cells, which is hard to find.</para>
/// <para>Not covered: ranges that follow because counts are not negative, and what readers know from elsewhere; for earlier publications see <see cref="IsHeld"/>.</para>
/// <para>Source: Cox (1980), <i>Journal of the American Statistical Association</i> 75; Gusfield (1988), <i>SIAM Journal on Computing</i> 17.</para>
/// </remarks>
public static class CellSuppression
{
    /// <summary>Decides which cells to withhold.</summary>
    /// <param name="populations">How many people each cell stands for; zero or more. A zero is published.</param>
    /// <param name="sums">Every sum that readers know.</param>
    /// <param name="k">The least number of people a published cell stands for; 1 or more.</param>
    /// <param name="withheld">Cells that are withheld for other reasons; empty for none, otherwise one entry a cell.</param>
    /// <returns>For each cell whether it is withheld.</returns>
    /// <remarks>Depends on nothing but the arguments. Time O(h · s² · c) whole-number operations for h hidden cells, s sums and c cells.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A population is negative, <paramref name="k"/> is below 1, or a sum names a cell that is not there.</exception>
    /// <exception cref="ArgumentException"><paramref name="withheld"/> has another length.</exception>
    public static bool[] Hide(ReadOnlySpan<long> populations, IReadOnlyList<CellSum> sums, int k, ReadOnlySpan<bool> withheld = default)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (!withheld.IsEmpty && withheld.Length != populations.Length)
        {
            throw new ArgumentException("There is one entry a cell.", nameof(withheld));
        }

        foreach (long population in populations)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(population, nameof(populations));
        }

        foreach (CellSum sum in sums)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sum.Cells.Max(), populations.Length, nameof(sums));
        }

        bool[] hidden = new bool[populations.Length];
        for (int cell = 0; cell < hidden.Length; cell++)
        {
            hidden[cell] = (populations[cell] > 0 && populations[cell] < k) || (!withheld.IsEmpty && withheld[cell]);
        }

        Pattern pattern = new(populations.ToArray(), sums, k, hidden);
        pattern.Protect();
        return hidden;
    }

    /// <summary>Decides which parts of one published total to withhold.</summary>
    /// <param name="populations">How many people each part stands for; zero or more.</param>
    /// <param name="k">The least number of people a published part stands for; 1 or more.</param>
    /// <param name="totalPublished">Whether the sum of the parts is known. The default value is <see langword="true"/>.</param>
    /// <returns>For each part whether it is withheld; the total itself is withheld by the caller when it stands for fewer than <paramref name="k"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A population is negative, or <paramref name="k"/> is below 1.</exception>
    public static bool[] HideParts(ReadOnlySpan<long> populations, int k, bool totalPublished = true)
    {
        long total = 0;
        foreach (long population in populations)
        {
            total += population;
        }

        CellSum[] sums = totalPublished && !populations.IsEmpty ? [new(populations.Length, [.. Enumerable.Range(0, populations.Length)])] : [];
        return Hide([.. populations, total], sums, k)[..^1];
    }

    /// <summary>Returns which hidden cells follow from the published ones by adding and subtracting.</summary>
    /// <param name="hidden">For each cell whether it is withheld.</param>
    /// <param name="sums">Every sum that readers know.</param>
    /// <returns>The places of hidden cells that can be worked out, rising.</returns>
    /// <remarks>Exact: elimination in whole numbers. Time O(s² · c).</remarks>
    public static IReadOnlyList<int> Derivable(ReadOnlySpan<bool> hidden, IReadOnlyList<CellSum> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return Elimination.UnitRows(hidden, sums);
    }

    /// <summary>The differencing guard: whether a cell is to be held back because its population changed by so few people since it was last published that the difference would be about them.</summary>
    /// <param name="published">How many people the cell stood for when it was last published.</param>
    /// <param name="now">How many it stands for now.</param>
    /// <param name="k">The least number of people a published cell stands for.</param>
    /// <returns><see langword="true"/> when the population changed, and by fewer than <paramref name="k"/>.</returns>
    public static bool IsHeld(long published, long now, int k) => published != now && Math.Abs(now - published) < k;
}

using Google.OrTools.Sat;

namespace CommunityOfPractice.Core.Benchmarks.Matching;

/// <summary>Groups by CP-SAT: of all sets of people of the right sizes, those that hold everybody once and are worth most. Its linear relaxation is all but exact, so CP-SAT is told to use it fully; the sets grow like n to the size.</summary>
internal static class GroupRival
{
    /// <summary>Solves an instance for groups of given sizes.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="sizes">The sizes of the groups.</param>
    /// <param name="limit">When to give up, in the solver's own measure of work, about a second each; 30 times as many seconds at most.</param>
    /// <returns>The best value found, -1 when there is none, whether it is proven, and the work that it took.</returns>
    public static (long Value, bool Proven, double Work) Solve(GroupInstance instance, int[] sizes, int limit)
    {
        CpModel model = new();
        List<LinearExpr>[] holding = [.. Enumerable.Range(0, instance.People).Select(_ => new List<LinearExpr>())];
        LinearExprBuilder value = LinearExpr.NewBuilder();
        foreach (IGrouping<int, int> size in sizes.GroupBy(s => s))
        {
            LinearExprBuilder count = LinearExpr.NewBuilder();
            foreach (int[] set in Sets(instance.People, size.Key))
            {
                BoolVar chosen = model.NewBoolVar(string.Empty);
                count.Add(chosen);
                value.AddTerm(chosen, Enumerable.Range(0, set.Length).Sum(i => Enumerable.Range(0, i).Sum(j => instance.Points(set[i], set[j]))));
                foreach (int person in set)
                {
                    holding[person].Add(chosen);
                }
            }

            model.Add(count == size.Count());
        }

        foreach (List<LinearExpr> sets in holding)
        {
            model.Add(LinearExpr.Sum(sets) == 1);
        }

        model.Maximize(value);
        CpSolver solver = new() { StringParameters = $"max_deterministic_time:{limit},max_time_in_seconds:{30 * limit},num_workers:1,linearization_level:2,random_seed:1" };
        CpSolverStatus status = solver.Solve(model);
        return (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? (long)solver.ObjectiveValue : -1, status == CpSolverStatus.Optimal, solver.Response!.DeterministicTime);
    }

    private static IEnumerable<int[]> Sets(int people, int size)
    {
        int[] set = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return [.. set];
            int place = size - 1;
            while (place >= 0 && set[place] == people - size + place)
            {
                place--;
            }

            if (place < 0)
            {
                yield break;
            }

            set[place]++;
            for (int next = place + 1; next < size; next++)
            {
                set[next] = set[next - 1] + 1;
            }
        }
    }
}

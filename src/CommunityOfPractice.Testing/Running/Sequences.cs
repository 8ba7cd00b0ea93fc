namespace CommunityOfPractice.Testing;

/// <summary>Random sequences of operations on a store and on a simple model of it; of one that fails the shortest is told.</summary>
internal static class Sequences
{
    /// <summary>As many stores as are tried to shorten a failing sequence.</summary>
    private const int Shortenings = 200;

    public static async Task RunAsync<TStore, TModel>(Trial<TStore> trial, Func<TModel> model, Func<Random, Step<TStore, TModel>> next)
    {
        for (int number = 0; number < trial.Options.Sequences; number++)
        {
            Random random = new(unchecked(trial.Seed + (number * 7919)));
            List<Step<TStore, TModel>> steps = [.. Enumerable.Range(0, trial.Options.Steps).Select(_ => next(random))];
            if (await FailureAsync(trial, model, steps).ConfigureAwait(false) is not { } failure)
            {
                continue;
            }

            steps.RemoveRange(failure.At + 1, steps.Count - failure.At - 1);
            string found = await ShortenAsync(trial, model, steps, failure.Found).ConfigureAwait(false);
            throw new RuleBrokenException(string.Join(Environment.NewLine, steps.Select(s => s.Text).Prepend(FormattableString.Invariant($"sequence {number}, shortened:")).Append("=> " + found)));
        }
    }

    /// <summary>Leaves out ever smaller parts as long as the rest fails, too.</summary>
    private static async Task<string> ShortenAsync<TStore, TModel>(Trial<TStore> trial, Func<TModel> model, List<Step<TStore, TModel>> steps, string found)
    {
        int left = Shortenings;
        for (int size = Math.Max(1, steps.Count / 2); size >= 1 && left > 0; size = size == 1 ? 0 : size / 2)
        {
            for (int from = 0; from + size <= steps.Count && left > 0; left--)
            {
                List<Step<TStore, TModel>> shorter = [.. steps[..from], .. steps[(from + size)..]];
                if (await FailureAsync(trial, model, shorter).ConfigureAwait(false) is { } still)
                {
                    found = still.Found;
                    steps.Clear();
                    steps.AddRange(shorter[..(still.At + 1)]);
                }
                else
                {
                    from += size;
                }
            }
        }

        return found;
    }

    private static async Task<(int At, string Found)?> FailureAsync<TStore, TModel>(Trial<TStore> trial, Func<TModel> model, List<Step<TStore, TModel>> steps)
    {
        TStore store = await trial.NewAsync().ConfigureAwait(false);
        TModel expected = model();
        for (int i = 0; i < steps.Count; i++)
        {
            try
            {
                await steps[i].Act(store, expected).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // whatever a store throws is a failure
            catch (Exception failure) when (!trial.Token.IsCancellationRequested)
#pragma warning restore CA1031
            {
                return (i, failure is RuleBrokenException ? failure.Message : $"{failure.GetType().Name} thrown: {failure.Message}");
            }
        }

        return null;
    }
}

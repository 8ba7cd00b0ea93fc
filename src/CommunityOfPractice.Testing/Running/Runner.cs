using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries every rule, whatever became of the ones before.</summary>
internal static class Runner
{
    public static async Task<ConformanceReport> RunAsync<TStore>(
        string port, IReadOnlyList<Rule<TStore>> rules, Func<CancellationToken, ValueTask<TStore>> create, ConformanceOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(create);
        options ??= new();
        options.Check();
        List<ConformanceRule> tried = [];
        List<BrokenRule> broken = [];
        foreach (Rule<TStore> rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tried.Add(rule.Told);
            try
            {
                if (await TryAsync(rule, create, options, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    broken.Add(new(rule.Told, found));
                }
            }
            catch (NoStoreException none)
            {
                broken.Add(new(rule.Told, $"no store could be made, so the rules after this one were not tried; {Thrown(none.InnerException!)}"));
                break;
            }
        }

        return new(port, options.Seed, tried.ToValueList(), broken.ToValueList());
    }

    private static async Task<string?> TryAsync<TStore>(Rule<TStore> rule, Func<CancellationToken, ValueTask<TStore>> create, ConformanceOptions options, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Trial<TStore> trial = new(create, options, rule.Name, patience.Token);
            await Task.Run(() => rule.Body(trial), cancellationToken).WaitAsync(options.Patience, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            await patience.CancelAsync().ConfigureAwait(false);
            return FormattableString.Invariant($"not done after {options.Patience:c}");
        }
        catch (RuleBrokenException broken)
        {
            return broken.Message;
        }
#pragma warning disable CA1031 // whatever a store throws breaks the rule, and the others are tried all the same
        catch (Exception thrown) when (thrown is not NoStoreException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Thrown(thrown);
        }
    }

    private static string Thrown(Exception thrown) => $"{thrown.GetType().Name} thrown: {thrown.Message}{Environment.NewLine}{thrown.StackTrace}";
}

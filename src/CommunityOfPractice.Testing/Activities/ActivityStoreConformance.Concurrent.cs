using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class ActivityStoreConformance
{
    private static Task ConcurrentAsync(Trial<IActivityStore> trial) => trial.WhileQuickAsync(times => ConcurrentAsync(trial, 10 * times));

    private static async Task ConcurrentAsync(Trial<IActivityStore> trial, int size)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        Activity[] all = new SampleActivities(trial.Seed).Distinct(size * trial.Options.Rounds, "x");
        int added = 0;
        await trial.TogetherAsync(async (caller, round) =>
        {
            Activity[] mine = all[(round * size)..((round + 1) * size)];
            new Random(unchecked(trial.Seed + caller)).Shuffle(mine);
            Interlocked.Add(ref added, (await store.AppendAsync(new Unhurried<Activity>(mine), trial.Token).ConfigureAwait(false)).OrThrow());
        }).ConfigureAwait(false);
        Expect.Equal(all.Length, added, "activities that were new to somebody");
        ActivityModel model = new();
        model.Append(all);
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task OneWinsAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        for (int round = 0; round < trial.Options.Rounds; round++)
        {
            Activity[][] sent = [.. Enumerable.Range(0, trial.Options.Callers).Select(caller =>
                new SampleActivities(unchecked(trial.Seed + caller)).Distinct(3, FormattableString.Invariant($"{round}/")).Select(a => a with { Thread = new ThreadId(FormattableString.Invariant($"{caller}")) }).ToArray())];
            Decision<int>[] answers = new Decision<int>[sent.Length];
            await trial.TogetherAsync(async (caller, _) => answers[caller] = await store.AppendAsync(new Unhurried<Activity>(sent[caller]), trial.Token).ConfigureAwait(false), rounds: 1).ConfigureAwait(false);
            Expect.Equal(1, answers.Count(a => a.IsAccepted), $"winners of round {round}");
            model.Append(sent[Array.FindIndex(answers, a => a.IsAccepted)]);
            await UnchangedAsync(store, model).ConfigureAwait(false);
        }
    }

    private static Task ModelAsync(Trial<IActivityStore> trial) => Sequences.RunAsync<IActivityStore, ActivityModel>(trial, () => new(), Next);

    private static Step<IActivityStore, ActivityModel> Next(Random random)
    {
        int seed = random.Next(20), count = random.Next(8); // few seeds, so that the same is sent again
        PersonId person = random.Any(SampleActivities.People);
        CommunityId community = random.Any(SampleActivities.Communities);
        DateTimeOffset before = SampleActivities.Start.AddTicks(random.Next(8));
        return random.Next(8) switch
        {
            < 4 => new(Told(new SampleActivities(seed).Many(count), seed), (store, model) => MustAsync(store, model, Fitting(model, new SampleActivities(seed).Many(count), seed))),
            4 => new($"erase '{person}'", async (store, model) =>
            {
                PersonId gone = new(FormattableString.Invariant($"gone {seed}"));
                Expect.Equal(model.Erase(person, gone), await store.EraseAsync(person, gone).ConfigureAwait(false), "changed");
            }),
            5 => new($"read what is '{person}'s", (store, model) => NamingAsync(store, model, person)),
            _ => new($"read all before {before:O}", (store, model) => UnchangedAsync(store, model, before)),
        };
    }

    private static string Told(Activity[] activities, int seed) => string.Join(
        "; ",
        activities.Select(a => FormattableString.Invariant($"{(a.Id is { } id ? $"'{id}'" : "no id")} by '{a.Person}' in '{a.Community}' at {a.At:O}"))
            .Prepend(FormattableString.Invariant($"append {activities.Length} activities (seed {seed}{(seed % 4 == 0 ? null : ", those in conflict left out")})")));

    /// <summary>Mostly without conflicts: each id of a different activity that is there already is left out.</summary>
    private static Activity[] Fitting(ActivityModel model, Activity[] activities, int seed) => seed % 4 == 0
        ? activities
        : [.. activities.Where(a => model.Conflicts([a]) == 0).DistinctBy(a => (a.Id, a.Id is null ? a : null))];
}

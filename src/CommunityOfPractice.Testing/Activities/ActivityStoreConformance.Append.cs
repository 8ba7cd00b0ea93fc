using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

public static partial class ActivityStoreConformance
{
    private static async Task EmptyAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        await MustAsync(store, model, []).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
        await NamingAsync(store, model, SampleActivities.People).ConfigureAwait(false);
        Expect.Equal(0, await store.EraseAsync(SampleActivities.People[0], new("gone")).ConfigureAwait(false), "erased");
    }

    private static async Task ReadsBackAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        await MustAsync(store, model, new SampleActivities(trial.Seed).Distinct(150, "x")).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task IdempotentAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        SampleActivities samples = new(trial.Seed);
        Activity[] some = samples.Distinct(9, "x"), more = samples.Distinct(9, "y");
        Activity nameless = samples.Next() with { Id = null };
        await MustAsync(store, model, [.. some, some[3], some[3]]).ConfigureAwait(false);
        await MustAsync(store, model, some).ConfigureAwait(false);
        await MustAsync(store, model, [more[0], some[1], more[1], more[0]]).ConfigureAwait(false);
        await MustAsync(store, model, [nameless, nameless]).ConfigureAwait(false);
        await MustAsync(store, model, [nameless]).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task ConflictAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        Activity[] x = new SampleActivities(trial.Seed).Distinct(4, "x");
        await MustAsync(store, model, [x[0]]).ConfigureAwait(false);
        await MustAsync(store, model, [x[1], x[0] with { At = x[0].At.AddTicks(1) }, x[2], x[2] with { Person = new("somebody else") }, x[0] with { Community = new("elsewhere") }]).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
        await MustAsync(store, model, [x[1], x[1] with { To = [new("nobody")] }]).ConfigureAwait(false);
        await MustAsync(store, model, x).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task MisuseAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        Activity[] x = new SampleActivities(trial.Seed).Distinct(3, "x");
        await Expect.ThrowsAsync<ArgumentException>(() => store.AppendAsync(null!).AsTask(), "null").ConfigureAwait(false);
        (string Why, Activity Activity)[] wrong =
        [
            ("an activity is null", null!), ("an act that is not defined", x[1] with { Act = (Act)99 }), ("a formality that is not defined", x[1] with { Formality = (Formality)9 }),
            ("a kind of actor that is not defined", x[1] with { Actor = (ActorKind)9 }), ("no person", x[1] with { Person = default }), ("no community", x[1] with { Community = default }),
            ("the default id", x[1] with { Id = default(ActivityId) }), ("addressed to the default id", x[1] with { To = [default] }), ("the default topic", x[1] with { Topics = [default] }),
            ("the default thread", x[1] with { Thread = default(ThreadId) }),
        ];
        foreach ((string why, Activity activity) in wrong)
        {
            await Expect.ThrowsAsync<ArgumentException>(() => store.AppendAsync([x[0], activity, x[2]]).AsTask(), why).ConfigureAwait(false);
        }

        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task LargeAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        Activity[] all = new SampleActivities(trial.Seed).Distinct(5000, "x");
        Expect.Equal(4999, (await store.AppendAsync(all[1..]).ConfigureAwait(false)).OrThrow(), "new activities of 4,999");
        Expect.Equal(1, (await store.AppendAsync(all).ConfigureAwait(false)).OrThrow(), "new activities when 4,999 of 5,000 are there");
        int read = 0;
        foreach (CommunityId community in SampleActivities.Communities)
        {
            read += (await Expect.ReadAsync(store.ReadAsync(community, DateTimeOffset.MaxValue)).ConfigureAwait(false)).Count;
        }

        Expect.Equal(5000, read, "activities read");
    }

    private static async Task InstantsAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        Activity[] x = new SampleActivities(trial.Seed).Distinct(6, "x");
        DateTimeOffset[] instants = [DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1), DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddTicks(-1), DateTimeOffset.MaxValue];
        await MustAsync(store, model, [.. x.Select((a, i) => a with { At = instants[i], Community = SampleActivities.Communities[0] })]).ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
        foreach (DateTimeOffset before in instants)
        {
            await UnchangedAsync(store, model, before).ConfigureAwait(false);
        }

        // the same instant, told with another offset, is the same activity
        Activity again = x[3] with { At = DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(5)), Community = SampleActivities.Communities[0] };
        await MustAsync(store, model, [again]).ConfigureAwait(false);
    }
}

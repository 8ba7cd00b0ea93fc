using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

public static partial class ActivityStoreConformance
{
    private static async Task OrderAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        SampleActivities samples = new(trial.Seed);
        string[] ids = [.. Ids.Tricky];
        new Random(trial.Seed).Shuffle(ids);
        foreach (string[] portion in ids.Chunk(5))
        {
            await MustAsync(store, model, [.. portion.Select(id => samples.Next() with { Id = new ActivityId(id), At = SampleActivities.Start, Community = SampleActivities.Communities[0] }), samples.Next() with { Id = null }]).ConfigureAwait(false);
        }

        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    /// <summary>U+FF5E beside an emoji: one way by UTF-8 bytes, the other way by UTF-16 code units; in the ids and in the communities.</summary>
    private static Activity[] Surrogates(SampleActivities samples, PersonId person) =>
    [
        .. from community in (string[])["🙂", "～"]
           from id in (string[])["🙂", "～"]
           select samples.Next() with { Id = new ActivityId($"{id} in {community}"), Community = new(community), Person = person, At = SampleActivities.Start },
    ];

    private static async Task BeforeAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        await MustAsync(store, model, new SampleActivities(trial.Seed).Distinct(60, "x")).ConfigureAwait(false);
        for (int ticks = -1; ticks <= 7; ticks++)
        {
            await UnchangedAsync(store, model, SampleActivities.Start.AddTicks(ticks)).ConfigureAwait(false);
        }
    }

    private static async Task SnapshotAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        SampleActivities samples = new(trial.Seed);
        CommunityId community = SampleActivities.Communities[0];
        PersonId person = SampleActivities.People[0];
        await MustAsync(store, model, samples.Distinct(300, "x")).ConfigureAwait(false);
        Activity[] then = [.. model.Of(community, DateTimeOffset.MaxValue)], theirs = [.. model.Naming(person)];
        List<Activity> read = await Expect.ReadAroundAsync(store.ReadAsync(community, DateTimeOffset.MaxValue), () => MustAsync(store, model, samples.Distinct(50, "y"))).ConfigureAwait(false);
        Expect.Same(then.Select(a => a.Id), read.Select(a => a.Id), "appended to while it was read");
        theirs = [.. model.Naming(person)];
        read = await Expect.ReadAroundAsync(store.ReadOfAsync(person), async () =>
            Expect.Equal(model.Erase(person, new("gone")), await store.EraseAsync(person, new("gone")).ConfigureAwait(false), "erased")).ConfigureAwait(false);
        Expect.Same(theirs.Select(a => (a.Id, a.Person)), read.Select(a => (a.Id, a.Person)), "erased while it was read");
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task ReadOfAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        SampleActivities samples = new(trial.Seed);
        await MustAsync(store, model, [.. samples.Distinct(200, "x"), .. Ids.Tricky.Select(id => samples.Next() with { Id = new ActivityId(id), At = SampleActivities.Start }), .. Surrogates(samples, new("a"))]).ConfigureAwait(false);
        await NamingAsync(store, model, [.. SampleActivities.People, new("nobody"), new("%"), new("a")]).ConfigureAwait(false);
    }

    private static async Task EraseAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        Activity[] before = new SampleActivities(trial.Seed).Distinct(200, "x");
        await MustAsync(store, model, before).ConfigureAwait(false);
        foreach (PersonId person in SampleActivities.People)
        {
            PersonId gone = new("gone " + person);
            Expect.Equal(model.Erase(person, gone), await store.EraseAsync(person, gone).ConfigureAwait(false), $"activities changed for '{person}'");
            Expect.Equal(0, await store.EraseAsync(person, gone).ConfigureAwait(false), $"activities changed for '{person}' again");
            await UnchangedAsync(store, model).ConfigureAwait(false);
            await NamingAsync(store, model, person, gone).ConfigureAwait(false);
        }

        await MustAsync(store, model, before[..3]).ConfigureAwait(false); // refused: they differ from what is kept
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task EraseMisuseAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        await MustAsync(store, model, new SampleActivities(trial.Seed).Distinct(20, "x")).ConfigureAwait(false);
        PersonId ada = SampleActivities.People[0];
        foreach ((PersonId person, PersonId tombstone) in ((PersonId, PersonId)[])[(default, ada), (ada, default), (ada, ada)])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => store.EraseAsync(person, tombstone).AsTask(), $"'{person}' becomes '{tombstone}'").ConfigureAwait(false);
        }

        await NamingAsync(store, model, SampleActivities.People).ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        SampleActivities samples = new(trial.Seed);
        await MustAsync(store, model, samples.Distinct(90, "x")).ConfigureAwait(false);
        CancellationToken gone = new(canceled: true);
        PersonId ada = SampleActivities.People[0];
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.AppendAsync(samples.Distinct(1, "y"), gone).AsTask(), "appending").ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.EraseAsync(ada, new("gone"), gone).AsTask(), "erasing").ConfigureAwait(false);
        await Expect.StopsAsync(token => store.ReadAsync(SampleActivities.Communities[0], DateTimeOffset.MaxValue, token), "reading").ConfigureAwait(false);
        await Expect.StopsAsync(token => store.ReadOfAsync(ada, token), "reading what is a person's").ConfigureAwait(false);
        await UnchangedAsync(store, model).ConfigureAwait(false);
    }

    private static async Task CancelledDuringAsync(Trial<IActivityStore> trial)
    {
        IActivityStore store = await trial.NewAsync().ConfigureAwait(false);
        ActivityModel model = new();
        Random random = new(trial.Seed);
        for (int i = 0; i < trial.Options.Rounds; i++)
        {
            using CancellationTokenSource source = new();
            Activity[] some = new SampleActivities(i).Distinct(40, FormattableString.Invariant($"{i}/"));
            try
            {
                source.CancelAfter(TimeSpan.FromMicroseconds(random.Next(8000)));
                int added = (await store.AppendAsync(some, source.Token).ConfigureAwait(false)).OrThrow();
                Expect.Equal(model.Append(some), added, "an answer in spite of the cancellation");
            }
            catch (OperationCanceledException)
            {
                // then nothing was appended: compared below
            }

            await UnchangedAsync(store, model).ConfigureAwait(false);
        }
    }
}

using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

public static partial class CommunityDirectoryConformance
{
    private static async Task<(CommunityStores Stores, DirectoryModel Model)> FilledAsync(Trial<CommunityStores> trial, int people = 8)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        for (int i = 0; i < Ids.Communities.Length; i++)
        {
            await PutAsync(stores, model, Ids.Communities[i], unchecked(trial.Seed + i), people).ConfigureAwait(false);
        }

        return (stores, model);
    }

    private static async Task FilterAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial).ConfigureAwait(false);
        SampleListings samples = new(trial.Seed);
        for (int i = 0; i < 60; i++)
        {
            CommunityFilter filter = samples.Filter();
            Expect.Same(model.List(filter), await Expect.ReadAsync(stores.Directory.ListAsync(filter)).ConfigureAwait(false), $"{filter}");
        }
    }

    private static async Task PagingAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial).ConfigureAwait(false);
        foreach (CommunityId after in Ids.Communities)
        {
            Expect.Same(model.List(CommunityFilter.All, after, 3), await Expect.ReadAsync(stores.Directory.ListAsync(CommunityFilter.All, after, 3)).ConfigureAwait(false), $"three after '{after}'");
        }

        CommunityFilter open = new() { OpenOnly = true };
        List<CommunityListing> paged = [];
        for (List<CommunityListing> page = [null!]; page.Count > 0;)
        {
            page = await Expect.ReadAsync(stores.Directory.ListAsync(open, paged.LastOrDefault()?.Community, 2)).ConfigureAwait(false);
            paged.AddRange(page);
            await PutAsync(stores, model, new(FormattableString.Invariant($"!{paged.Count}")), trial.Seed, people: 1).ConfigureAwait(false); // before every page that is left
        }

        Expect.Same(model.List(open, new("!9999")), paged.Where(c => c.Community.Text[0] != '!'), "pages of two with others coming in before them");
    }

    private static async Task MembersPagingAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial, people: 25).ConfigureAwait(false);
        foreach (MembershipStatus? status in (MembershipStatus?[])[null, .. Enum.GetValues<MembershipStatus>()])
        {
            foreach (PersonId after in Ids.People)
            {
                Expect.Same(
                    model.Members(Ids.Communities[0], status, after, 4),
                    await Expect.ReadAsync(stores.Directory.MembersAsync(Ids.Communities[0], status, after, 4)).ConfigureAwait(false),
                    $"four with the status {status?.ToString() ?? "any"} after '{after}'");
            }

            Expect.Same(model.Members(Ids.Communities[1], status), await Expect.ReadAsync(stores.Directory.MembersAsync(Ids.Communities[1], status)).ConfigureAwait(false), $"all with the status {status}");
        }
    }

    private static async Task MembershipsAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial).ConfigureAwait(false);
        await MembershipsAsync(stores, model, [.. Ids.People, new("nobody")]).ConfigureAwait(false);
    }

    private static async Task SnapshotAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial, people: 25).ConfigureAwait(false);
        CommunityId last = model.List(CommunityFilter.All).Last().Community;
        CommunityListing[] communities = [.. model.List(CommunityFilter.All)];
        Task Change() => PutAsync(stores, model, last, trial.Seed + 99, people: 20, rebuilt: true);
        Expect.Same(communities, await Expect.ReadAroundAsync(stores.Directory.ListAsync(CommunityFilter.All), Change).ConfigureAwait(false), "communities");
        MemberListing[] members = [.. model.Members(last)];
        Expect.Same(members, await Expect.ReadAroundAsync(stores.Directory.MembersAsync(last), Change).ConfigureAwait(false), "members");
        PersonId person = model.Members(last).First().Person;
        MemberListing[] theirs = [.. model.Of(person)];
        Expect.Same(theirs, await Expect.ReadAroundAsync(stores.Directory.MembershipsOfAsync(person), Change).ConfigureAwait(false), "memberships");
        await UnchangedAsync(stores, model, last).ConfigureAwait(false);
    }

    private static async Task RosterAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial).ConfigureAwait(false);
        Expect.Equal(null, await stores.Directory.FindRosterAsync(Ids.Communities[0]).ConfigureAwait(false), "a roster of a community with a journal, which nobody gave");
        if (stores.PutRoster is not { } put)
        {
            return;
        }

        Roster first = new(One, [new(One, new("ada"), DateTimeOffset.MinValue, DateTimeOffset.MaxValue), new(One, new("🙂"), SampleListings.Start, role: Role.Facilitator)]);
        Roster second = new(One, [new(One, new("Ada"), SampleListings.Start.AddTicks(1))]);
        foreach (Roster roster in (Roster[])[first, second, first])
        {
            await put(roster, trial.Token).ConfigureAwait(false);
            Expect.Equal(roster, await stores.Directory.FindRosterAsync(One).ConfigureAwait(false), "the roster");
        }

        Expect.Equal(null, await stores.Directory.FindRosterAsync(Two).ConfigureAwait(false), "another roster");
        await UnchangedAsync(stores, model, One).ConfigureAwait(false);
    }

    private static async Task MisuseAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        ICommunityDirectory directory = stores.Directory;
        await Expect.ThrowsAsync<ArgumentNullException>(() => Expect.ReadAsync(directory.ListAsync(null!)), "no filter").ConfigureAwait(false);
        foreach (int take in (int[])[0, -1])
        {
            await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => Expect.ReadAsync(directory.ListAsync(CommunityFilter.All, null, take)), $"{take} communities").ConfigureAwait(false);
            await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => Expect.ReadAsync(directory.MembersAsync(One, null, null, take)), $"{take} members").ConfigureAwait(false);
        }
    }

    private static async Task CancelledAsync(Trial<CommunityStores> trial)
    {
        (CommunityStores stores, DirectoryModel model) = await FilledAsync(trial, people: 25).ConfigureAwait(false);
        CancellationToken gone = new(canceled: true);
        ICommunityDirectory directory = stores.Directory;
        await Expect.ThrowsAsync<OperationCanceledException>(() => directory.FindAsync(Ids.Communities[0], gone).AsTask(), "finding").ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => directory.FindRosterAsync(Ids.Communities[0], gone).AsTask(), "finding a roster").ConfigureAwait(false);
        await Expect.StopsAsync(token => directory.ListAsync(CommunityFilter.All, null, int.MaxValue, token), "listing").ConfigureAwait(false);
        await Expect.StopsAsync(token => directory.MembersAsync(Ids.Communities[0], null, null, int.MaxValue, token), "listing members").ConfigureAwait(false);
        await Expect.StopsAsync(token => directory.MembershipsOfAsync(model.Members(Ids.Communities[0]).First().Person, token), "listing memberships").ConfigureAwait(false);
    }

    private static Task ModelAsync(Trial<CommunityStores> trial) => Sequences.RunAsync<CommunityStores, DirectoryModel>(trial, () => new(), Next);

    private static Step<CommunityStores, DirectoryModel> Next(Random random)
    {
        CommunityId community = random.Any(Ids.Communities), after = random.Any(Ids.Communities);
        PersonId person = random.Any(Ids.People);
        int seed = random.Next(), count = random.Next(1, 7);
        bool rebuilt = random.Next(4) == 0;
        CommunityFilter filter = new SampleListings(seed).Filter();
        return random.Next(8) switch
        {
            < 3 => new($"append to '{community}' with {count} members (seed {seed}){(rebuilt ? ", rebuilt" : null)}", (stores, model) => PutAsync(stores, model, community, seed, count, rebuilt)),
            3 => new($"find '{community}' and list its members", (stores, model) => UnchangedAsync(stores, model, community)),
            4 => new($"list {count} after '{after}' of {filter}", async (stores, model) =>
                Expect.Same(model.List(filter, after, count), await Expect.ReadAsync(stores.Directory.ListAsync(filter, after, count)).ConfigureAwait(false), "communities")),
            5 => new($"list the communities of '{person}'", (stores, model) => MembershipsAsync(stores, model, person)),
            _ => new($"list {count} members of '{community}' after '{person}'", async (stores, model) =>
                Expect.Same(model.Members(community, null, person, count), await Expect.ReadAsync(stores.Directory.MembersAsync(community, null, person, count)).ConfigureAwait(false), "members")),
        };
    }
}

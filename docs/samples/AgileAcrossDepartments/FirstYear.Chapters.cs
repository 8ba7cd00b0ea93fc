using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace AgileAcrossDepartments;

/// <content>What happens.</content>
internal sealed partial class FirstYear
{
    private async Task FoundAsync()
    {
        await LiveToAsync(1);
        CommunityRecord record = await RecordAsync();
        Proposal proposal = record.Community.Proposal!;
        PersonId[] members = [.. record.Members.MembersAt(clock.Now)];
        Chapter("A community is proposed, chartered and launched");
        Tell($"{Named(proposal.Proposer)} proposes \"{record.Community.Name}\"; {proposal.Interested.Count - 1} colleagues are interested.");
        Tell($"{members.Length} join in the first week: {string.Join(", ", members.GroupBy(DepartmentOf).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}.");
        Tell($"They agree on a charter: \"{record.Community.Charter!.Purpose}\"");
        PersonId[] facilitators = [.. record.Members.Holders(Role.Facilitator)];
        PersonId sponsor = simulation.People.First(p => DepartmentOf(p.Id) == "HR" && !simulation.RosterOf(Agile).Periods.Any(m => m.Person == p.Id)).Id;
        await DoAsync(new NominateForRole(Agile, sponsor, Role.Sponsor), facilitators[0]);
        await DoAsync(new AcceptNomination(Agile, sponsor, Role.Sponsor), sponsor);
        Tell($"{string.Join(" and ", facilitators.Select(Named))} facilitate, {Named(sponsor)} sponsors. The community is {record.Community.Status}.");
    }

    private async Task GatherAsync()
    {
        await LiveToAsync(13);
        Calendar calendar = (await RecordAsync()).Practice.Calendar;
        TimeWindow quarter = simulation.Weeks(0, 13);
        Gathering[] held = [.. calendar.Past(quarter, clock.Now)];
        (int came, int going) = held.Select(g => g.KeptPromises).Aggregate((Came: 0, Going: 0), (sum, g) => (sum.Came + g.Came, sum.Going + g.Going));
        Chapter("A first quarter of gatherings");
        Tell($"{held.Length} gatherings, from {held[0].Info.Details.Title} to {held[^1].Info.Details.Title}; {calendar.Reach(quarter)} different people came.");
        Tell($"{came} of the {going} who said they would come came.");
    }

    /// <summary>The library plans a round; what became of the rounds of two months is fed back into the next one.</summary>
    private async Task HaveCoffeeAsync()
    {
        ICommunityPairing pairing = host.GetRequiredService<ICommunityPairing>();
        PairingRound first = await pairing.PlanAsync(Agile, [], [], seed: 1);
        Chapter("Coffee rounds begin");
        Tell($"{first.Groups.Count} groups, {first.Groups.Count(g => g.People.Select(DepartmentOf).Distinct().Count() > 1)} of them across departments; {first.Unmatched.Count} people without a partner.");
        Tell($"Such as {string.Join(" and ", first.Groups[0].People.Select(Named))}: {string.Join(" ", first.Groups[0].Because)}");
        Tell($"{(first.Certificate.Verified ? "Proven" : "Not proven")}: {first.Certificate.Claim}");

        await LiveToAsync(24);
        PastMeeting[] past = [.. simulation.Meetings.Where(m => m.At < clock.Now).Select(m => new PastMeeting(m.At, m.People) { Met = m.Met, Useful = m.Useful })];
        PairingRound next = await pairing.PlanAsync(Agile, past, [], seed: 2);
        Chapter("Two months of coffee");
        Tell($"{past.Count(m => m.Met == true)} of {past.Length} pairs met and found it {past.Average(m => m.Useful):0.0} of 5 useful.");
        Tell($"The next round has {next.Groups.Count} groups and {next.Groups.Sum(g => g.Repeats)} pairs who met before.");
    }

    /// <summary>Two who met over coffee tell what came of it; both agree before it is published.</summary>
    private async Task<ValueStory> TellAStoryAsync()
    {
        CommunityRecord record = await RecordAsync();
        HashSet<PersonId> members = [.. record.Members.MembersAt(clock.Now)];
        PersonId[] pair = [.. simulation.Meetings.First(m => m.Met == true && m.At < clock.Now && m.People.All(members.Contains) && m.People.Select(DepartmentOf).Distinct().Count() == 2).People];
        (PersonId teller, PersonId other) = (pair[0], pair[1]);
        StoryId id = new("board");
        ArtifactId board = new("request-board");
        await DoAsync(new PublishArtifact(Agile, board, ArtifactKind.Template, "A board for requests") { Topics = [new("kanban")], Authors = [teller, other] }, teller);
        PersonId[] users = [.. members.Order().Where(m => !pair.Contains(m)).Take(8)];
        foreach (PersonId user in users)
        {
            await DoAsync(new RecordUse(Agile, board, user) { Department = DepartmentOf(user) }, user);
        }

        await DoAsync(
            new TellStory(
                Agile,
                id,
                teller,
                "One board instead of forty mails",
                [
                    new(ValueCycle.Immediate, "Over coffee we found that we wait for each other.") { Contributors = [other] },
                    new(ValueCycle.Potential, "We drew one board for both departments."),
                    new(ValueCycle.Applied, "Both teams have worked from it since May.") { Contributors = [other] },
                    new(ValueCycle.Realised, "A request takes four days instead of eleven."),
                ])
            {
                Artifacts = [board],
            },
            teller);
        await DoAsync(new ConsentToStory(Agile, id, teller, 1), teller);
        await DoAsync(new ConsentToStory(Agile, id, other, 1), other);
        await DoAsync(new PublishStory(Agile, id), teller);
        ValueStory story = (await RecordAsync()).Practice.Repertoire.Find(id)!;
        Tell($"{Named(teller)} tells \"{story.Title}\" with {Named(other)}: a chain of {story.ChainLength} claims, {story.Status}.");
        foreach (ValueClaim claim in story.Claims)
        {
            Tell($"  {claim.Cycle,-10} {claim.Text}");
        }

        Tell($"Their board becomes a template; {users.Length} colleagues from {users.Select(DepartmentOf).Distinct().Count()} departments use it.");

        return story;
    }

    /// <summary>A successor stands ready when a facilitator leaves the organisation.</summary>
    private async Task HandOverAsync()
    {
        await LiveToAsync(28);
        CommunityRecord before = await RecordAsync();
        PersonId[] facilitators = [.. before.Members.Holders(Role.Facilitator)];
        PersonId successor = before.Members.MembersAt(clock.Now).First(p => !facilitators.Contains(p) && simulation.RosterOf(Agile).Periods.All(m => m.Person != p || m.Until is null));
        await DoAsync(new NominateForRole(Agile, successor, Role.Facilitator) { AsSuccessor = true }, facilitators[0]);
        await DoAsync(new AcceptNomination(Agile, successor, Role.Facilitator), successor);
        await LiveToAsync(31);
        PersonId[] after = [.. (await RecordAsync()).Members.Holders(Role.Facilitator)];
        Chapter("A facilitator leaves");
        Tell($"{Named(successor)} had agreed to succeed. {string.Join(" and ", facilitators.Except(after).Select(Named))} leaves the organisation;");
        Tell($"in the same decision the role is handed over: {string.Join(" and ", after.Select(Named))} facilitate.");
    }

    /// <summary>Answers that were given say whom to ask next.</summary>
    private async Task AskAnExpertAsync()
    {
        await LiveToAsync(35);
        PersonId[] members = [.. (await RecordAsync()).Members.MembersAt(clock.Now)];
        (PersonId asker, PersonId expert) = (members[0], members[^1]);
        foreach (string limit in (string[])["How many cards at once?", "Who may pull a card?", "What does a blocked card cost?"])
        {
            QuestionId question = new(limit);
            await DoAsync(new AskQuestion(Agile, question, limit, "We start with kanban.", [new("kanban")]), asker);
            await DoAsync(new AnswerQuestion(Agile, question, new(limit), "From our first board: start with three, and look at it weekly."), expert);
            await DoAsync(new AcceptAnswer(Agile, question, new(limit)), asker);
        }

        QuestionId open = new("support");
        await DoAsync(new AskQuestion(Agile, open, "Does kanban suit a support desk?", "Tickets come in all day.", [new("kanban")]), members[1]);
        ExpertSuggestion best = (await host.GetRequiredService<IExpertFinding>().RankAsync(Agile, open, Actor.Host("intranet"))).OrThrow()[0];
        Chapter("A question finds its expert");
        Tell($"{Named(members[1])} asks: \"Does kanban suit a support desk?\" Ask {Named(best.Person)}: {best.Because}");
        await DoAsync(new AnswerQuestion(Agile, open, new("yes"), "Yes; limit what is begun, not what comes in."), best.Person);
    }

    private async Task RenewThePurposeAsync()
    {
        await LiveToAsync(40);
        Community community = (await RecordAsync()).Community;
        PurposeReview review = community.Reviews[^1];
        Chapter("The purpose is reviewed");
        Tell($"{review.Participants} people took part: {review.Verdict}. Charter {community.Charters.Count} says: \"{community.Charter!.Purpose}\"");
    }
}

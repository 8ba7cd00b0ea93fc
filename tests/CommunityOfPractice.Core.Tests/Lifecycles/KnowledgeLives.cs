using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>Random lives of active communities that make a lot, merge, split, close and open again.</summary>
internal sealed class KnowledgeLives(int seed)
{
    private static readonly PersonId[] People = World.People[..4];

    private readonly Random random = new(seed);
    private readonly KnowledgeLedger ledger = new();
    private DateTimeOffset now = Workshop.Now;
    private int made;

    public Dictionary<CommunityId, CommunityRecord> Records { get; } = ((string[])["a", "b", "c"]).Select(id => Workshop.Of(id)).ToDictionary(r => r.Id);

    public HashSet<Type> Happened { get; } = [];

    public void Live(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            now += TimeSpan.FromHours(1);
            CommunityRecord record = Any(_ => true)!;
            switch (random.Next(30))
            {
                case 0 when Any(r => r.Id != record.Id && r.Community.Status == CommunityStatus.Active) is { } into:
                    Put(new ApproveMerge(into.Id, record.Id));
                    Put(new MergeInto(record.Id, into.Id));
                    break;
                case 1 or 2 when Records.Count < 9:
                    Split(record);
                    break;
                case 3:
                    Close(record);
                    break;
                case 4 when record.Community.Status == CommunityStatus.Closed:
                    Put(new ReopenCommunity(record.Id, People[0], "Again.", []));
                    if (random.Next(3) != 0)
                    {
                        Begin(record);
                    }

                    break;
                case 5 when record.Community.Status == CommunityStatus.Proposed:
                    Put(new RejectProposal(record.Id, "Nobody comes."));
                    break;
                default:
                    Put(Make(record), Actor.Of(People[random.Next(People.Length)]));
                    break;
            }

            ledger.Check(Records);
        }
    }

    private CommunityRecord? Any(Func<CommunityRecord, bool> which) => Records.Values.Where(which).OrderBy(_ => random.Next()).FirstOrDefault();

    private Command Make(CommunityRecord record)
    {
        Repertoire repertoire = record.Practice.Repertoire;
        ArtifactId artifact = repertoire.Artifacts.Select(a => a.Id).OrderBy(_ => random.Next()).FirstOrDefault(new ArtifactId("none"));
        ArtifactId[] others = [.. repertoire.Artifacts.Where(a => a.Id != artifact && a.Status == ArtifactStatus.Published).OrderBy(_ => random.Next()).Take(2).Select(a => a.Id)];
        ValueStory? story = repertoire.Stories.Where(s => s.Status != StoryStatus.Transferred).OrderBy(_ => random.Next()).FirstOrDefault();
        PersonId person = People[random.Next(People.Length)];
        return random.Next(12) switch
        {
            0 or 1 => new PublishArtifact(record.Id, new($"made-{++made}"), ArtifactKind.Tool, "A tool") { WithoutSteward = random.Next(2) == 0, Topics = [.. ((Core.Domains.TopicId[])[new("agile"), new("testing")]).Where(_ => random.Next(2) == 0)] },
            2 => new LinkArtifacts(record.Id, artifact, [.. others]),
            3 when others.Length > 0 => new SupersedeArtifact(record.Id, artifact, others[0]),
            4 when random.Next(3) == 0 => new RetireArtifact(record.Id, artifact, "Wrong."),
            5 => new RestoreArtifact(record.Id, artifact),
            6 => new TellStory(record.Id, new($"told-{++made}"), person, "It helped", [new(ValueCycle.Applied, "We tried.") { Contributors = [People[random.Next(People.Length)]] }]),
            7 or 8 when story is not null => story.MissingConsents is [var missing, ..] ? new ConsentToStory(record.Id, story.Id, missing, story.Revision) : new PublishStory(record.Id, story.Id),
            9 when story is { Consents: [var consent, ..] } && random.Next(3) == 0 => new WithdrawStoryConsent(record.Id, story.Id, consent.Person),
            10 => new AcceptStewardship(record.Id, artifact, person),
            _ => new RecordUse(record.Id, artifact, person) { Department = "Sales" },
        };
    }

    private void Split(CommunityRecord parent)
    {
        Put(new AdoptCharter(parent.Id, World.Terms())); // both topics again
        CommunityId id = new($"split-{++made}");
        Records.Add(id, new CommunityRecord(id));
        Put(World.Proposal(id), World.Host);
        Gather(Records[id]);
        SplitCommunity split = new(parent.Id, id, "Split", People[0], World.Terms(random.Next(2) == 0 ? "testing" : "agile"), (SplitMode)random.Next(2));
        if (!Put(split))
        {
            Records.Remove(id);
            return;
        }

        if (random.Next(4) != 0)
        {
            Begin(Records[id]);
        }
    }

    /// <summary>People come, and it is chartered and launched.</summary>
    private void Begin(CommunityRecord record)
    {
        Gather(record);
        Put(new AdoptCharter(record.Id, World.Terms()));
        Put(new LaunchCommunity(record.Id, now));
    }

    private void Gather(CommunityRecord record)
    {
        foreach (PersonId person in People[..3].Where(p => !record.IsActive(p)))
        {
            record.Join(person, now);
        }

        record.Appoint(People[0], now);
    }

    private void Close(CommunityRecord record)
    {
        if (record.Community.Status != CommunityStatus.Active)
        {
            return;
        }

        CommunityId[] others = [.. Records.Values.Where(r => r.Id != record.Id).Select(r => r.Id)];
        LegacyItem Item(Artifact artifact) => random.Next(4) switch
        {
            0 => new(artifact.Id.Text, LegacyDestination.Archived),
            1 => new(artifact.Id.Text, LegacyDestination.Finished),
            _ => new(artifact.Id.Text, LegacyDestination.Community, others[random.Next(others.Length)]),
        };
        Put(new AnnounceClosing(record.Id, "Done.", new([.. record.Practice.Repertoire.Living().Where(_ => random.Next(12) != 0).Select(Item)], "All has a place.")));
        now += TimeSpan.FromDays(15);
        foreach (CommunityId receiver in Closing.Receivers(record))
        {
            Put(new AgreeToTakeOver(receiver, record.Id));
        }

        if (!Put(new CloseCommunity(record.Id, "Thank you.")))
        {
            record.Fold([new Change(now, World.Host, Cause.Unstated, new ClosingCancelled(CommunityStatus.Active, NextCheckInOn: null))]);
        }
    }

    /// <summary>Decides, checks that nothing has changed by it, and folds in what was accepted.</summary>
    private bool Put(Command command, Actor? by = null)
    {
        CommunityRecord record = Records[command.Community];
        Actor actor = command.Subject is { } subject && command is not PublishArtifact ? Actor.Of(subject) : by ?? World.Host;
        DecisionContext context = World.At(now, actor);
        CommunitySnapshot[] before = [.. Records.Values.Select(r => r.ToSnapshot())];
        (CommunityId Id, ValueList<Change> Changes)[] parts = command switch
        {
            MergeInto m => Merging.Decide(record, Records[m.Into], m, context).Match<(CommunityId, ValueList<Change>)[]>(o => [(m.Community, o.From), (m.Into, o.Into)], _ => []),
            SplitCommunity s => Splitting.Decide(record, Records[s.Child], s, context).Match<(CommunityId, ValueList<Change>)[]>(o => [(s.Community, o.Parent), (s.Child, o.Child)], _ => []),
            CloseCommunity c => Closing.Decide(record, Records.Values, c, context).Match<(CommunityId, ValueList<Change>)[]>(o => [(c.Community, o.Changes), .. o.Takeovers.Select(t => (t.Community, t.Changes))], _ => []),
            _ => record.Decide(command, context).Match<(CommunityId, ValueList<Change>)[]>(c => [(command.Community, c)], _ => []),
        };
        Assert.Equal(before, Records.Values.Select(r => r.ToSnapshot()));
        if (parts.Length > 0)
        {
            ledger.Note(command, actor, now);
        }

        foreach ((CommunityId id, ValueList<Change> changes) in parts)
        {
            Records[id].Fold(changes);
            Happened.UnionWith(changes.Select(c => c.Fact.GetType()));
        }

        return parts.Length > 0;
    }
}

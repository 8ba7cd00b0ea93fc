using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>Random steps beside a model that is a table of what may follow what.</summary>
public sealed class MentoringRelationTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly PersonId Mentee = new("ann"), Mentor = new("bob"), Stranger = new("cem");

    private static readonly Dictionary<(MentoringStatus, string), MentoringStatus> Table = new()
    {
        [(MentoringStatus.Proposed, "accept")] = MentoringStatus.Accepted,
        [(MentoringStatus.Proposed, "decline")] = MentoringStatus.Declined,
        [(MentoringStatus.Accepted, "decline")] = MentoringStatus.Declined,
        [(MentoringStatus.Accepted, "start")] = MentoringStatus.Running,
        [(MentoringStatus.Running, "extend")] = MentoringStatus.Running,
        [(MentoringStatus.Running, "complete")] = MentoringStatus.Completed,
        [(MentoringStatus.Running, "end")] = MentoringStatus.EndedEarly,
    };

    [Fact]
    public void RandomSteps_FollowTheTable_AndRefusalsNameEveryUnmetGuard()
    {
        Random random = new(1);
        string[] steps = ["accept", "decline", "start", "extend", "complete", "end"];
        HashSet<MentoringStatus> reached = [];
        for (int life = 0; life < 2000; life++)
        {
            MentoringRelation relation = MentoringRelation.Propose(Mentee, Mentor, Begin, TimeSpan.FromDays(10)).OrThrow();
            DateTimeOffset now = Begin;
            HashSet<PersonId> agreed = [];
            for (int i = 0; i < 12; i++)
            {
                now = now.AddDays(random.Next(-1, 4));
                string step = steps[random.Next(steps.Length)];
                PersonId by = new[] { Mentee, Mentor, Stranger }[random.Next(10) == 0 ? 2 : random.Next(2)];
                TimeSpan term = TimeSpan.FromDays(random.Next(5, 740));
                Decision<MentoringRelation> decision = step switch
                {
                    "accept" => relation.Accept(by, now),
                    "decline" => relation.Decline(by, now),
                    "start" => relation.Start(by, now, term),
                    "extend" => relation.Extend(by, now, term),
                    "complete" => relation.Complete(by, now),
                    _ => relation.EndEarly(by, now),
                };
                List<string> unmet = [];
                Require(Table.ContainsKey((relation.Status, step)), "mentoring.status");
                Require(by != Stranger, "mentoring.not-theirs");
                Require(now >= relation.Since, "mentoring.too-early");
                Require(step != "accept" || now < Begin.AddDays(10), "mentoring.answer-late");
                Require(step != "accept" || !agreed.Contains(by), "mentoring.agreed-already");
                Require(step is not ("start" or "extend") || (term.TotalDays is >= 7 and <= 730), "mentoring.term");
                Assert.Equal(unmet, decision.Match(_ => [], r => r.Reasons.Select(x => x.Code)));
                if (decision is Decision<MentoringRelation>.Accepted accepted)
                {
                    if (step == "accept")
                    {
                        agreed.Add(by);
                    }

                    Assert.Equal(step == "accept" && agreed.Count == 1 ? MentoringStatus.Proposed : Table[(relation.Status, step)], accepted.Value.Status);
                    relation = accepted.Value;
                }

                reached.Add(relation.Status);
                Assert.Equal(relation.Status is MentoringStatus.Declined or MentoringStatus.Completed or MentoringStatus.EndedEarly, relation.IsOver);
                Assert.True(relation.Status is not (MentoringStatus.Running or MentoringStatus.Completed or MentoringStatus.EndedEarly) || relation is { MenteeAgreed: true, MentorAgreed: true });

                void Require(bool condition, string code)
                {
                    if (!condition)
                    {
                        unmet.Add(code);
                    }
                }
            }
        }

        Assert.Equal(6, reached.Count);
    }

    [Fact]
    public void TimeAlone_DeclinesWhatNobodyAnswers_AndCompletesWhatReachesItsTerm()
    {
        MentoringRelation proposed = MentoringRelation.Propose(Mentee, Mentor, Begin, TimeSpan.FromDays(10)).OrThrow();
        Assert.Equal(proposed, proposed.AsOf(Begin.AddDays(10).AddTicks(-1)));
        Assert.Equal((MentoringStatus.Declined, Begin.AddDays(10)), (proposed.AsOf(Begin.AddDays(30)).Status, proposed.AsOf(Begin.AddDays(30)).Since));

        MentoringRelation running = proposed.Accept(Mentee, Begin).OrThrow().Accept(Mentor, Begin).OrThrow().Start(Mentor, Begin, TimeSpan.FromDays(90)).OrThrow();
        Assert.Equal(running, running.AsOf(Begin.AddDays(89)));
        Assert.Equal(MentoringStatus.Completed, running.AsOf(Begin.AddDays(90)).Status);
        Assert.True(running.TakesAPlace);
    }

    [Fact]
    public void Proposals_AreGuarded()
    {
        Decision<MentoringRelation> bad = MentoringRelation.Propose(Mentee, Mentee, Begin, TimeSpan.Zero);
        Assert.Equal(["mentoring.same-person", "mentoring.answer-time"], bad.Match(_ => [], r => r.Reasons.Select(x => x.Code)));
        Assert.Throws<ArgumentException>(() => MentoringRelation.Propose(default, Mentor, Begin, TimeSpan.FromDays(1)));
    }
}

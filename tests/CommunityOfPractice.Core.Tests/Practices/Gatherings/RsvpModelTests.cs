using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>Random answers, capacities and farewells beside a model written down independently: two plain lists.</summary>
public sealed class RsvpModelTests
{
    private const int Steps = 250;

    private static readonly PersonId[] People = [.. Enumerable.Range(1, 14).Select(i => new PersonId($"p{i:00}"))];

    [Property(MaxTest = 30)]
    public void Waitlist_PromotesInOrder_NeverOverCapacity_AndWhoReturnsIsLast(int seed) => new Run(seed).Go();

    private sealed class Run(int seed)
    {
        private readonly Random random = new(seed);
        private readonly GatheringWorld world = new GatheringWorld().With(capacity: 3).Join(People);
        private readonly List<PersonId> going = [], waiting = [], promoted = [];
        private readonly Dictionary<PersonId, RsvpStatus> others = [];
        private readonly HashSet<PersonId> members = [.. People];
        private int? capacity = 3;

        public void Go()
        {
            for (int i = 0; i < Steps; i++)
            {
                world.Now = world.Now.AddMinutes(random.Next(20));
                promoted.Clear();
                PersonId person = People[random.Next(People.Length)];
                switch (random.Next(20))
                {
                    case < 13:
                        Answer(person, (RsvpAnswer)random.Next(3));
                        break;
                    case < 16:
                        Resize(random.Next(8) is var size and > 0 ? size : null);
                        break;
                    case < 18:
                        LeaveOrReturn(person);
                        break;
                    case 18:
                        Assert.Equal(["actor.not-own-act"], world.Codes(GatheringWorld.Answer(person, RsvpAnswer.Maybe), GatheringWorld.Ana).Where(c => c.StartsWith("actor", StringComparison.Ordinal)));
                        break;
                    default:
                        world.Restore();
                        break;
                }

                Compare();
            }
        }

        private RsvpStatus StatusOf(PersonId person) =>
            going.Contains(person) ? RsvpStatus.Going : waiting.Contains(person) ? RsvpStatus.Waiting : others.GetValueOrDefault(person);

        private void Answer(PersonId person, RsvpAnswer answer)
        {
            RsvpStatus before = StatusOf(person);
            bool same = answer switch { RsvpAnswer.Yes => before is RsvpStatus.Going or RsvpStatus.Waiting, RsvpAnswer.Maybe => before == RsvpStatus.Maybe, _ => before == RsvpStatus.Declined };
            if (!members.Contains(person) || same)
            {
                Assert.Equal([.. members.Contains(person) ? (string[])[] : ["rsvp.members-only"], .. same ? (string[])["rsvp.unchanged"] : []], world.Codes(GatheringWorld.Answer(person, answer), person));
                return;
            }

            Forget(person);
            if (answer == RsvpAnswer.Yes)
            {
                (going.Count < (capacity ?? int.MaxValue) ? going : waiting).Add(person);
            }
            else
            {
                others[person] = answer == RsvpAnswer.Maybe ? RsvpStatus.Maybe : RsvpStatus.Declined;
            }

            Fill();
            Happened(world.Do(GatheringWorld.Answer(person, answer), person));
        }

        private void Resize(int? size)
        {
            SetCapacity command = new(world.Id, GatheringWorld.Retro, size);
            string[] expected = [.. size < going.Count ? (string[])["capacity.below-going"] : [], .. size == capacity ? (string[])["capacity.unchanged"] : []];
            if (expected.Length > 0)
            {
                Assert.Equal(expected, world.Codes(command, GatheringWorld.Bo));
                return;
            }

            capacity = size;
            Fill();
            Happened(world.Do(command, GatheringWorld.Bo));
        }

        private void LeaveOrReturn(PersonId person)
        {
            if (members.Add(person))
            {
                world.Join(person);
                return;
            }

            members.Remove(person);
            Forget(person);
            others.Remove(person);
            Fill();
            Happened(world.Do(new LeaveCommunity(world.Id, person), person));
        }

        private void Forget(PersonId person)
        {
            going.Remove(person);
            waiting.Remove(person);
            others.Remove(person);
        }

        private void Fill()
        {
            while (waiting.Count > 0 && going.Count < (capacity ?? int.MaxValue))
            {
                promoted.Add(waiting[0]);
                going.Add(waiting[0]);
                waiting.RemoveAt(0);
            }
        }

        private void Happened(Fact[] facts) => Assert.Equal(promoted, facts.OfType<GuestPromoted>().Select(f => f.Person));

        private void Compare()
        {
            Gathering gathering = world.Single;
            Assert.Equal(waiting, gathering.Waitlist);
            Assert.All(People, person =>
            {
                Assert.Equal(StatusOf(person), gathering.StatusOf(person));
                Assert.Equal(waiting.IndexOf(person) is var place and >= 0 ? place + 1 : null, gathering.PlaceInQueue(person));
            });
            Assert.Equal((going.Count, waiting.Count), (gathering.Going, gathering.Waiting));
            Assert.Equal(others.Values.Count(s => s == RsvpStatus.Maybe), gathering.Maybe);
            Assert.Equal(others.Values.Count(s => s == RsvpStatus.Declined), gathering.Declined);
            Assert.True(gathering.Going <= (gathering.Info.Capacity ?? int.MaxValue));
            Assert.True(gathering.Waiting == 0 || gathering.Going == gathering.Info.Capacity);
        }
    }
}

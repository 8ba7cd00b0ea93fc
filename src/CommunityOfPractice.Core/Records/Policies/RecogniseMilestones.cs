using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Notices what is worth celebrating: firsts and anniversaries of members, and what the community has reached as a whole; each once for ever.</summary>
/// <remarks>
/// For members, also those on leave, who did not opt out; leave does not take a year away from anybody. Nothing here adds up over people, and
/// nothing is compared. What is reached is dated on its own day, however late it is noticed.
/// </remarks>
internal sealed class RecogniseMilestones : IPolicyRule
{
    private static readonly MilestoneKind[] Firsts =
        [MilestoneKind.FirstContribution, MilestoneKind.FirstAnswer, MilestoneKind.FirstGatheringHosted, MilestoneKind.FirstPublication];

    public string Id => "recognise-milestones/1";

    public string VersionIn(PolicySet policies) => policies.Practice.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [PolicyView.Count("questions-per-milestone", policies.Practice.QuestionsPerMilestone)];

    public PolicyStep? NextForMember(PolicyView view, Membership member)
    {
        Recognition recognition = view.Practice.Recognition;
        if (view.Community.Status != CommunityStatus.Active || member.Status is not (MembershipStatus.Active or MembershipStatus.Paused) || recognition.IsOptedOut(member.Person))
        {
            return null;
        }

        Milestone next = Year(recognition, MilestoneKind.YearsOfMembership, member.Person, Deadlines.BelongsSince(member));
        foreach (MilestoneKind kind in Firsts)
        {
            if (view.Evidence.Milestones.First(member.Person, kind) is { } on && on < next.ReachedOn && !recognition.Has(kind, member.Person, 1))
            {
                next = new(kind, member.Person, 1, on);
            }
        }

        return Step(view, next);
    }

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (view.Community.Status != CommunityStatus.Active)
        {
            return null;
        }

        Recognition recognition = view.Practice.Recognition;
        int number = view.Policies.Practice.QuestionsPerMilestone;
        while (recognition.Has(MilestoneKind.QuestionsAnswered, null, number))
        {
            number += view.Policies.Practice.QuestionsPerMilestone;
        }

        Milestone? answered = view.Evidence.Milestones.Answered(number) is { } on ? new(MilestoneKind.QuestionsAnswered, null, number, on) : null;
        Milestone? year = view.Evidence.Milestones.LaunchedOn is { } launched ? Year(recognition, MilestoneKind.YearsSinceLaunch, null, launched) : null;
        return (answered?.ReachedOn < year?.ReachedOn || year is null ? answered : year) is { } next ? Step(view, next) : null;
    }

    private static PolicyStep Step(PolicyView view, Milestone next) => view.IsDue(next.ReachedOn)
        ? PolicyStep.Consequence(
            next.ReachedOn,
            [new MilestoneReached(next.Kind, next.Person, next.Number, next.ReachedOn)],
            new Field("milestone", next.Kind.ToString()),
            PolicyView.Count("number", next.Number),
            PolicyView.Date("reached-on", next.ReachedOn))
        : PolicyStep.Later(next.ReachedOn);

    /// <summary>The first anniversary that was not celebrated; a leap day comes on 28 February in other years.</summary>
    private static Milestone Year(Recognition recognition, MilestoneKind kind, PersonId? person, DateTimeOffset since)
    {
        int years = 1;
        while (recognition.Has(kind, person, years))
        {
            years++;
        }

        return new(kind, person, years, since.Year + years > DateTimeOffset.MaxValue.Year ? DateTimeOffset.MaxValue : since.AddYears(years));
    }
}

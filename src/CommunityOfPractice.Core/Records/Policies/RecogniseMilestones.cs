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

        List<Milestone> ahead = [Year(recognition, MilestoneKind.YearsOfMembership, member.Person, Deadlines.BelongsSince(member))];
        foreach (MilestoneKind kind in Firsts)
        {
            if (First(view, member.Person, kind) is { } on && !recognition.Has(kind, member.Person, 1))
            {
                ahead.Add(new(kind, member.Person, 1, on));
            }
        }

        return Step(view, ahead);
    }

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (view.Community.Status != CommunityStatus.Active)
        {
            return null;
        }

        List<Milestone> ahead = Answered(view);
        if (view.Evidence.Milestones.LaunchedOn is { } launched)
        {
            ahead.Add(Year(view.Practice.Recognition, MilestoneKind.YearsSinceLaunch, null, launched));
        }

        return ahead.Count > 0 ? Step(view, ahead) : null;
    }

    /// <summary>What was reached at the earliest date comes at once, in one step.</summary>
    private static PolicyStep Step(PolicyView view, List<Milestone> ahead)
    {
        DateTimeOffset on = ahead.Min(m => m.ReachedOn);
        if (!view.IsDue(on))
        {
            return PolicyStep.Later(on);
        }

        Milestone[] reached = [.. ahead.Where(m => m.ReachedOn == on)];
        return PolicyStep.Consequence(
            on,
            reached.Select(m => (Fact)new MilestoneReached(m.Kind, m.Person, m.Number, m.ReachedOn)).ToValueList(),
            new Field("milestone", string.Join(' ', reached.Select(m => m.Kind).Distinct())),
            PolicyView.Count("number", reached.Max(m => m.Number)),
            PolicyView.Date("reached-on", on));
    }

    /// <summary>The next number of answered questions beyond all that were celebrated, with those that were reached at the same instant.</summary>
    private static List<Milestone> Answered(PolicyView view)
    {
        int every = view.Policies.Practice.QuestionsPerMilestone;
        long number = ((view.Practice.Recognition.MostAnswered / every) + 1L) * every;
        List<Milestone> next = [];
        while (number <= int.MaxValue && view.Evidence.Milestones.Answered((int)number) is { } on && (next.Count == 0 || next[0].ReachedOn == on))
        {
            next.Add(new(MilestoneKind.QuestionsAnswered, null, (int)number, on));
            number += every;
        }

        return next;
    }

    /// <summary>When a person first did something, by the activities; for a publication also by the stories that were told and published here, which are no activity.</summary>
    private static DateTimeOffset? First(PolicyView view, PersonId person, MilestoneKind kind)
    {
        DateTimeOffset? acted = view.Evidence.Milestones.First(person, kind);
        return kind == MilestoneKind.FirstPublication && view.FirstStoryOf(person) is { } told && !(acted <= told) ? told : acted;
    }

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

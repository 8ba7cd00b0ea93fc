using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A purpose review that was not held by its day is noticed, once for each due date; nothing else follows from it.</summary>
internal sealed class PurposeReviewOverdue : IPolicyRule
{
    public string Id => "purpose-review-overdue/1";

    public string VersionIn(PolicySet policies) => policies.Community.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [PolicyView.Days("review-cadence-days", Deadlines.ReviewCadence(policies))];

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (Deadlines.Review(view.Community) is not { } due || Deadlines.ReviewNoticed(view.Community) == due)
        {
            return null;
        }

        return !view.IsDue(due) ? PolicyStep.Later(due)
            : PolicyStep.Notice(due, [new ReviewOverdueNoticed(due)], PolicyView.Date("due-on", due), PolicyView.Count("charter-version", view.Community.Charters.Count));
    }
}

using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Guards that commands about questions share, each with one code and one sentence.</summary>
internal static class QuestionGuards
{
    public static void RequireMember(this Guards guards, PracticeContext context) =>
        guards.Require(context.IsByMember, "actor.not-a-member", "This is for active members of the community.");

    public static void RequireAsker(this Guards guards, PracticeContext context, Question question) =>
        guards.Require(context.By.Is(question.Asker), "question.not-asker", "Only who asked can do this.");

    public static void RequireInCharge(this Guards guards, PracticeContext context) =>
        guards.Require(context.IsInCharge, "actor.not-in-charge", "This is for a facilitator of the community or for the host.");

    /// <summary>Who asked, an active facilitator, or the host.</summary>
    public static void RequireAskerOrInCharge(this Guards guards, PracticeContext context, Question question) =>
        guards.Require(context.IsInCharge || context.By.Is(question.Asker), "question.not-asker-or-in-charge", "This is for who asked, for a facilitator of the community or for the host.");

    public static bool RequireOpen(this Guards guards, Question question) =>
        guards.Require(question.IsOpen, "question.not-open", $"The question '{question.Id}' is {question.Status}.");

    /// <summary>A living community; questions are settled until the end, also while it is closing.</summary>
    public static void RequireLivingHere(this Guards guards, PracticeContext context) => guards.RequireLiving(context.Community);
}

using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Whether the data tell what became of questions.</summary>
internal static class AskedQuestions
{
    private static readonly Reading None = Reading.NotApplicable("questions.none", "No question was ever asked here.");
    private static readonly Reading Unlinked = Reading.NotApplicable("replies.unknown", "There are answers here, and nothing in the data says what they answer.");

    /// <summary>The reading where nothing can be said of questions; null where something can.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <remarks>Answers of which none says what it answers are no sign that questions were left alone. Without any answer they were.</remarks>
    public static Reading? Untold(HealthEvidence evidence) =>
        !evidence.EverDone(Act.Ask) ? None
        : evidence.EverDone(Act.Answer, Act.Reply) && !evidence.ResponsesLinked ? Unlinked
        : null;
}

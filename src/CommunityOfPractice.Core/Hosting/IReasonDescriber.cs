using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Puts reasons into words for the host's users, in their language; the host can replace it.</summary>
public interface IReasonDescriber
{
    /// <summary>Puts a reason into words.</summary>
    /// <param name="reason">The reason; its code is stable.</param>
    /// <returns>One sentence.</returns>
    string Describe(Reason reason);
}

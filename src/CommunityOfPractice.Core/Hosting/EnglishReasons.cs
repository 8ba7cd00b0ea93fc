using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Reasons in the library's own plain English.</summary>
public sealed class EnglishReasons : IReasonDescriber
{
    /// <inheritdoc/>
    public string Describe(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Text;
    }
}

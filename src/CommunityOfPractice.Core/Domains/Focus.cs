namespace CommunityOfPractice.Core.Domains;

/// <summary>The challenge, passion or opportunity behind a domain, in words.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">Which of the three it is.</param>
/// <param name="Text">What it is, in a sentence or two.</param>
public sealed record Focus(FocusKind Kind, string Text);

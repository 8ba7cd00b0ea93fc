namespace CommunityOfPractice.Core.Domains;

/// <summary>A goal of the organisation that a domain serves.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">What the organisation calls it, such as <c>okr-2026-3</c>.</param>
/// <param name="Text">The goal in words.</param>
public sealed record Goal(string Id, string Text);

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Marks a text property that says something about a person, or that a person wrote about themselves or another.</summary>
/// <remarks>
/// Ids of people need no mark: their type says what they are. What is marked is part of a person's export and is taken out when the
/// person is erased; export and erasure are generated from these marks.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute
{
}

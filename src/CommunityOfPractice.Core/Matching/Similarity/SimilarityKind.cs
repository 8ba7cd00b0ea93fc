using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How a community relates to a draft of a new one.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SimilarityKind>))]
public enum SimilarityKind : byte
{
    /// <summary>It may be the same thing: join it, or reopen it, instead.</summary>
    Duplicate = 0,

    /// <summary>It shares a good part of topics or people: talk to each other, or become a part of it.</summary>
    Overlap = 1,

    /// <summary>It has something in common.</summary>
    Related = 2,
}
